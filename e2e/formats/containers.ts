/** The same two packets in each container that the program reads; what differs is where and how finely time stands. */
import { gzipSync } from "node:zlib";
import {
  type ByteOrder,
  block,
  counting,
  enhancedPacket,
  i64,
  interfaceBlock,
  join,
  KUZNETZOV_MAGIC,
  MICROSECOND_MAGIC,
  NANOSECOND_MAGIC,
  obsoletePacket,
  option,
  pcapHeader,
  pcapRecord,
  sectionHeader,
  simplePacket,
  u32,
} from "../../src/core/capture/captures-for-tests.ts";
import { bytesOf, ETHERNET } from "../../src/core/protocols/frames-for-tests.ts";
import { type FormatCase, IPV4, OVER_IPV4 } from "./format-case.ts";

const FRAME = bytesOf(`${ETHERNET} 0800 ${IPV4}`);
/** 2023-11-14 22:13:20 UTC. */
const SECONDS = 1_700_000_000;

function containerCase(name: string, secondTime: string, ...pieces: readonly Uint8Array[]): FormatCase {
  const file = Buffer.from(join(...pieces));
  return { name, file, row: OVER_IPV4, length: FRAME.length, layers: "eth ip tcp", secondTime };
}

interface PcapVariant {
  readonly magic?: number;
  /** Bytes of a record header beyond the usual. */
  readonly extra?: number;
  readonly linkType?: number;
  /** What stands behind each packet within its record. */
  readonly trailer?: Uint8Array;
}

/** Two records; the fractions of their seconds are 1 and 1502 of the file's units. */
function pcap(name: string, order: ByteOrder, secondTime: string, variant: PcapVariant = {}): FormatCase {
  const { magic = MICROSECOND_MAGIC, extra = 0, linkType = 1, trailer = new Uint8Array(0) } = variant;
  const data = join(FRAME, trailer);
  const records = [1, 1502].map((fraction) => pcapRecord(order, data, { seconds: SECONDS, fraction, extra }));
  const made = containerCase(name, secondTime, pcapHeader(order, { magic, linkType }), ...records);
  return { ...made, length: data.length };
}

/** Units since 1970, `perSecond` of them, of two packets: of the first, and of one `later` units behind it. */
const since = (perSecond: bigint, later: bigint) => [BigInt(SECONDS) * perSecond, BigInt(SECONDS) * perSecond + later];
const [FIRST, SECOND] = [1_700_000_000_000_000n, 1_700_000_000_001_501n] as const;

function pcapng(name: string, order: ByteOrder, packet: typeof enhancedPacket): FormatCase {
  const packets = [FIRST, SECOND].map((ticks) => packet(order, FRAME, { ticks }));
  return containerCase(name, "0.001501", sectionHeader(order), interfaceBlock(order), ...packets);
}

/** Simple packets have no time. */
const simple = (name: string, order: ByteOrder) =>
  containerCase(
    name,
    "",
    ...[sectionHeader(order), interfaceBlock(order), simplePacket(order, FRAME), simplePacket(order, FRAME)],
  );

/** Two enhanced packet blocks of an interface with these options. */
function clocked(name: string, secondTime: string, ticks: readonly bigint[], ...options: Uint8Array[]): FormatCase {
  const packets = ticks.map((at) => enhancedPacket("little", FRAME, { ticks: at }));
  return containerCase(
    name,
    secondTime,
    sectionHeader("little"),
    interfaceBlock("little", 1, 0, ...options),
    ...packets,
  );
}

const resolution = (exponent: number) => option("little", 9, Uint8Array.of(exponent));
/** Marks a power of two in if_tsresol. */
const BINARY = 0x80;
const offset = (seconds: bigint) => option("little", 14, i64("little", seconds));

/** A block of a type that nobody has given away. */
const UNKNOWN = block("little", 0x0bad_beef, counting(20));

/** A Zstandard frame of one raw block (RFC 8878 §3.1.1): single segment, size in four bytes, no check sum. */
function zstd(content: Buffer): Buffer {
  const size = u32("little", content.length);
  const raw = u32("little", (content.length << 3) | 1).subarray(0, 3);
  return Buffer.from(join(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0), size, raw, content));
}

/** An LZ4 frame of one stored block: version 1, blocks of up to 64 KiB, no check sum but the header's. */
function lz4(content: Buffer): Buffer {
  const stored = u32("little", content.length | 0x8000_0000);
  return Buffer.from(join(Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82), stored, content, u32("little", 0)));
}

const PLAIN = pcap("pcap, little-endian", "little", "0.001501");
const packed = (name: string, pack: (content: Buffer) => Buffer): FormatCase => {
  return { ...PLAIN, name, file: pack(PLAIN.file) };
};

/** Ethernet; the bit that says how many 16-bit words of check sum stand behind each packet, and two of them. */
const ETHERNET_WITH_CHECK_SUM = 0x2400_0001;

export const CONTAINERS: readonly FormatCase[] = [
  PLAIN,
  pcap("pcap, big-endian", "big", "0.001501"),
  pcap("pcap, nanoseconds, little-endian", "little", "0.000001501", { magic: NANOSECOND_MAGIC }),
  pcap("pcap, nanoseconds, big-endian", "big", "0.000001501", { magic: NANOSECOND_MAGIC }),
  pcap("pcap, modified by Kuznetzov, little-endian", "little", "0.001501", { magic: KUZNETZOV_MAGIC, extra: 8 }),
  pcap("pcap, modified by Kuznetzov, big-endian", "big", "0.001501", { magic: KUZNETZOV_MAGIC, extra: 8 }),
  pcap("pcap, link type with the check sum's length", "little", "0.001501", {
    linkType: ETHERNET_WITH_CHECK_SUM,
    trailer: bytesOf("01020304"),
  }),
  pcapng("pcapng, enhanced packets, little-endian", "little", enhancedPacket),
  pcapng("pcapng, enhanced packets, big-endian", "big", enhancedPacket),
  pcapng("pcapng, obsolete packets, little-endian", "little", obsoletePacket),
  pcapng("pcapng, obsolete packets, big-endian", "big", obsoletePacket),
  simple("pcapng, simple packets, little-endian", "little"),
  simple("pcapng, simple packets, big-endian", "big"),
  containerCase(
    "pcapng, an unknown block before and between the packets",
    "0.001501",
    ...[sectionHeader("little"), UNKNOWN, interfaceBlock("little"), UNKNOWN],
    ...[FIRST, SECOND].flatMap((ticks) => [enhancedPacket("little", FRAME, { ticks }), UNKNOWN]),
  ),
  containerCase(
    "pcapng, a second section in the other byte order",
    "0.001501",
    ...[sectionHeader("little"), interfaceBlock("little"), enhancedPacket("little", FRAME, { ticks: FIRST })],
    ...[sectionHeader("big"), interfaceBlock("big"), enhancedPacket("big", FRAME, { ticks: SECOND })],
  ),
  clocked("pcapng, if_tsresol of milliseconds", "0.005000", since(1000n, 5n), resolution(3)),
  clocked("pcapng, if_tsresol of nanoseconds", "0.000001501", since(1_000_000_000n, 1501n), resolution(9)),
  clocked("pcapng, if_tsresol of 2^-20 s", "0.000004", since(1n << 20n, 5n), resolution(BINARY | 20)),
  clocked("pcapng, if_tsresol of 2^-32 s", "0.250000000", since(1n << 32n, 1n << 30n), resolution(BINARY | 32)),
  clocked("pcapng, if_tsoffset", "0.001501", [7n, 1508n], offset(BigInt(SECONDS))),
  clocked(
    "pcapng, if_tsoffset before 1970, and if_tsresol",
    "0.000001501",
    since(1_000_000_000n, 1501n),
    ...[resolution(9), offset(-3600n)],
  ),
  packed("pcap in gzip", gzipSync),
  packed("pcap in Zstandard", zstd),
  packed("pcap in LZ4", lz4),
];

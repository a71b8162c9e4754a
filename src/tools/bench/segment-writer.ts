/**
 * Writes TCP segments as a pcap file: Ethernet, IPv4 and TCP headers with right lengths and checksums.
 *
 * Knows the layout of the bytes and the clock; which segment comes next is the business of traffic.ts. The bytes are
 * collected in one big buffer, so that files of hundreds of megabytes take seconds.
 */
import type { Random } from "../../core/base/random.ts";

export const FIN = 0x01;
export const SYN = 0x02;
export const PSH = 0x08;
export const ACK = 0x10;

/** One end of a connection, as far as its segments show it. The writer reads it and counts `ipId` up. */
export interface End {
  /** IPv4 address as one unsigned number. */
  readonly address: number;
  readonly port: number;
  /** Last byte of a locally administered hardware address. */
  readonly mac: number;
  /** Value of its timestamp clock (RFC 7323), in ms, when the capture begins. */
  readonly clock: number;
  /** Sequence number of the next byte that it sends. */
  next: number;
  /** What it acknowledges: the next sequence number that it waits for; 0 before it has heard of any. */
  expected: number;
  /** The timestamp that it echoes. */
  echo: number;
  ipId: number;
}

/** Takes a piece of the file; it must be done with the bytes when it returns, they are written over afterwards. */
export type Sink = (piece: Uint8Array) => void;

const START_SECONDS = 1_700_000_000;
const BUFFER_BYTES = 8 << 20;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const ETHERNET_HEADER = 14;
const IPV4_HEADER = 20;
const TCP_HEADER = 20;
const SYN_OPTIONS = 20; // MSS, SACK permitted, timestamps, window scale
const TIMESTAMPS = 12; // two NOP and timestamps
const WINDOW_SCALE = 7;
const FIRST_WINDOW = 64240; // unscaled, as in every SYN
const WINDOW = 502; // 64,256 bytes at the scale above
/** Most bytes of payload in one segment: an Ethernet frame of 1,514 bytes with timestamps. */
export const FULL_SEGMENT = 1448;
const MAX_RECORD = RECORD_HEADER + ETHERNET_HEADER + IPV4_HEADER + TCP_HEADER + SYN_OPTIONS + FULL_SEGMENT;
const POOL_BYTES = 1 << 16;

/** A pcap file in the making, little-endian, microseconds. Call `end` once when the last segment is written. */
export class SegmentWriter {
  /** Length of the file so far, in bytes. */
  bytes = 0;
  packets = 0;

  private readonly random: Random;
  private readonly gap: readonly [number, number];
  private readonly sink: Sink;
  private readonly buffer = Buffer.alloc(BUFFER_BYTES);
  private used = 0;
  private microseconds = 0;
  private readonly pool: Buffer;
  /** Sum of the pool's 16-bit words before each word: makes the checksum of any payload two reads. */
  private readonly poolSums: Float64Array;

  /** Each segment comes `gap` microseconds after the one before, at random between the two numbers. */
  constructor(random: Random, gap: readonly [number, number], sink: Sink) {
    this.random = random;
    this.gap = gap;
    this.sink = sink;
    this.pool = letters(random, POOL_BYTES);
    this.poolSums = wordSums(this.pool);
    this.writeFileHeader();
  }

  /** Timestamp clock of `end` at this moment. */
  clockOf(end: End): number {
    return (end.clock + Math.floor(this.microseconds / 1000)) >>> 0;
  }

  /** Writes one segment that `from` sends with `length` bytes of payload. Changes nothing of `from` but `ipId`. */
  write(from: End, to: End, flags: number, length: number): void {
    if (this.used + MAX_RECORD > BUFFER_BYTES) this.flush();
    this.microseconds += this.random.between(this.gap[0], this.gap[1]);
    const tcpLength = TCP_HEADER + (flags & SYN ? SYN_OPTIONS : TIMESTAMPS);
    const segmentLength = tcpLength + length;
    const ipAt = this.used + RECORD_HEADER + ETHERNET_HEADER;
    this.writeRecordHeader(ETHERNET_HEADER + IPV4_HEADER + segmentLength);
    this.writeEthernet(this.used + RECORD_HEADER, from, to);
    this.writeIpv4(ipAt, from, to, segmentLength);
    this.writeTcp(ipAt + IPV4_HEADER, from, to, flags, tcpLength);
    // Even, so that the words of the payload are words of the pool.
    const poolAt = length === 0 ? 0 : this.random.between(0, (POOL_BYTES - FULL_SEGMENT) / 2 - 1) * 2;
    this.pool.copy(this.buffer, ipAt + IPV4_HEADER + tcpLength, poolAt, poolAt + length);
    this.writeTcpChecksum(ipAt, tcpLength, segmentLength, this.poolSum(poolAt, length));
    this.used = ipAt + IPV4_HEADER + segmentLength;
    this.packets += 1;
  }

  /** Hands the rest over. */
  end(): void {
    this.flush();
  }

  private flush(): void {
    this.sink(this.buffer.subarray(0, this.used));
    this.bytes += this.used;
    this.used = 0;
  }

  private writeFileHeader(): void {
    const { buffer } = this;
    buffer.writeUInt32LE(0xa1b2c3d4, 0);
    buffer.writeUInt16LE(2, 4);
    buffer.writeUInt16LE(4, 6);
    buffer.writeUInt32LE(262144, 16);
    buffer.writeUInt32LE(1, 20);
    this.used = FILE_HEADER;
  }

  private writeRecordHeader(frameLength: number): void {
    const { buffer, used, microseconds } = this;
    buffer.writeUInt32LE(START_SECONDS + Math.floor(microseconds / 1e6), used);
    buffer.writeUInt32LE(microseconds % 1e6, used + 4);
    buffer.writeUInt32LE(frameLength, used + 8);
    buffer.writeUInt32LE(frameLength, used + 12);
  }

  private writeEthernet(at: number, from: End, to: End): void {
    const { buffer } = this;
    buffer.writeUIntBE(0x020000000000 + to.mac, at, 6);
    buffer.writeUIntBE(0x020000000000 + from.mac, at + 6, 6);
    buffer.writeUInt16BE(0x0800, at + 12);
  }

  private writeIpv4(at: number, from: End, to: End, segmentLength: number): void {
    const { buffer } = this;
    buffer.writeUInt16BE(0x4500, at);
    buffer.writeUInt16BE(IPV4_HEADER + segmentLength, at + 2);
    buffer.writeUInt16BE(from.ipId, at + 4);
    buffer.writeUInt16BE(0x4000, at + 6); // don't fragment
    buffer.writeUInt16BE(0x4006, at + 8); // 64 hops, TCP
    buffer.writeUInt16BE(0, at + 10);
    buffer.writeUInt32BE(from.address, at + 12);
    buffer.writeUInt32BE(to.address, at + 16);
    buffer.writeUInt16BE(inverted(this.sumOfWords(at, IPV4_HEADER)), at + 10);
    from.ipId = (from.ipId + 1) & 0xffff;
  }

  private writeTcp(at: number, from: End, to: End, flags: number, tcpLength: number): void {
    const { buffer } = this;
    buffer.writeUInt16BE(from.port, at);
    buffer.writeUInt16BE(to.port, at + 2);
    buffer.writeUInt32BE(from.next, at + 4);
    buffer.writeUInt32BE(from.expected, at + 8);
    buffer.writeUInt16BE((tcpLength << 10) | flags, at + 12);
    buffer.writeUInt16BE(flags & SYN ? FIRST_WINDOW : WINDOW, at + 14);
    buffer.writeUInt32BE(0, at + 16);
    const optionsAt = at + TCP_HEADER;
    if (flags & SYN) {
      buffer.writeUInt32BE(0x020405b4, optionsAt); // MSS 1460
      buffer.writeUInt16BE(0x0402, optionsAt + 4); // SACK permitted
      buffer.writeUInt32BE(0x01030300 + WINDOW_SCALE, optionsAt + 16);
    } else {
      buffer.writeUInt16BE(0x0101, optionsAt);
    }
    const timestampsAt = optionsAt + (flags & SYN ? 6 : 2);
    buffer.writeUInt16BE(0x080a, timestampsAt);
    buffer.writeUInt32BE(this.clockOf(from), timestampsAt + 2);
    buffer.writeUInt32BE(from.echo, timestampsAt + 6);
  }

  private writeTcpChecksum(ipAt: number, tcpLength: number, segmentLength: number, payloadSum: number): void {
    const at = ipAt + IPV4_HEADER;
    // The pseudo-header: both addresses, the protocol, the length.
    const pseudo = this.sumOfWords(ipAt + 12, 8) + 6 + segmentLength;
    this.buffer.writeUInt16BE(inverted(pseudo + this.sumOfWords(at, tcpLength) + payloadSum), at + 16);
  }

  private sumOfWords(at: number, length: number): number {
    let sum = 0;
    for (let word = at; word < at + length; word += 2) sum += this.buffer.readUInt16BE(word);
    return sum;
  }

  private poolSum(at: number, length: number): number {
    const words = this.poolSums[(at + (length & ~1)) / 2]! - this.poolSums[at / 2]!;
    return length & 1 ? words + this.pool[at + length - 1]! * 256 : words;
  }
}

/** The Internet checksum of a sum of 16-bit words (RFC 1071). */
function inverted(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

/** Small letters: nothing that a peer takes for the beginning of a known protocol. */
function letters(random: Random, length: number): Buffer {
  const text = Buffer.alloc(length);
  for (let at = 0; at < length; at++) text[at] = random.between(0x61, 0x7a);
  return text;
}

function wordSums(bytes: Buffer): Float64Array {
  const sums = new Float64Array(bytes.length / 2 + 1);
  for (let word = 0; word < bytes.length / 2; word++) sums[word + 1] = sums[word]! + bytes.readUInt16BE(word * 2);
  return sums;
}

/**
 * tcpdump's text as packets: what is printed is rebuilt, what is not printed is left open and told. Knows the order of
 * the work; each step has its own file. Never throws.
 */
import type { NamedAddress } from "../../capture/notes.ts";
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { headerLength } from "../../protocols/spec.ts";
import { joined } from "../../save/block-bytes.ts";
import type { Endpoint } from "../print/sequence-bases.ts";
import { AddressBook } from "./address-book.ts";
import { type Announced, announcedBy } from "./announced.ts";
import { Calendar } from "./calendar.ts";
import { capturedFrame } from "./captured-frame.ts";
import { COOKED_2_LINK, Devices } from "./device-bytes.ts";
import type { EndText, PacketText, SegmentText, UnreadLine } from "./facts.ts";
import { type Ends, ETHERNET_LINK, frameBytes, RAW_LINK, type Untold } from "./frame-bytes.ts";
import { type FromZero, type RawNumbers, rawNumbers, type WrittenSegment } from "./numbers.ts";
import { printedChecksum } from "./printed-checksum.ts";
import { type Record, readRecords } from "./records.ts";

/** A packet of the text. */
export interface RebuiltPacket {
  /** The line at which its text begins, from 1. */
  readonly line: number;
  readonly linkType: number;
  /** As far as the text tells them; the packet had `wireLength`. */
  readonly bytes: Uint8Array;
  readonly wireLength: number;
  readonly seconds: number;
  readonly nanoseconds: number;
  /** What the bytes show that the text does not tell. */
  readonly untold: readonly Untold[];
  /** What the text says of TCP's checksum where the bytes cannot say it; -1 where it says nothing. */
  readonly expectedChecksum: number;
}

export interface ParsedText {
  readonly packets: readonly RebuiltPacket[];
  /** Names of hosts with the addresses that they have in the packets. */
  readonly names: readonly NamedAddress[];
  /** Names that stood for ports, by the port. */
  readonly services: ReadonlyMap<number, string>;
  /** Names of interfaces, by the index that they have in the packets. */
  readonly devices: ReadonlyMap<number, string>;
  /** Hardware addresses are written with the makers of the network cards. */
  readonly hasMakers: boolean;
  /** Connections whose relative numbers stay as they are written. */
  readonly fromZero: readonly FromZero[];
  readonly unread: readonly UnreadLine[];
}

/** Is told how much of the work is done, between 0 and 1, at whole percents. */
export type OnProgress = (share: number) => void;

/** What is told beside the text. */
export interface ParseOptions {
  /** The day of the first packet, `2024-05-31`, where the text has times of day alone; 1970-01-01 without it. */
  readonly date?: string;
  readonly onProgress?: OnProgress;
}

/** Share of the work that it takes to find packets in lines; all else is making bytes of them. */
const FINDING = 0.4;

/** Reads a text. */
export function parseTcpdump(text: string, { date, onProgress = () => {} }: ParseOptions = {}): ParsedText {
  const tell = atPercents(onProgress);
  const { records, unread } = readRecords(text, (done, total) => tell((FINDING * done) / total));
  const packets = records.flatMap(({ packet }) => (packet ? [packet] : []));
  const book = new AddressBook(packets.flatMap(hostsOf));
  const segments = packets.flatMap((packet) => segmentOf(packet, book));
  const { numbers, fromZero } = rawNumbers(segments.map(({ written }) => written));
  const numbersOf = new Map(segments.map(({ packet }, index) => [packet, numbers[index]!]));
  const calendar = new Calendar(date);
  const devices = new Devices();
  return {
    packets: records.map((record, index) => {
      tell(FINDING + ((1 - FINDING) * index) / records.length);
      return rebuilt(record, book, numbersOf, calendar, devices);
    }),
    names: book.names(),
    services: new Map(packets.flatMap(servicesOf)),
    devices: devices.names(),
    hasMakers: text.includes(" (oui "),
    fromZero,
    unread,
  };
}

function atPercents(tell: OnProgress): OnProgress {
  let told = -1;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (percent === told) return;
    told = percent;
    tell(percent / 100);
  };
}

function hostsOf({ source, destination, body }: PacketText): string[] {
  if (body.kind === "arp") return [body.sender, body.target];
  return [source.host, destination.host, ...(body.kind === "icmpError" && body.to ? [body.to] : [])];
}

function servicesOf({ source, destination }: PacketText): [number, string][] {
  return [source, destination].flatMap(({ port, service }) => (service ? [[port, service] as [number, string]] : []));
}

/** The addresses of a packet as bytes. ARP's answer does not name its target. */
function endsOf({ version, source, destination, body }: PacketText, book: AddressBook): Ends {
  const of = (host: string) => (host === "" ? new Uint8Array(4) : book.of(host, version === 6 ? 6 : 4).bytes);
  if (body.kind === "arp") return { source: of(body.sender), destination: of(body.target) };
  const quoted = body.kind === "icmpError" && body.to !== "" ? { quoted: of(body.to) } : {};
  return { source: of(source.host), destination: of(destination.host), ...quoted };
}

function segmentOf(packet: PacketText, book: AddressBook): { packet: PacketText; written: WrittenSegment }[] {
  if (packet.body.kind !== "tcp") return [];
  const endpoint = ({ host, port }: EndText): Endpoint => {
    return { address: book.of(host, packet.version === 6 ? 6 : 4).key, port };
  };
  const segment: SegmentText = packet.body;
  const source = endpoint(packet.source);
  const destination = endpoint(packet.destination);
  return [{ packet, written: { source, destination, segment } }];
}

function rebuilt(
  record: Record,
  book: AddressBook,
  numbersOf: ReadonlyMap<PacketText, RawNumbers>,
  calendar: Calendar,
  devices: Devices,
): RebuiltPacket {
  const { line, packet, bytes, hasLine } = record;
  const time = calendar.next(record.time);
  if (!packet || bytes.length > 0) {
    const announced = packet ? announcedBy(packet) : record.announced;
    const dumped = capturedFrame(bytes, announced, hasLine);
    const expectedChecksum = packet?.body.kind === "tcp" ? expectedOf(packet.body, () => printedChecksum(dumped)) : -1;
    return onDevice({ line, ...time, ...dumped, expectedChecksum }, announced, devices);
  }
  const { segmentChecksum, ...frame } = frameBytes(packet, endsOf(packet, book), numbersOf.get(packet) ?? null);
  const expectedChecksum = packet.body.kind === "tcp" ? expectedOf(packet.body, () => segmentChecksum) : -1;
  const wireLength = Math.max(frame.bytes.length, frame.wireLength - packet.missing);
  const built = { line, ...time, ...frame, wireLength, expectedChecksum };
  return packet.device ? onDevice(built, announcedBy(packet), devices) : built;
}

/** The packet with the link layer of its interface, where the text names one and shows no other. */
function onDevice(rebuilt: RebuiltPacket, announced: Announced | null, devices: Devices): RebuiltPacket {
  if (!announced?.device || announced.etherType < 0) return rebuilt;
  const isUntold = rebuilt.linkType === ETHERNET_LINK && !announced.hasStations && rebuilt.untold.includes("addresses");
  if (rebuilt.linkType !== RAW_LINK && !isUntold) return rebuilt;
  const header = devices.header(announced.device, announced.etherType);
  const link = isUntold ? headerLength(ethernetHeader) : 0;
  return {
    ...rebuilt,
    linkType: COOKED_2_LINK,
    bytes: joined([header, rebuilt.bytes.subarray(link)]),
    wireLength: rebuilt.wireLength - link + header.length,
    untold: rebuilt.untold.includes("addresses") ? rebuilt.untold : [...rebuilt.untold, "addresses"],
  };
}

/** What the checksum should be by the text, where the bytes tell nothing or something else. */
function expectedOf({ checksum }: SegmentText, computed: () => number): number {
  if (!checksum) return -1;
  const told = checksum.expected < 0 ? checksum.stored : checksum.expected;
  return computed() === told ? -1 : told;
}

/**
 * What a packet's text says of the bytes below it, which mostly begin behind the link layer: what they are, and what stood
 * before them. Lines that are not understood further say it in their first words; this file knows these.
 */
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { headerLength } from "../../protocols/spec.ts";
import { joined } from "../../save/block-bytes.ts";
import { etherTypeOf } from "./device-bytes.ts";
import type { DeviceText, PacketText } from "./facts.ts";
import { ETHERNET_LINK, ethernetBytes, RAW_LINK, UNTOLD_ETHERNET } from "./frame-bytes.ts";
import { readDevice, readEthernet, readTime } from "./line-beginning.ts";
import { readMissing } from "./packet-text.ts";
import { Misread, Scanner } from "./scanner.ts";

/** Link type of frames of which nothing tells what they are: one for private use, which nobody reads as anything. */
export const UNKNOWN_LINK = 147;

/** What a text announces. */
export interface Announced {
  /** Link type of the frame that begins with `header`. */
  readonly linkType: number;
  /** What stood before the bytes, with zeros for what is not told; empty where they are all of the frame. */
  readonly header: Uint8Array<ArrayBuffer>;
  /** The addresses of the link layer are told. */
  readonly hasStations: boolean;
  /** What the bytes begin with; -1 where no such number says it. */
  readonly etherType: number;
  /** Bytes of the frame by the text; 0 where it does not tell. */
  readonly length: number;
  /** Bytes that IP states and the frame did not have. */
  readonly missing: number;
  readonly device: DeviceText | null;
}

/** Of a text that tells nothing. */
export const NOTHING: Announced = {
  linkType: UNKNOWN_LINK,
  header: new Uint8Array(0),
  hasStations: false,
  etherType: -1,
  length: 0,
  missing: 0,
  device: null,
};

/** What a text announces that is understood. */
export function announcedBy(packet: PacketText): Announced {
  const etherType = etherTypeOf(packet);
  const { ethernet, missing, device } = packet;
  const header = ethernetBytes(ethernet ?? UNTOLD_ETHERNET, etherType);
  const length = Math.max(0, ethernet?.length ?? 0);
  const hasStations = ethernet !== null;
  return { linkType: ETHERNET_LINK, header, hasStations, etherType, length, missing, device };
}

/** What the first words of a text announce that is not understood; null where they tell nothing. */
export function announcedIn(text: string): Announced | null {
  const scanner = new Scanner(text);
  try {
    readTime(scanner);
    const device = readDevice(scanner);
    const ethernet = readEthernet(scanner);
    if (!ethernet) return carriedIn(scanner, device);
    const { header, type } = ethernet;
    const length = Math.max(0, header.length);
    const missing = readMissing(scanner);
    const bytes = ethernetBytes(header, type);
    return { linkType: ETHERNET_LINK, header: bytes, hasStations: true, etherType: type, length, missing, device };
  } catch (error) {
    if (error instanceof Misread) return null;
    throw error;
  }
}

/** The words of tcpdump's printers, by the EtherType that leads to them. */
const WORDS: readonly (readonly [words: RegExp, etherType: number])[] = [
  [/IP6(?!, wrong) ?/y, 0x86dd],
  [/IP6?(?:\d+ | |,)/y, 0x0800],
  [/ARP, /y, 0x0806],
  [/MPLS \(/y, 0x8847],
  [/PPPoE {2}\[ses /y, 0x8864],
  [/PPPoE PAD/y, 0x8863],
  [/EAPOL /y, 0x888e],
  [/LLDP, /y, 0x88cc],
  [/LACPv\d|MARKERv\d/y, 0x8809],
];

/** The same of IEEE 802.2: its access points and control field, and an organisation with its number perhaps. */
const LLC_WORDS: readonly (readonly [words: RegExp, llc: readonly number[]])[] = [
  [/STP 802\.1/y, [0x42, 0x42, 0x03]],
  [/(?:IS-IS|ES-IS|CLNP), /y, [0xfe, 0xfe, 0x03]],
  [/CDPv\d/y, [0xaa, 0xaa, 0x03, 0x00, 0x00, 0x0c, 0x20, 0x00]],
  [/VTPv\d/y, [0xaa, 0xaa, 0x03, 0x00, 0x00, 0x0c, 0x20, 0x03]],
];

/** What is there without `-e`. */
function carriedIn(scanner: Scanner, device: DeviceText | null): Announced | null {
  if (scanner.match(/UNSUPPORTED/y)) return NOTHING;
  if (scanner.match(/unknown ip \d/y)) return { ...NOTHING, linkType: RAW_LINK };
  if (scanner.match(/ ?\[\|ether\]/y)) return { ...NOTHING, linkType: ETHERNET_LINK };
  const etherType = WORDS.find(([words]) => scanner.match(words))?.[1];
  if (etherType !== undefined) {
    const missing = readMissing(scanner);
    return { ...NOTHING, ...untoldFrame(etherType, []), etherType, missing, device };
  }
  const llc = LLC_WORDS.find(([words]) => scanner.match(words))?.[1];
  return llc ? llcFrame(llc, 0) : (snapIn(scanner) ?? llcIn(scanner));
}

/** IEEE 802.2 with an organisation and its number, `length` bytes of payload. */
function snapIn(scanner: Scanner): Announced | null {
  const snap = scanner.match(
    /SNAP, oui [^(]*\(0x([0-9a-f]{6})\), (?:ethertype|pid) [^(]*\(0x([0-9a-f]{4})\), length (\d+)/y,
  );
  if (!snap) return null;
  const [organisation, number] = [Number.parseInt(snap[1]!, 16), Number.parseInt(snap[2]!, 16)];
  const bytes = [0xaa, 0xaa, 0x03, organisation >> 16, (organisation >> 8) & 255, organisation & 255];
  return llcFrame([...bytes, number >> 8, number & 255], Number(snap[3]) + bytes.length + 2);
}

/** Service access points, from the source's to the destination's; the control field behind them is not told. */
function llcIn(scanner: Scanner): Announced | null {
  const points = scanner.match(/[^(>]+\(0x([0-9a-f]{2})\) > [^(>]+\(0x([0-9a-f]{2})\), .*?length:? (\d+)/y);
  if (!points) return null;
  const [source, destination] = [Number.parseInt(points[1]!, 16), Number.parseInt(points[2]!, 16)];
  return llcFrame([destination, source, 0], Number(points[3]));
}

/** A frame that states how long it is; 0 for what the bytes below tell. */
const llcFrame = (bytes: readonly number[], length: number): Announced => ({
  ...NOTHING,
  ...untoldFrame(length, bytes),
  length: length > 0 ? headerLength(ethernetHeader) + length : 0,
});

const untoldFrame = (type: number, further: readonly number[]) => ({
  linkType: ETHERNET_LINK,
  header: joined([ethernetBytes(UNTOLD_ETHERNET, type), Uint8Array.from(further)]),
});

/** What the bytes of a dump are: which frame they are of, by themselves and by the text above them, and how long it was. */
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { ipv4Header } from "../../protocols/ipv4.ts";
import { ipv6Header } from "../../protocols/ipv6.ts";
import { headerLength } from "../../protocols/spec.ts";
import { type Bytes, joined } from "../../save/block-bytes.ts";
import { type Announced, NOTHING, UNKNOWN_LINK } from "./announced.ts";
import { type DumpedLink, fits, IPV4, IPV6, isIp, isIpType, linkBefore } from "./dumped-link.ts";
import { ETHERNET_LINK, RAW_LINK, type Untold } from "./frame-bytes.ts";
import { putField } from "./put-field.ts";

/** A frame, as far as its text tells it. */
export interface CapturedFrame {
  readonly linkType: number;
  readonly bytes: Bytes;
  readonly wireLength: number;
  readonly untold: readonly Untold[];
}

const ETHERNET_LENGTH = headerLength(ethernetHeader);
const ARP = 0x0806;
const RAW: DumpedLink = { linkType: RAW_LINK, ipAt: 0 };

/**
 * The frame that these bytes are of. `announced` is what the text above them says; null where it says nothing that helps,
 * which is a reason to doubt that they are Ethernet's, unless there is no text at all.
 */
export function capturedFrame(dumped: readonly number[], announced: Announced | null, hasText: boolean): CapturedFrame {
  const told = Uint8Array.from(dumped);
  const view = new DataView(told.buffer);
  const own = announced ? withoutHeader(view, announced) : guessed(view, hasText);
  const { header, linkType, etherType, length, missing, hasStations } = announced ?? NOTHING;
  if (own) return { linkType: own.linkType, bytes: told, wireLength: wireLength(told, own.ipAt), untold: [] };
  const bytes = behind(header, told);
  const ipAt = isIpType(etherType) ? header.length : -1;
  return { linkType, bytes, wireLength: wireLength(bytes, ipAt), untold: hasStations ? [] : ["addresses"] };

  /** By what the text and IP state, of which `missing` bytes were not there. */
  function wireLength(frame: Bytes, at: number): number {
    const byIp = at < 0 ? 0 : at + statedLength(new DataView(frame.buffer), at) - missing;
    return Math.max(frame.length, length, byIp);
  }
}

/** The link layer where nothing has to be put before the bytes; null where the announced one is missing. */
function withoutHeader(view: DataView, { linkType, header, hasStations, etherType }: Announced): DumpedLink | null {
  if (header.length === 0) return { linkType, ipAt: linkType === RAW_LINK ? 0 : -1 };
  if (etherType < 0) return beginsWith(view, header) ? { linkType, ipAt: -1 } : null;
  const isRaw = isIpType(etherType) && !hasStations;
  if (isRaw && isIp(view, 0)) return RAW;
  const before = hasStations && isIpType(etherType) && isIp(view, 0) ? null : linkBefore(view, etherType);
  return before ?? (isRaw && fits(view, 0, etherType) ? RAW : null);
}

/** The frame with its header; where this states a length that the text does not tell, it is that of the bytes. */
function behind(header: Bytes, told: Bytes): Bytes {
  const bytes = joined([header, told]);
  if (statesLength(header)) return bytes;
  putField(new DataView(bytes.buffer), 0, ethernetHeader.type, bytes.length - ETHERNET_LENGTH);
  return bytes;
}

const statesLength = (header: Bytes): boolean => ethernetHeader.type(new DataView(header.buffer), 0) > 0;

/** Whether a frame with the words' length and access points is there whole, behind addresses that they do not tell. */
function beginsWith(view: DataView, header: Bytes): boolean {
  // The control field, which is last, is not told either.
  for (let at = ETHERNET_LENGTH - (statesLength(header) ? 2 : 0); at < header.length - 1; at++) {
    if (view.byteLength <= at || view.getUint8(at) !== header[at]) return false;
  }
  return true;
}

/** The link layer by the bytes alone. */
function guessed(view: DataView, hasText: boolean): DumpedLink {
  if (isIp(view, 0)) return RAW;
  const known = linkBefore(view, IPV4) ?? linkBefore(view, IPV6) ?? linkBefore(view, ARP);
  if (known) return known;
  if (hasText) return { linkType: UNKNOWN_LINK, ipAt: -1 };
  return view.byteLength >= ETHERNET_LENGTH ? { linkType: ETHERNET_LINK, ipAt: -1 } : RAW;
}

/** Bytes of the packet by IP's own length; 0 where IP is not there. */
function statedLength(view: DataView, at: number): number {
  if (view.byteLength < at + 20) return 0;
  const version = ipv4Header.version(view, at);
  if (version === 4) return ipv4Header.totalLength(view, at);
  return version === 6 ? ipv6Header.payloadLength(view, at) + headerLength(ipv6Header) : 0;
}

/**
 * Which link layer dumped bytes begin with: tcpdump's `-XX` and other programs' dumps show it. No byte of a packet says it
 * outright; what must follow does.
 */
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { ipv4Header } from "../../protocols/ipv4.ts";
import { ipv6Header } from "../../protocols/ipv6.ts";
import { linuxCooked2Header, linuxCookedHeader } from "../../protocols/linux-cooked.ts";
import { headerLength } from "../../protocols/spec.ts";
import { COOKED_2_LINK } from "./device-bytes.ts";

/** A link layer. */
export interface DumpedLink {
  readonly linkType: number;
  /** Where IP begins behind it; -1 where something else does. */
  readonly ipAt: number;
}

/** One, and where the bytes behind it begin. */
interface Before {
  readonly linkType: number;
  readonly networkAt: number;
}

export const IPV4 = 0x0800;
export const IPV6 = 0x86dd;
const ETHERNET_LINK = 1;
const LOOPBACK_LINK = 0;
const PPP_LINK = 9;
const COOKED_LINK = 113;
const VLANS = [0x8100, 0x88a8, 0x9100, 0x9200];

/** The link layer before packets of an EtherType; null where none of those that are known leads to one. */
export function linkBefore(view: DataView, etherType: number): DumpedLink | null {
  for (const look of [ethernetBefore, cookedBefore, cooked2Before, loopbackBefore, pppBefore]) {
    const link = look(view, etherType);
    if (!link || !fits(view, link.networkAt, etherType)) continue;
    return { linkType: link.linkType, ipAt: isIpType(etherType) ? link.networkAt : -1 };
  }
  return null;
}

export const isIpType = (etherType: number): boolean => etherType === IPV4 || etherType === IPV6;

/** Whether what is at `at` can be a packet of the EtherType: of IP by its version, of all else nothing says so. */
export function fits(view: DataView, at: number, etherType: number): boolean {
  if (!isIpType(etherType)) return true;
  if (view.byteLength <= at) return false;
  return ipv4Header.version(view, at) === (etherType === IPV4 ? 4 : 6);
}

/** Whether IP can begin at `at`: by its version, and a length that its header can have. */
export function isIp(view: DataView, at: number): boolean {
  if (view.byteLength < at + 20) return view.byteLength > at && view.getUint8(at) === 0x45;
  const version = ipv4Header.version(view, at);
  if (version === 6)
    return view.byteLength >= at + 40 && ipv6Header.payloadLength(view, at) + 40 >= view.byteLength - at - 4;
  return version === 4 && ipv4Header.headerLength(view, at) >= 20 && ipv4Header.totalLength(view, at) >= 20;
}

function ethernetBefore(view: DataView, etherType: number): Before | null {
  let at = headerLength(ethernetHeader);
  while (view.byteLength >= at) {
    const type = view.getUint16(at - 2);
    if (type === etherType) return { linkType: ETHERNET_LINK, networkAt: at };
    if (!VLANS.includes(type)) break;
    at += 4;
  }
  return null;
}

function cookedBefore(view: DataView, etherType: number): Before | null {
  const at = headerLength(linuxCookedHeader);
  const isThere = view.byteLength >= at && linuxCookedHeader.etype(view, 0) === etherType;
  return isThere && linuxCookedHeader.pkttype(view, 0) <= 4 ? { linkType: COOKED_LINK, networkAt: at } : null;
}

function cooked2Before(view: DataView, etherType: number): Before | null {
  const at = headerLength(linuxCooked2Header);
  const isThere = view.byteLength >= at && linuxCooked2Header.etype(view, 0) === etherType;
  return isThere && view.getUint16(2) === 0 ? { linkType: COOKED_2_LINK, networkAt: at } : null;
}

/** Address families of BSD's loopback interfaces, in either byte order. */
const FAMILIES: Readonly<Record<number, number>> = { 2: IPV4, 24: IPV6, 28: IPV6, 30: IPV6 };

function loopbackBefore(view: DataView, etherType: number): Before | null {
  if (view.byteLength < 4) return null;
  const family = Math.min(view.getUint32(0), view.getUint32(0, true));
  return FAMILIES[family] === etherType ? { linkType: LOOPBACK_LINK, networkAt: 4 } : null;
}

/** PPP's numbers (IANA, PPP DLL Protocol Numbers). */
const PPP_NUMBERS: Readonly<Record<number, number>> = { 33: IPV4, 87: IPV6, 641: 0x8847, 643: 0x8848 };

/** Behind an address and a control byte perhaps; numbers may be compressed to a byte (RFC 1661 §6.5). */
function pppBefore(view: DataView, etherType: number): Before | null {
  const at = view.byteLength >= 2 && view.getUint16(0) === 0xff03 ? 2 : 0;
  if (view.byteLength < at + 2) return null;
  const isShort = (view.getUint8(at) & 1) === 1;
  const number = isShort ? view.getUint8(at) : view.getUint16(at);
  if (PPP_NUMBERS[number] !== etherType) return null;
  return { linkType: PPP_LINK, networkAt: at + (isShort ? 1 : 2) };
}

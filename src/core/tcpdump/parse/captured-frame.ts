/** What the bytes of a dump are: where they begin tells whether a link layer is there, IP how long the packet was. */
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { ipv4Header } from "../../protocols/ipv4.ts";
import { ipv6Header } from "../../protocols/ipv6.ts";
import { linuxCookedHeader } from "../../protocols/linux-cooked.ts";
import { headerLength } from "../../protocols/spec.ts";
import { joined } from "../../save/block-bytes.ts";
import type { PacketText } from "./facts.ts";
import { ETHERNET_LINK, ethernetBytes, RAW_LINK, UNTOLD_ETHERNET } from "./frame-bytes.ts";

/** Link type of packets behind a cooked header of version 1. */
export const COOKED_LINK = 113;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const ARP = 0x0806;
const TYPES = [IPV4, IPV6, ARP, 0x8100, 0x88a8];
const ETHERNET_LENGTH = headerLength(ethernetHeader);
const COOKED_LENGTH = headerLength(linuxCookedHeader);

/** How ARP for Ethernet and IPv4 begins (RFC 826). */
const ARP_BEGINS = [0, 1, 8, 0, 6, 4];

/**
 * The packet that these bytes are the beginning of; `packet` is what the line above them tells, null without one, and
 * `etherType` what a line tells that is not understood, or -1.
 */
export function capturedFrame(dumped: readonly number[], packet: PacketText | null, etherType = -1) {
  const told = Uint8Array.from(dumped);
  const bytes = etherType < 0 ? withLink(told, packet) : joined([ethernetBytes(UNTOLD_ETHERNET, etherType), told]);
  const view = new DataView(bytes.buffer);
  const linkType = linkOf(view);
  const networkAt = linkType === ETHERNET_LINK ? ETHERNET_LENGTH : linkType === COOKED_LINK ? COOKED_LENGTH : 0;
  return { linkType, bytes, wireLength: Math.max(bytes.length, networkAt + networkLength(view, networkAt)) };
}

/** A dump leaves out the link layer, unless asked for it: what the line tells of Ethernet is put before it. */
function withLink(bytes: Uint8Array, packet: PacketText | null): Uint8Array {
  const isArp = packet?.body.kind === "arp" && ARP_BEGINS.every((byte, at) => bytes[at] === byte);
  if (isArp) return joined([ethernetBytes(packet.ethernet ?? UNTOLD_ETHERNET, ARP), bytes]);
  if (!packet?.ethernet || !isIp(new DataView(bytes.buffer), 0)) return bytes;
  return joined([ethernetBytes(packet.ethernet, packet.version === 6 ? IPV6 : IPV4), bytes]);
}

function linkOf(view: DataView): number {
  if (isIp(view, 0)) return RAW_LINK;
  const length = view.byteLength;
  if (length >= ETHERNET_LENGTH && TYPES.includes(ethernetHeader.type(view, 0))) return ETHERNET_LINK;
  if (length >= COOKED_LENGTH && TYPES.includes(linuxCookedHeader.etype(view, 0))) return COOKED_LINK;
  return length >= ETHERNET_LENGTH ? ETHERNET_LINK : RAW_LINK;
}

/** Whether IP can begin at `at`: by its version, and a length that its header can have. */
function isIp(view: DataView, at: number): boolean {
  if (view.byteLength < at + 20) return view.byteLength > at && view.getUint8(at) === 0x45;
  const version = ipv4Header.version(view, at);
  if (version === 6)
    return view.byteLength >= at + 40 && ipv6Header.payloadLength(view, at) + 40 >= view.byteLength - at - 4;
  return version === 4 && ipv4Header.headerLength(view, at) >= 20 && ipv4Header.totalLength(view, at) >= 20;
}

/** Bytes of the packet by IP's own length; 0 where IP is not there. */
function networkLength(view: DataView, at: number): number {
  if (view.byteLength < at + 20) return 0;
  const version = ipv4Header.version(view, at);
  if (version === 4) return ipv4Header.totalLength(view, at);
  return version === 6 ? ipv6Header.payloadLength(view, at) + headerLength(ipv6Header) : 0;
}

/** Ethernet II and the length form of IEEE 802.3, told apart by the number after the addresses. */
import { macText } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { dec, type FieldInfo, header, headerLength, hex, mac } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

/** From here on the number is an EtherType (IEEE 802.3 §3.2.6). */
const FIRST_ETHER_TYPE = 1536;
/** Up to here it is a length; those between are neither. */
const MAX_LENGTH = 1500;

/** What an EtherType announces, as far as people meet it. */
export const ETHER_TYPE_NAMES = {
  2048: "IPv4",
  2054: "ARP",
  2114: "Wake on LAN",
  32821: "RARP",
  32923: "AppleTalk",
  33024: "802.1Q Virtual LAN",
  33079: "IPX",
  25944: "Transparent Ethernet bridging",
  34525: "IPv6",
  34824: "MAC Control",
  34825: "Slow Protocols",
  34887: "MPLS",
  34888: "MPLS multicast",
  34915: "PPPoE Discovery",
  34916: "PPPoE Session",
  34958: "802.1X Authentication",
  34984: "802.1ad Provider Bridge",
  35020: "LLDP",
  35045: "802.1AE MACsec",
  35047: "802.1ah Provider Backbone Bridge",
  35063: "PTP",
  35078: "FCoE",
  35081: "Cisco MetaData",
  35110: "VN-Tag",
  35151: "Network Service Header",
  36864: "Loopback",
  37120: "QinQ (old)",
} as const;

export const ethernetHeader = header(
  "eth",
  { source: "IEEE 802.3 §3.1" },
  {
    dst: mac("Destination", { aliases: ["eth.addr"] }),
    src: mac("Source", { aliases: ["eth.addr"] }),
    type: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);
const lengthHeader = header("eth", { source: "IEEE 802.3 §3.2.6" }, { len: dec(16, "Length", { unit: "bytes" }) });
const LENGTH = headerLength(ethernetHeader);

export const ethernet: Protocol = {
  key: "eth",
  title: "Ethernet II",
  short: "Ethernet",
  source: "IEEE 802.3",
  reachedBy: { linkType: [1], etherType: [0x6558], ipProtocol: [143] },
  header: ethernetHeader,
  further: [lengthHeader.len],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    w.stations(ethernetHeader.src(view, at), ethernetHeader.dst(view, at));
    w.at += LENGTH;
    followEtherType(w, ethernetHeader.type(view, at), lengthHeader.len);
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return; // Wireshark shows nothing of a cut one
    p.field(ethernetHeader.dst);
    p.field(ethernetHeader.src);
    const number = ethernetHeader.type(p.view, p.at);
    if (isEtherType(number)) p.field(ethernetHeader.type);
    else if (number <= MAX_LENGTH) p.field(lengthHeader.len, p.at + 12);
  },

  brief(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return "";
    return `${macText(p.view, ethernetHeader.src(p.view, p.at))} → ${macText(p.view, ethernetHeader.dst(p.view, p.at))}`;
  },
};

/**
 * Goes on behind an EtherType, or behind a length, in whose place it may stand: IEEE 802.2 has the number 0 here.
 * `length` is the field that the number stands in when it is a length.
 */
export function followEtherType(w: Walk, number: number, length: FieldInfo): void {
  if (number > MAX_LENGTH) return w.follow("etherType", number);
  // IPX without IEEE 802.2 (Novell's "raw 802.3") begins with a check sum that is always 0xffff.
  if (w.end - w.at >= 2 && w.view.getUint16(w.at) === 0xffff) return w.follow("etherType", number || 1);
  w.limitTo(w.at, number, length);
  w.follow("etherType", 0);
}

/** Whether the number before the payload announces a protocol. */
export const isEtherType = (number: number): boolean => number >= FIRST_ETHER_TYPE;

/** Ethernet II and the length form of IEEE 802.3, told apart by the number after the addresses. */
import { macText } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { dec, header, headerLength, hex, mac } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

/** From here on the number is an EtherType; below it, a length (IEEE 802.3 §3.2.6). */
const FIRST_ETHER_TYPE = 1536;

/** What an EtherType announces, as far as people meet it. */
export const ETHER_TYPE_NAMES = {
  2048: "IPv4",
  2054: "ARP",
  2114: "Wake on LAN",
  32821: "RARP",
  32923: "AppleTalk",
  33024: "802.1Q Virtual LAN",
  33079: "IPX",
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
  35063: "PTP",
  35078: "FCoE",
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
  reachedBy: { linkType: [1] },
  header: ethernetHeader,
  further: [lengthHeader.len],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = ethernetHeader.type(w.view, w.at);
    w.at += LENGTH;
    followEtherType(w, number);
  },

  inspect(p: Inspection) {
    p.field(ethernetHeader.dst);
    p.field(ethernetHeader.src);
    if (ethernetHeader.type(p.view, p.at) >= FIRST_ETHER_TYPE) p.field(ethernetHeader.type);
    else p.field(lengthHeader.len, p.at + 12);
  },

  brief(p: Inspection) {
    return `${macText(p.view, ethernetHeader.src(p.view, p.at))} → ${macText(p.view, ethernetHeader.dst(p.view, p.at))}`;
  },
};

/** Goes on behind an EtherType, or behind a length, in whose place it may stand. */
export function followEtherType(w: Walk, number: number): void {
  if (number < FIRST_ETHER_TYPE) w.limitTo(w.at, number);
  w.follow("etherType", number);
}

/** What the number that no protocol answers to is: a length before IEEE 802.2, or an EtherType. */
export const isEtherLength = (number: number) => number < FIRST_ETHER_TYPE;

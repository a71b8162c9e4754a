/**
 * Linux cooked captures, versions 1 and 2: the pseudo header that libpcap puts in place of the link layer's when it
 * captures on the "any" device.
 */
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bytes, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const PACKET_TYPES = {
  0: "Unicast to us",
  1: "Broadcast",
  2: "Multicast",
  3: "Unicast to another host",
  4: "Sent by us",
} as const;
const HARDWARE_TYPES = { 1: "Ethernet", 512: "PPP", 772: "Loopback", 776: "IPv6 in IPv4", 778: "GRE" } as const;

/** EtherTypes stand here for all but a few numbers below 1536 that Linux gives to frames without one. */
const PROTOCOL_NAMES = { ...ETHER_TYPE_NAMES, 1: "802.3 without LLC", 4: "802.2 LLC" } as const;

const v1 = header(
  "sll",
  { source: "LINKTYPE_LINUX_SLL" },
  {
    pkttype: dec(16, "Packet type", { values: PACKET_TYPES }),
    hatype: dec(16, "Link-layer address type", { values: HARDWARE_TYPES }),
    halen: dec(16, "Link-layer address length", { unit: "bytes" }),
    address: bytes(8, "Source", { filter: "src.other" }),
    etype: hex(16, "Protocol", { values: PROTOCOL_NAMES }),
  },
);

const v2 = header(
  "sll",
  { source: "LINKTYPE_LINUX_SLL2" },
  {
    etype: hex(16, "Protocol", { values: PROTOCOL_NAMES }),
    reserved: hex(16, "Reserved", { ours: true }),
    ifindex: dec(32, "Interface index"),
    hatype: dec(16, "Link-layer address type", { values: HARDWARE_TYPES }),
    pkttype: dec(8, "Packet type", { values: PACKET_TYPES }),
    halen: dec(8, "Link-layer address length", { unit: "bytes" }),
    address: bytes(8, "Source", { filter: "src.other" }),
  },
);

const sourceMac = generated("sll.src.eth", "Source", "mac", { source: "LINKTYPE_LINUX_SLL" });
const unused = generated("sll.unused", "Unused", "bytes", { source: "LINKTYPE_LINUX_SLL" });

/** The address takes as much of its eight bytes as its length says; six bytes are an Ethernet address. */
function inspectAddress(p: Inspection, at: number, length: number): void {
  const used = Math.min(length, 8);
  if (used === 6) p.bytes(sourceMac, at, 6);
  else if (used > 0) p.bytes(v1.address, at, used);
  if (used < 8) p.bytes(unused, at + used, 8 - used);
}

export const linuxCooked: Protocol = {
  key: "sll",
  title: "Linux cooked capture v1",
  short: "SLL",
  source: "LINKTYPE_LINUX_SLL",
  reachedBy: { linkType: [113] },
  header: v1,
  further: [sourceMac, unused],

  walk(w: Walk) {
    if (!w.has(headerLength(v1))) return;
    const number = v1.etype(w.view, w.at);
    w.at += headerLength(v1);
    w.follow("etherType", number);
  },

  inspect(p: Inspection) {
    p.field(v1.pkttype);
    p.field(v1.hatype);
    p.field(v1.halen);
    inspectAddress(p, p.at + 6, v1.halen(p.view, p.at));
    p.field(v1.etype);
  },
};

export const linuxCooked2: Protocol = {
  key: "sll",
  title: "Linux cooked capture v2",
  short: "SLL",
  source: "LINKTYPE_LINUX_SLL2",
  reachedBy: { linkType: [276] },
  header: v2,
  further: [sourceMac, unused],

  walk(w: Walk) {
    if (!w.has(headerLength(v2))) return;
    const number = v2.etype(w.view, w.at);
    w.at += headerLength(v2);
    w.follow("etherType", number);
  },

  inspect(p: Inspection) {
    p.field(v2.etype);
    p.field(v2.ifindex);
    p.field(v2.hatype);
    p.field(v2.pkttype);
    p.field(v2.halen);
    inspectAddress(p, p.at + 12, v2.halen(p.view, p.at));
  },
};

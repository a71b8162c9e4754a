/**
 * Linux cooked captures, versions 1 and 2: the pseudo header that libpcap puts in place of the link layer's when it
 * captures on the "any" device.
 */
import { ETHER_TYPE_NAMES, isEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bytes, dec, type Field, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const V1 = "LINKTYPE_LINUX_SLL";
const V2 = "LINKTYPE_LINUX_SLL2";
const PACKET_TYPES = {
  0: "Unicast to us",
  1: "Broadcast",
  2: "Multicast",
  3: "Unicast to another host",
  4: "Sent by us",
} as const;
const GRE = 778;
const HARDWARE_TYPES = { 1: "Ethernet", 512: "PPP", 772: "Loopback", 776: "IPv6 in IPv4", [GRE]: "GRE" } as const;

/** Numbers below 1536 are no EtherTypes: Linux gives them to frames without one. */
const IEEE_802_2 = 4;
const PROTOCOL_NAMES = { ...ETHER_TYPE_NAMES, 1: "802.3 without LLC", [IEEE_802_2]: "802.2 LLC", 12: "CAN" } as const;

const v1 = header(
  "sll",
  { source: V1 },
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
  { source: V2 },
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

export { v1 as linuxCookedHeader, v2 as linuxCooked2Header };

const further = {
  mac: generated("sll.src.eth", "Source", "mac", { source: V1 }),
  ipv4: generated("sll.src.ipv4", "Source", "ipv4", { source: V1 }),
  unused: generated("sll.unused", "Unused", "bytes", { source: V1 }),
  linuxType: generated("sll.ltype", "Protocol", "uint", { source: V1, digits: 4, values: PROTOCOL_NAMES }),
  greType: generated("sll.gretype", "Protocol", "uint", { source: V1, digits: 4, values: PROTOCOL_NAMES }),
};

/** The address takes as much of its eight bytes as its length says; six bytes are an Ethernet address. */
function inspectAddress(p: Inspection, at: number, length: number): void {
  const used = Math.min(length, 8);
  const info = used === 6 ? further.mac : used === 4 ? further.ipv4 : v1.address;
  if (used > 0 && p.covers(at, used)) p.bytes(info, at, used);
  if (used < 8 && p.covers(at, 8)) p.bytes(further.unused, at + used, 8 - used);
}

/** The same two bytes have three names, by what their number is. */
function inspectProtocol(p: Inspection, field: Field, hardwareType: number): void {
  const at = p.at + field.bit / 8;
  if (!p.covers(at, 2)) return;
  const number = field(p.view, p.at);
  if (hardwareType === GRE) p.add(further.greType, number, { at, length: 2 });
  else if (isEtherType(number)) p.field(field);
  else p.add(further.linuxType, number, { at, length: 2 });
}

function walkOn(w: Walk, length: number, number: number): void {
  w.at += length;
  // IEEE 802.2 has the EtherType 0 here, as behind Ethernet's length.
  if (number === IEEE_802_2) w.follow("etherType", 0);
  else w.follow("etherType", number || 1);
}

export const linuxCooked: Protocol = {
  key: "sll",
  title: "Linux cooked capture v1",
  short: "SLL",
  source: V1,
  reachedBy: { linkType: [113] },
  header: v1,
  further: Object.values(further),

  walk(w: Walk) {
    if (w.has(headerLength(v1))) walkOn(w, headerLength(v1), v1.etype(w.view, w.at));
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, 4)) return; // Wireshark shows the first two fields together or not at all
    p.field(v1.pkttype);
    p.field(v1.hatype);
    p.field(v1.halen);
    if (!p.covers(p.at, 6)) return;
    inspectAddress(p, p.at + 6, v1.halen(p.view, p.at));
    inspectProtocol(p, v1.etype, v1.hatype(p.view, p.at));
  },
};

export const linuxCooked2: Protocol = {
  key: "sll",
  title: "Linux cooked capture v2",
  short: "SLL",
  source: V2,
  reachedBy: { linkType: [276] },
  header: v2,
  further: Object.values(further),

  walk(w: Walk) {
    if (w.has(headerLength(v2))) walkOn(w, headerLength(v2), v2.etype(w.view, w.at));
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, 12)) return; // all but the address, or nothing, as Wireshark has it
    inspectProtocol(p, v2.etype, v2.hatype(p.view, p.at));
    p.field(v2.reserved);
    p.field(v2.ifindex);
    p.field(v2.hatype);
    p.field(v2.pkttype);
    p.field(v2.halen);
    inspectAddress(p, p.at + 12, v2.halen(p.view, p.at));
  },
};

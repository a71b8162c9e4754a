/** Juniper's Ethernet captures: a magic number, flags and a list of values before the frame. */
import { ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";

import { rawIp } from "./raw-ip.ts";
import { dec, header, headerLength, hex } from "./spec.ts";
import { type Protocol, type Walk, WRONG_VALUE } from "./walk.ts";

const MAGIC = 0x4d4743;

const juniperHeader = header(
  "juniper",
  { source: "LINKTYPE_JUNIPER_ETHER" },
  {
    magic: hex(24, "Magic Number", { filter: "magic-number" }),
    hasExtensions: dec(1, "Extensions", { ours: true }),
    reserved: dec(5, "Reserved", { ours: true }),
    isPacket: hex(1, "L2 header presence", { filter: "l2hdr", values: { 0: "Present", 1: "Not present" } }),
    direction: hex(1, "Direction", { values: { 0: "Out", 1: "In" } }),
  },
);
const LENGTH = headerLength(juniperHeader);
const extensions = header(
  "juniper",
  { source: "LINKTYPE_JUNIPER_ETHER" },
  { length: dec(16, "Extension(s) Total length", { filter: "ext_total_len", unit: "bytes" }) },
);
/** What stands before the packet where the link layer was taken off: the address family. */
const FAMILY_LENGTH = 4;

export const juniperEthernet: Protocol = {
  key: "juniper",
  title: "Juniper Ethernet",
  short: "Juniper",
  source: "LINKTYPE_JUNIPER_ETHER",
  reachedBy: { linkType: [178] },
  header: juniperHeader,
  further: [extensions.length],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const magic = juniperHeader.magic(view, at);
    if (magic !== MAGIC) return w.fail(WRONG_VALUE, MAGIC, magic, juniperHeader.magic);
    const length = LENGTH + (juniperHeader.hasExtensions(view, at) ? headerLength(extensions) : 0);
    if (!w.has(length)) return;
    const listed = length > LENGTH ? extensions.length(view, at + LENGTH) : 0;
    const isPacket = juniperHeader.isPacket(view, at) === 1;
    if (!w.has(length + listed + (isPacket ? FAMILY_LENGTH : 0))) return;
    w.at += length + listed + (isPacket ? FAMILY_LENGTH : 0);
    w.next = isPacket ? rawIp : ethernet;
  },

  inspect(p: Inspection) {
    p.fixed(juniperHeader);
    if (p.covers(p.at, LENGTH) && juniperHeader.hasExtensions(p.view, p.at)) p.field(extensions.length, p.at + LENGTH);
  },
};

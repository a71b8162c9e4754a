/** VN-Tag: which virtual interfaces of a port extender a frame comes from and goes to. */
import { ETHER_TYPE_NAMES, followEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const tag = header(
  "vntag",
  { source: "Cisco, VN-Tag" },
  {
    dir: bool("Direction"),
    ptr: bool("Pointer"),
    dst: dec(14, "Destination"),
    looped: bool("Looped"),
    r: dec(1, "Reserved"),
    version: dec(2, "Version"),
    src: dec(12, "Source"),
    etype: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);
const LENGTH = headerLength(tag);

export const vnTag: Protocol = {
  key: "vntag",
  title: "VN-Tag",
  short: "VNTAG",
  source: "Cisco, VN-Tag",
  reachedBy: { etherType: [0x8926] },
  header: tag,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = tag.etype(w.view, w.at);
    w.at += LENGTH;
    followEtherType(w, number, tag.etype);
  },

  inspect(p: Inspection) {
    p.fixed(tag);
  },
};

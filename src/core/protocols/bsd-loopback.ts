/** BSD loopback: four bytes that name the address family, in the byte order of the machine that captured. */
import type { Inspection } from "./inspection.ts";
import { generated } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

/** AF_INET is 2 on every system; AF_INET6 is one of four numbers. */
const FAMILY_NAMES = { 2: "IP", 24: "IPv6", 28: "IPv6", 30: "IPv6" } as const;
const LENGTH = 4;

const family = generated("null.family", "Family", "uint", { source: "LINKTYPE_NULL", values: FAMILY_NAMES });

/** The byte order is not stated: families are small numbers, so the order that makes it small is the right one. */
function familyAt(view: DataView, at: number): number {
  const number = view.getUint32(at);
  return number > 0xffff ? view.getUint32(at, true) : number;
}

export const bsdLoopback: Protocol = {
  key: "null",
  title: "Null/Loopback",
  short: "Loopback",
  source: "LINKTYPE_NULL, LINKTYPE_LOOP",
  reachedBy: { linkType: [0, 108] },
  header: null,
  further: [family],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = familyAt(w.view, w.at);
    w.at += LENGTH;
    w.follow("bsdFamily", number);
  },

  inspect(p: Inspection) {
    if (p.covers(p.at, LENGTH)) p.add(family, familyAt(p.view, p.at), { at: p.at, length: LENGTH });
  },
};

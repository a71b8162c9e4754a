/**
 * BSD loopback: four bytes that name the address family. In LINKTYPE_NULL they have the byte order of the machine that
 * captured, in LINKTYPE_LOOP always the network's.
 */
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { generated } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

/** AF_INET is 2 on every system; AF_INET6 is one of three numbers. */
const FAMILY_NAMES = { 2: "IP", 24: "IPv6", 28: "IPv6", 30: "IPv6" } as const;
const LENGTH = 4;
const LARGEST_TYPE = 0xffff;
/** Some systems write an EtherType here; families are smaller. */
const FIRST_ETHER_TYPE = 1536;

function loopback(source: string, linkType: number, numberAt: (view: DataView, at: number) => number): Protocol {
  const family = generated("null.family", "Family", "uint", { source, values: FAMILY_NAMES });
  const type = generated("null.type", "Type", "uint", { source, digits: 4, values: ETHER_TYPE_NAMES });
  const isType = (number: number) => number >= FIRST_ETHER_TYPE && number <= LARGEST_TYPE;
  return {
    key: "null",
    title: "Null/Loopback",
    short: "Loopback",
    source,
    reachedBy: { linkType: [linkType] },
    header: null,
    further: [family, type],

    walk(w: Walk) {
      if (!w.has(LENGTH)) return;
      const number = numberAt(w.view, w.at);
      w.at += LENGTH;
      w.follow(isType(number) ? "etherType" : "bsdFamily", number);
    },

    inspect(p: Inspection) {
      if (!p.covers(p.at, LENGTH)) return;
      const number = numberAt(p.view, p.at);
      p.add(isType(number) ? type : family, number, { at: p.at, length: LENGTH });
    },
  };
}

/** The byte order is not stated: the numbers are small ones, so the order that makes them small is the right one. */
export const bsdLoopback = loopback("LINKTYPE_NULL", 0, (view, at) => {
  const number = view.getUint32(at);
  return number > LARGEST_TYPE ? view.getUint32(at, true) : number;
});
export const bsdLoop = loopback("LINKTYPE_LOOP", 108, (view, at) => view.getUint32(at));

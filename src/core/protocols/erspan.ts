/** Encapsulated Remote Switch Port Analyzer: frames that a switch mirrors to a collector, in GRE. */
import { ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, header, headerLength } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const SOURCE = "draft-foschiano-erspan-03 §4";
const VERSIONS = { 1: "Type II", 2: "Type III" } as const;

const start = {
  version: dec(4, "Version", { values: VERSIONS }),
  vlan: dec(12, "VLAN"),
  cos: dec(3, "Class of service"),
} as const;

const typeTwo = header(
  "erspan",
  { source: `${SOURCE}.2` },
  {
    ...start,
    encap: dec(2, "Encapsulation"),
    truncated: dec(1, "Truncated"),
    session: dec(10, "Session", { filter: "spanid" }),
    reserved: dec(12, "Reserved"),
    index: dec(20, "Index"),
  },
);
const typeThree = header(
  "erspan",
  { source: `${SOURCE}.3` },
  {
    ...start,
    bad: dec(2, "Bad, short or oversized", { filter: "bso" }),
    truncated: dec(1, "Truncated"),
    session: dec(10, "Session", { filter: "spanid" }),
    timestamp: dec(32, "Timestamp"),
    group: dec(16, "Security Group Tag", { filter: "sgt" }),
    isFrame: dec(1, "Has Ethernet PDU", { filter: "p" }),
    frameType: dec(5, "Frame Type", { filter: "ft" }),
    hardware: dec(6, "Hardware ID", { filter: "hw" }),
    direction: bool("Direction"),
    granularity: dec(2, "Timestamp granularity", { filter: "gra" }),
    optional: dec(1, "Optional sub header", { filter: "o" }),
  },
);
const OPTIONAL_LENGTH = 8;
const VERSION_THREE = 2;

export const erspan: Protocol = {
  key: "erspan",
  title: "Encapsulated Remote Switch Port Analyzer",
  short: "ERSPAN",
  source: SOURCE,
  reachedBy: {},
  header: typeTwo,
  further: Object.values(typeThree),

  walk(w: Walk) {
    if (!w.has(headerLength(typeTwo))) return;
    if (typeTwo.version(w.view, w.at) === VERSION_THREE) return walkThree(w);
    w.at += headerLength(typeTwo);
    w.next = ethernet;
  },

  inspect(p: Inspection) {
    const isThree = p.covers(p.at, 1) && typeTwo.version(p.view, p.at) === VERSION_THREE;
    p.fixed(isThree ? typeThree : typeTwo);
  },
};

function walkThree(w: Walk): void {
  if (!w.has(headerLength(typeThree))) return;
  const isOptional = typeThree.optional(w.view, w.at) === 1;
  const length = headerLength(typeThree) + (isOptional ? OPTIONAL_LENGTH : 0);
  if (!w.has(length)) return;
  w.at += length;
  w.next = ethernet;
}

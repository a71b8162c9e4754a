/** PPP over Ethernet: the discovery of a session, and its packets. */
import type { Inspection } from "./inspection.ts";
import { ppp } from "./ppp.ts";
import { inspectTags, pppoeTagFields, tagWords } from "./pppoe-tags.ts";
import { dec, header, headerLength, hex } from "./spec.ts";
import { FINE, type Protocol, type Walk } from "./walk.ts";

const CODE_NAMES: Readonly<Record<number, string>> = {
  0: "Session Data",
  7: "Active Discovery Offer (PADO)",
  9: "Active Discovery Initiation (PADI)",
  25: "Active Discovery Request (PADR)",
  101: "Active Discovery Session-confirmation (PADS)",
  167: "Active Discovery Terminate (PADT)",
};

const pppoeHeader = header(
  "pppoe",
  { source: "RFC 2516 §4" },
  {
    version: dec(4, "Version"),
    type: dec(4, "Type"),
    code: hex(8, "Code", { values: CODE_NAMES }),
    session: hex(16, "Session ID", { filter: "session_id" }),
    length: dec(16, "Payload Length", { filter: "payload_length", unit: "bytes" }),
  },
);
const LENGTH = headerLength(pppoeHeader);

function walkTo(w: Walk, next: Protocol | null): void {
  if (!w.has(LENGTH)) return;
  const from = w.at + LENGTH;
  w.limitTo(from, pppoeHeader.length(w.view, w.at), pppoeHeader.length);
  w.at = from;
  w.next = next;
}

export const pppoeDiscovery: Protocol = {
  key: "pppoed",
  title: "PPP-over-Ethernet Discovery",
  short: "PPPoED",
  source: "RFC 2516",
  reachedBy: { etherType: [0x8863] },
  header: pppoeHeader,
  further: pppoeTagFields,

  walk(w: Walk) {
    walkTo(w, null);
    if (w.problem === FINE) w.at = w.end; // the tags are its own
  },

  inspect(p: Inspection) {
    p.fixed(pppoeHeader);
    inspectTags(p, p.at + LENGTH);
  },

  info(p: Inspection) {
    if (!p.covers(p.at, 2)) return "";
    return (CODE_NAMES[pppoeHeader.code(p.view, p.at)] ?? "Unknown") + tagWords(p, p.at + LENGTH);
  },
};

export const pppoeSession: Protocol = {
  key: "pppoes",
  title: "PPP-over-Ethernet Session",
  short: "PPPoES",
  source: "RFC 2516",
  reachedBy: { etherType: [0x8864], linkType: [51] },
  header: pppoeHeader,
  further: [],

  walk(w: Walk) {
    walkTo(w, ppp);
  },

  inspect(p: Inspection) {
    p.fixed(pppoeHeader);
  },
};

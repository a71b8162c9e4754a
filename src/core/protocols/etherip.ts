/** EtherIP: Ethernet frames in IP. */
import { ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, header, headerLength } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const etheripHeader = header(
  "etherip",
  { source: "RFC 3378 §3" },
  { version: dec(4, "Version", { filter: "ver" }), reserved: dec(12, "Reserved") },
);
const LENGTH = headerLength(etheripHeader);

export const etherip: Protocol = {
  key: "etherip",
  title: "Ethernet over IP",
  short: "ETHERIP",
  source: "RFC 3378",
  reachedBy: { ipProtocol: [97] },
  header: etheripHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    w.at += LENGTH;
    w.next = ethernet;
  },

  inspect(p: Inspection) {
    p.fixed(etheripHeader);
  },
};

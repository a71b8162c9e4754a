/** Cisco MetaData: the security group of a frame's sender, before what the EtherType at its end announces. */
import { ETHER_TYPE_NAMES, followEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const metadata = header(
  "cmd",
  { source: "Cisco TrustSec" },
  {
    version: dec(8, "Version"),
    length: dec(8, "Length"),
    options: hex(16, "Options"),
    group: dec(16, "Security Group Tag", { filter: "sgt" }),
    type: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);
const LENGTH = headerLength(metadata);

export const ciscoMetadata: Protocol = {
  key: "cmd",
  title: "Cisco MetaData",
  short: "CMD",
  source: "Cisco TrustSec",
  reachedBy: { etherType: [0x8909] },
  header: metadata,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = metadata.type(w.view, w.at);
    w.at += LENGTH;
    followEtherType(w, number, metadata.type);
  },

  inspect(p: Inspection) {
    p.fixed(metadata);
  },
};

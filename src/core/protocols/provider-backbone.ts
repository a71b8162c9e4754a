/** Provider backbone bridges, "MAC in MAC": the service tag of IEEE 802.1ah and the customer's addresses behind it. */
import { macText } from "../base/address.ts";
import { ETHER_TYPE_NAMES, followEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, header, headerLength, hex, mac } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const serviceTag = header(
  "ieee8021ah",
  { source: "IEEE 802.1Q §9.7" },
  {
    priority: dec(3, "Priority"),
    drop: dec(1, "Drop eligible"),
    nca: dec(1, "No customer addresses"),
    res1: dec(1, "Reserved 1"),
    res2: dec(2, "Reserved 2"),
    service: dec(24, "Service identifier", { filter: "isid" }),
    dst: mac("Customer destination", { filter: "cdst" }),
    src: mac("Customer source", { filter: "csrc" }),
    etype: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);
const LENGTH = headerLength(serviceTag);

export const providerBackbone: Protocol = {
  key: "ieee8021ah",
  title: "IEEE 802.1ah",
  short: "802.1ah",
  source: "IEEE 802.1Q",
  reachedBy: { etherType: [0x88e7] },
  header: serviceTag,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    w.stations(serviceTag.src(view, at), serviceTag.dst(view, at));
    w.at += LENGTH;
    followEtherType(w, serviceTag.etype(view, at), serviceTag.etype);
  },

  inspect(p: Inspection) {
    p.fixed(serviceTag);
  },

  brief({ view, at, headerEnd }: Inspection) {
    if (headerEnd - at < LENGTH) return "";
    return `${macText(view, serviceTag.src(view, at))} → ${macText(view, serviceTag.dst(view, at))}`;
  },
};

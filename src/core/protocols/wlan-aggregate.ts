/** One of the packets that an IEEE 802.11 frame carries together (A-MSDU): addresses and a length of its own. */
import { macText } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { llc } from "./llc.ts";
import { dec, header, headerLength, mac } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const subframe = header(
  "wlan",
  { source: "IEEE 802.11 §9.3.2.2.2" },
  {
    dst: mac("Destination address", { filter: "da", aliases: ["wlan.addr"] }),
    src: mac("Source address", { filter: "sa", aliases: ["wlan.addr"] }),
    length: dec(16, "A-MSDU Length", { filter: "a_mdsu.length", ours: true, unit: "bytes" }),
  },
);
const LENGTH = headerLength(subframe);

/** Subframes begin at multiples of this, from the first one's beginning. */
const ALIGNMENT = 4;

export const wlanAggregate: Protocol = {
  key: "wlan_aggregate",
  title: "IEEE 802.11 A-MSDU Subframe",
  short: "802.11",
  source: "IEEE 802.11",
  reachedBy: {},
  header: subframe,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const length = subframe.length(view, at);
    const padded = Math.ceil((LENGTH + length) / ALIGNMENT) * ALIGNMENT;
    if (at + padded < w.end) w.walkLater(wlanAggregate, at + padded);
    w.stations(subframe.src(view, at), subframe.dst(view, at));
    w.limitTo(at + LENGTH, length, subframe.length);
    w.at += LENGTH;
    w.next = w.at < w.end ? llc : null;
  },

  inspect(p: Inspection) {
    p.fixed(subframe);
  },

  brief({ view, at, headerEnd }: Inspection) {
    if (headerEnd - at < LENGTH) return "";
    return `${macText(view, subframe.src(view, at))} → ${macText(view, subframe.dst(view, at))}`;
  },
};

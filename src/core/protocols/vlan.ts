/** VLAN tags: 802.1Q, and 802.1ad with its older numbers, one tag a layer. */
import { ETHER_TYPE_NAMES, followEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const vlanHeader = header(
  "vlan",
  { source: "IEEE 802.1Q §9.6" },
  {
    priority: dec(3, "Priority"),
    dei: bool("Drop eligible indicator"),
    id: dec(12, "ID"),
    etype: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);

export const vlan: Protocol = {
  key: "vlan",
  title: "802.1Q Virtual LAN",
  short: "VLAN",
  source: "IEEE 802.1Q",
  reachedBy: { etherType: [0x8100, 0x88a8, 0x9100, 0x9200, 0x9300] },
  header: vlanHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(vlanHeader))) return;
    const number = vlanHeader.etype(w.view, w.at);
    w.at += headerLength(vlanHeader);
    followEtherType(w, number);
  },

  inspect(p: Inspection) {
    p.fixed(vlanHeader);
  },
};

/** VLAN tags: those of 802.1Q, one a header, and those that 802.1ad puts before them, of which two make one header. */
import { ETHER_TYPE_NAMES, followEtherType, isEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const SERVICE_TAG = 0x88a8;

const vlanHeader = header(
  "vlan",
  { source: "IEEE 802.1Q §9.6" },
  {
    priority: dec(3, "Priority"),
    dei: bool("DEI"),
    id: dec(12, "ID"),
    etype: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);
const lengthHeader = header("vlan", { source: "IEEE 802.1Q §9.6" }, { len: dec(16, "Length", { unit: "bytes" }) });
const LENGTH = headerLength(vlanHeader);

export const vlan: Protocol = {
  key: "vlan",
  title: "802.1Q Virtual LAN",
  short: "VLAN",
  source: "IEEE 802.1Q",
  reachedBy: { etherType: [0x8100, 0x9100] },
  header: vlanHeader,
  further: [lengthHeader.len],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = vlanHeader.etype(w.view, w.at);
    w.at += LENGTH;
    followEtherType(w, number, lengthHeader.len);
  },

  inspect(p: Inspection) {
    p.field(vlanHeader.priority);
    p.field(vlanHeader.dei);
    p.field(vlanHeader.id);
    if (!p.covers(p.at, LENGTH)) return;
    if (isEtherType(vlanHeader.etype(p.view, p.at))) p.field(vlanHeader.etype);
    else p.field(lengthHeader.len, p.at + 2);
  },

  brief(p: Inspection) {
    return p.covers(p.at, 2) ? String(vlanHeader.id(p.view, p.at)) : "";
  },
};

const tag = (key: string) =>
  header(
    "ieee8021ad",
    { source: "IEEE 802.1Q §9.6" },
    {
      priority: dec(3, "Priority"),
      dei: dec(1, "DEI"),
      id: dec(12, "ID", { filter: key }),
      // Wireshark gives it the name of the other tag's.
      etype: hex(16, "Type", { key: "ieee8021ah.etype", values: ETHER_TYPE_NAMES }),
    },
  );
const singleTag = tag("id");
const serviceTag = tag("svid");
const customerTag = tag("cvid");

/** Whether a second service tag follows the one at `at`; all of the first was captured. */
const isDouble = (view: DataView, at: number): boolean => singleTag.etype(view, at) === SERVICE_TAG;

export const providerBridge: Protocol = {
  key: "ieee8021ad",
  title: "IEEE 802.1ad",
  short: "802.1ad",
  source: "IEEE 802.1Q",
  reachedBy: { etherType: [SERVICE_TAG] },
  header: singleTag,
  further: [serviceTag.id, customerTag.id],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const length = isDouble(w.view, w.at) ? 2 * LENGTH : LENGTH;
    if (!w.has(length)) return;
    w.at += length;
    followEtherType(w, singleTag.etype(w.view, w.at - LENGTH), singleTag.etype);
  },

  inspect(p: Inspection) {
    if (p.headerEnd - p.at < 2 * LENGTH) return p.fixed(singleTag);
    p.fixed(serviceTag);
    p.fixed(customerTag, p.at + LENGTH);
  },

  brief(p: Inspection) {
    return p.covers(p.at, 2) ? String(singleTag.id(p.view, p.at)) : "";
  },
};

/**
 * IEEE 802.2 logical link control, which begins where an Ethernet frame states its length, and the SNAP header of IEEE
 * 802 that may follow it. Leads on where they announce an EtherType or IP.
 */
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const SAP_NAMES: Readonly<Record<number, string>> = {
  0: "NULL LSAP",
  6: "TCP/IP",
  66: "Spanning Tree BPDU",
  170: "SNAP",
  224: "NetWare",
  240: "NetBIOS",
  254: "ISO Network Layer",
  255: "Global LSAP",
};
const SAP_IP = 0x06;
const SAP_SNAP = 0xaa;

const llcHeader = header(
  "llc",
  { source: "IEEE 802.2 §3.2" },
  {
    dsap: hex(8, "DSAP", {
      values: SAP_NAMES,
      parts: { sap: dec(7, "SAP", { filter: "dsap.sap" }), group: bool("IG Bit", { filter: "dsap.ig" }) },
    }),
    ssap: hex(8, "SSAP", {
      values: SAP_NAMES,
      parts: { sap: dec(7, "SAP", { filter: "ssap.sap" }), response: bool("CR Bit", { filter: "ssap.cr" }) },
    }),
  },
);
const CONTROL_AT = headerLength(llcHeader);
const control = generated("llc.control", "Control Field", "uint", { source: "IEEE 802.2 §5.2", digits: 4 });
const snapHeader = header(
  "llc",
  { source: "IEEE 802 §9.5" },
  {
    oui: dec(24, "Organization Code", { values: { 0: "Encapsulated Ethernet", 248: "Cisco, bridged" } }),
    type: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
  },
);
/** Unnumbered information, the one kind of frame that carries what is read here. */
const UNNUMBERED_INFORMATION = 0x03;

/** Bytes of the control field: one in unnumbered frames, which its two lowest bits tell, else two. */
const controlLength = (view: DataView, at: number): number => ((view.getUint8(at + CONTROL_AT) & 3) === 3 ? 1 : 2);

/** Whether the SNAP header at `at` names an EtherType: that of RFC 1042, or of Cisco's bridges. */
function announcesEtherType(view: DataView, at: number): boolean {
  const oui = snapHeader.oui(view, at);
  return oui === 0 || oui === 0xf8;
}

export const llc: Protocol = {
  key: "llc",
  title: "Logical-Link Control",
  short: "LLC",
  source: "IEEE 802.2",
  reachedBy: { etherType: [0] },
  header: llcHeader,
  further: [control, ...Object.values(snapHeader)],

  walk(w: Walk) {
    if (!w.has(CONTROL_AT + 1)) return;
    const { view, at } = w;
    const length = CONTROL_AT + controlLength(view, at);
    if (!w.has(length)) return;
    const sap = llcHeader.dsap(view, at);
    const isInformation = view.getUint8(at + CONTROL_AT) === UNNUMBERED_INFORMATION;
    if (isInformation && sap === SAP_SNAP && llcHeader.ssap(view, at) === SAP_SNAP) return walkSnap(w, length);
    w.at += length;
    if (isInformation && sap === SAP_IP) w.follow("ipProtocol", 4);
    else w.stop();
  },

  inspect(p: Inspection) {
    p.fixed(llcHeader);
    if (!p.covers(p.at, CONTROL_AT + 1)) return;
    const length = controlLength(p.view, p.at);
    const at = p.at + CONTROL_AT;
    if (!p.covers(at, length)) return;
    p.add(control, length === 1 ? p.view.getUint8(at) : p.view.getUint16(at, true), { at, length });
    const snapAt = at + length;
    if (p.headerEnd < snapAt + headerLength(snapHeader)) return;
    p.field(snapHeader.oui, snapAt);
    if (announcesEtherType(p.view, snapAt)) p.field(snapHeader.type, snapAt);
  },

  info(p: Inspection) {
    if (!p.covers(p.at, CONTROL_AT)) return "";
    const name = (sap: number) => SAP_NAMES[sap & 0xfe] ?? `0x${sap.toString(16).padStart(2, "0")}`;
    const dsap = llcHeader.dsap(p.view, p.at);
    const ssap = llcHeader.ssap(p.view, p.at);
    const to = `DSAP ${name(dsap)} ${dsap & 1 ? "Group" : "Individual"}`;
    return `${to}, SSAP ${name(ssap)} ${ssap & 1 ? "Response" : "Command"}`;
  },
};

function walkSnap(w: Walk, snapFrom: number): void {
  const { view, at } = w;
  if (!w.has(snapFrom + headerLength(snapHeader))) return;
  w.at += snapFrom + headerLength(snapHeader);
  if (announcesEtherType(view, at + snapFrom)) w.follow("etherType", snapHeader.type(view, at + snapFrom));
  else w.stop();
}

/**
 * IEEE 802.2 logical link control, which begins where an Ethernet frame states its length, and the SNAP header of IEEE
 * 802 that may follow it. Leads on where they announce an EtherType or IP.
 */
import { hexDigits } from "../base/hex.ts";
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const SAP_NAMES: Readonly<Record<number, string>> = {
  0: "NULL LSAP",
  6: "TCP/IP",
  66: "Spanning Tree BPDU",
  130: "BACnet",
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
    const name = (sap: number) => SAP_NAMES[sap & 0xfe] ?? `0x${hexDigits(sap & 0xfe, 2)}`;
    const dsap = llcHeader.dsap(p.view, p.at);
    const ssap = llcHeader.ssap(p.view, p.at);
    const to = `DSAP ${name(dsap)} ${dsap & 1 ? "Group" : "Individual"}`;
    return `${controlWords(p)}${to}, SSAP ${name(ssap)} ${ssap & 1 ? "Response" : "Command"}`;
  },
};

/** Commands and responses without a number (IEEE 802.2 §5.4.1), by the bits that tell them. */
const UNNUMBERED: Readonly<Record<number, string>> = {
  3: "UI",
  15: "DM",
  67: "DISC",
  99: "UA",
  111: "SABME",
  135: "FRMR",
  175: "XID",
  227: "TEST",
};
const SUPERVISORY = ["RR", "RNR", "REJ", "Unknown"] as const;

/** What kind of frame it is, `I, N(R)=1, N(S)=0; `; empty where the control field was not captured. */
function controlWords(p: Inspection): string {
  const at = p.at + CONTROL_AT;
  if (!p.covers(at, 1) || !p.covers(at, controlLength(p.view, p.at))) return "";
  const first = p.view.getUint8(at);
  const final = llcHeader.ssap(p.view, p.at) & 1 ? " F" : " P";
  if ((first & 3) === 3) {
    return `U${first & 0x10 ? final : ""}, func=${UNNUMBERED[first & 0xef] ?? "Unknown"}; `;
  }
  const second = p.view.getUint8(at + 1);
  const received = `N(R)=${second >> 1}`;
  const poll = second & 1 ? final : "";
  if (first & 1) return `S${poll}, func=${SUPERVISORY[(first >> 2) & 3]}, ${received}; `;
  return `I${poll}, ${received}, N(S)=${first >> 1}; `;
}

function walkSnap(w: Walk, snapFrom: number): void {
  const { view, at } = w;
  if (!w.has(snapFrom + headerLength(snapHeader))) return;
  w.at += snapFrom + headerLength(snapHeader);
  if (announcesEtherType(view, at + snapFrom)) w.follow("etherType", snapHeader.type(view, at + snapFrom));
  else w.stop();
}

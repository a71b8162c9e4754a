/**
 * Frame Relay: an address of two to four bytes, then either an EtherType as Cisco has it, or the control and protocol
 * numbers of RFC 2427.
 */
import { isEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const SOURCE = "ITU-T Q.922 §3.3";
const MAX_ADDRESS = 4;

const circuit = generated("fr.dlci", "Data Link Connection Identifier", "uint", { source: SOURCE });
const forward = generated("fr.fecn", "Forward congestion", "bool", { source: SOURCE });
const backward = generated("fr.becn", "Backward congestion", "bool", { source: SOURCE });
const discard = generated("fr.de", "Discard eligible", "bool", { source: SOURCE });
const control = generated("fr.control", "Control Field", "uint", { source: "RFC 2427 §3", digits: 2 });
const NETWORK_NAMES = { 8: "Q.933", 128: "SNAP", 129: "CLNP", 131: "IS-IS", 142: "IPv6", 204: "IPv4" } as const;
const network = generated("fr.nlpid", "Network layer protocol", "uint", {
  source: "RFC 2427 §3",
  digits: 2,
  values: NETWORK_NAMES,
});
const type = generated("fr.chdlctype", "Type", "uint", { source: "Wireshark", digits: 4 });
const snap = header(
  "fr",
  { source: "RFC 2427 §4.1" },
  {
    organization: hex(24, "Organization Code", { filter: "snap.oui" }),
    protocol: hex(16, "Protocol", { filter: "snaptype" }),
  },
);
const SNAP_LENGTH = headerLength(snap);

const UNNUMBERED_INFORMATION = 0x03;
const NLPID_SNAP = 0x80;
const NLPID_IPV6 = 0x8e;
const NLPID_IPV4 = 0xcc;
/** Between control and protocol, where it makes their place even. */
const PAD = 0x00;

/** Bytes of the address: the last one is odd. -1 when none of the first four is, or they are cut. */
function addressLength(view: DataView, at: number, end: number): number {
  for (let length = 1; length <= MAX_ADDRESS && at + length <= end; length++) {
    if (view.getUint8(at + length - 1) & 1) return length;
  }
  return -1;
}

/** Six bits of the first byte, four of the second, seven of a third between them and a last one's six (Q.922 §3.3.6). */
function circuitAt(view: DataView, at: number, length: number): number {
  let number = view.getUint8(at) >> 2;
  if (length > 1) number = (number << 4) | (view.getUint8(at + 1) >> 4);
  if (length > 3) number = (number << 7) | (view.getUint8(at + 2) >> 1);
  if (length > 2) number = (number << 6) | (view.getUint8(at + length - 1) >> 2);
  return number;
}

/** Where the protocol's number stands behind the control field at `at`. */
const networkAt = (view: DataView, at: number, end: number): number =>
  at + 1 < end && view.getUint8(at + 1) === PAD ? at + 2 : at + 1;

export const frameRelay: Protocol = {
  key: "fr",
  title: "Frame Relay",
  short: "FR",
  source: "ITU-T Q.922",
  reachedBy: { linkType: [107] },
  header: null,
  further: [circuit, forward, backward, discard, control, network, ...Object.values(snap), type],

  walk(w: Walk) {
    if (!w.has(2)) return;
    const { view, at, end } = w;
    const length = addressLength(view, at, end);
    if (length < 0) return w.stop();
    if (!w.has(length + 2)) return;
    w.at += length;
    if (view.getUint8(w.at) === UNNUMBERED_INFORMATION) return walkNetwork(w);
    const number = view.getUint16(w.at);
    if (!isEtherType(number)) return w.stop();
    w.at += 2;
    w.follow("etherType", number);
  },

  inspect(p: Inspection) {
    const { view } = p;
    const length = addressLength(view, p.at, p.end);
    if (length < 0) return;
    p.add(circuit, circuitAt(view, p.at, length), { at: p.at, length });
    if (length > 1) inspectCongestion(p, p.at + 1);
    const at = p.at + length;
    if (!p.covers(at, 2)) return;
    if (view.getUint8(at) === UNNUMBERED_INFORMATION) inspectNetwork(p, at);
    else if (isEtherType(view.getUint16(at))) p.add(type, view.getUint16(at), { at, length: 2 });
  },

  brief(p: Inspection) {
    const length = addressLength(p.view, p.at, p.end);
    return length < 0 ? "" : String(circuitAt(p.view, p.at, length));
  },

  info: (p) => {
    const length = addressLength(p.view, p.at, p.end);
    return length < 0 ? "" : `DLCI ${circuitAt(p.view, p.at, length)}`;
  },
};

function walkNetwork(w: Walk): void {
  const at = networkAt(w.view, w.at, w.end);
  if (at >= w.end) return w.stop();
  const number = w.view.getUint8(at);
  w.at = at + 1;
  w.stop();
  if (number === NLPID_IPV4) w.next = ipv4;
  else if (number === NLPID_IPV6) w.next = ipv6;
  else if (number === NLPID_SNAP && w.has(SNAP_LENGTH)) walkSnap(w);
}

function walkSnap(w: Walk): void {
  const { view, at } = w;
  w.at += SNAP_LENGTH;
  if (snap.organization(view, at) === 0) w.follow("etherType", snap.protocol(view, at));
}

function inspectCongestion(p: Inspection, at: number): void {
  const bits = p.view.getUint8(at);
  p.add(forward, (bits >> 3) & 1, { at, length: 1 });
  p.add(backward, (bits >> 2) & 1, { at, length: 1 });
  p.add(discard, (bits >> 1) & 1, { at, length: 1 });
}

function inspectNetwork(p: Inspection, from: number): void {
  p.add(control, UNNUMBERED_INFORMATION, { at: from, length: 1 });
  const at = networkAt(p.view, from, p.end);
  if (!p.covers(at, 1)) return;
  p.add(network, p.view.getUint8(at), { at, length: 1 });
  if (p.view.getUint8(at) === NLPID_SNAP) p.fixed(snap, at + 1);
}

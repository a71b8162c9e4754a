/**
 * Point-to-Point Protocol: the two bytes of HDLC that may come first, and the number of what follows, which may be one
 * byte long (RFC 1661 §6.5). Its own control protocols, which agree on the link, are named.
 */
import { ciscoHdlc, isCiscoHdlc } from "./cisco-hdlc.ts";
import type { Inspection } from "./inspection.ts";
import { dec, generated, header, headerLength } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

/** What the protocol numbers of PPP announce, as far as people meet them (IANA, PPP DLL Protocol Numbers). */
export const PPP_PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  33: "Internet Protocol version 4",
  43: "Novell IPX",
  45: "Van Jacobson Compressed TCP/IP",
  47: "Van Jacobson Uncompressed TCP/IP",
  49: "Bridging PDU",
  61: "Multilink",
  87: "Internet Protocol version 6",
  253: "Compressed Datagram",
  641: "MPLS Unicast",
  643: "MPLS Multicast",
  32801: "Internet Protocol Control Protocol",
  32849: "Bridging Control Protocol",
  32855: "IPv6 Control Protocol",
  33021: "Compression Control Protocol",
  49185: "Link Control Protocol",
  49187: "Password Authentication Protocol",
  49189: "Link Quality Report",
  49699: "Challenge Handshake Authentication Protocol",
};

const ADDRESS = 0xff;
const CONTROL = 0x03;

const address = generated("ppp.address", "Address", "uint", { source: "RFC 1662 §3.1", digits: 2 });
const control = generated("ppp.control", "Control", "uint", { source: "RFC 1662 §3.1", digits: 2 });
const protocol = generated("ppp.protocol", "Protocol", "uint", {
  source: "RFC 1661 §2",
  digits: 4,
  values: PPP_PROTOCOL_NAMES,
});
const direction = generated("ppp.direction", "Direction", "uint", { source: "LINKTYPE_PPP_WITH_DIR" });

/** Bytes of address and control: 2, or none. They stand nowhere but on serial lines. */
const framingLength = (view: DataView, at: number, end: number): number =>
  at + 2 <= end && view.getUint8(at) === ADDRESS && view.getUint8(at + 1) === CONTROL ? 2 : 0;

/** A number whose first byte is odd is one byte long. */
const isShort = (view: DataView, at: number): boolean => (view.getUint8(at) & 1) === 1;

function pppProtocol(source: string, linkTypes: readonly number[], before: number): Protocol {
  return {
    key: "ppp",
    title: "Point-to-Point Protocol",
    short: "PPP",
    source,
    reachedBy: { linkType: linkTypes },
    header: null,
    further: [direction, address, control, protocol],

    walk(w: Walk) {
      if (before === 0 && isCiscoHdlc(w)) w.next = ciscoHdlc;
      else walkPpp(w, before);
    },

    inspect(p: Inspection) {
      if (before > 0 && p.covers(p.at, before)) p.add(direction, p.view.getUint8(p.at), { at: p.at, length: 1 });
      if (p.headerEnd > p.at) inspectPpp(p, p.at + before);
    },

    info(p: Inspection) {
      return PPP_PROTOCOL_NAMES[numberAt(p, p.at + before)] ?? "";
    },
  };
}

function walkPpp(w: Walk, before: number): void {
  if (!w.has(before + 1)) return;
  const { view, at, end } = w;
  const from = at + before + framingLength(view, at + before, end);
  if (!w.has(from + 1 - at)) return;
  const length = isShort(view, from) ? 1 : 2;
  if (!w.has(from + length - at)) return;
  w.at = from + length;
  w.follow("pppProtocol", length === 1 ? view.getUint8(from) : view.getUint16(from));
}

function inspectPpp(p: Inspection, from: number): void {
  let at = from;
  if (framingLength(p.view, at, p.end) > 0) {
    p.add(address, p.view.getUint8(at), { at, length: 1 });
    p.add(control, p.view.getUint8(at + 1), { at: at + 1, length: 1 });
    at += 2;
  }
  const number = numberAt(p, from);
  if (number >= 0) p.add(protocol, number, { at, length: isShort(p.view, at) ? 1 : 2 });
}

/** The protocol number, -1 when it is cut. */
function numberAt(p: Inspection, from: number): number {
  if (!p.covers(from, 1)) return -1;
  const at = from + framingLength(p.view, from, p.end);
  if (!p.covers(at, 1)) return -1;
  if (isShort(p.view, at)) return p.view.getUint8(at);
  return p.covers(at, 2) ? p.view.getUint16(at) : -1;
}

/** 9 and 50 are serial lines, in the form of RFC 1662; PPPoE leads here as well. */
export const ppp = pppProtocol("RFC 1661", [9, 50], 0);
/** With a byte that tells the direction: 0 received, others sent. */
export const pppWithDirection = pppProtocol("LINKTYPE_PPP_WITH_DIR", [204], 1);

const CODE_NAMES: Readonly<Record<number, string>> = {
  1: "Configuration Request",
  2: "Configuration Ack",
  3: "Configuration Nak",
  4: "Configuration Reject",
  5: "Termination Request",
  6: "Termination Ack",
  7: "Code Reject",
  8: "Protocol Reject",
  9: "Echo Request",
  10: "Echo Reply",
  11: "Discard Request",
  12: "Identification",
};

const packet = header(
  "ppp",
  { source: "RFC 1661 §5" },
  {
    code: dec(8, "Code", { values: CODE_NAMES }),
    identifier: dec(8, "Identifier"),
    length: dec(16, "Length", { unit: "bytes" }),
  },
);

function controlProtocol(number: number, key: string, short: string, source: string): Protocol {
  return {
    key,
    title: `PPP ${PPP_PROTOCOL_NAMES[number] ?? ""}`,
    short: `PPP ${short}`,
    source,
    reachedBy: { pppProtocol: [number] },
    header: packet,
    further: [],

    walk(w: Walk) {
      if (!w.has(headerLength(packet))) return;
      w.at += headerLength(packet);
      w.stop();
    },

    inspect(p: Inspection) {
      p.fixed(packet);
    },

    info(p: Inspection) {
      return p.covers(p.at, 1) ? (CODE_NAMES[packet.code(p.view, p.at)] ?? "Unknown") : "";
    },
  };
}

export const linkControl = controlProtocol(0xc021, "lcp", "LCP", "RFC 1661");
export const ipControl = controlProtocol(0x8021, "ipcp", "IPCP", "RFC 1332");
export const ipv6Control = controlProtocol(0x8057, "ipv6cp", "IPV6CP", "RFC 5072");
export const compressionControl = controlProtocol(0x80fd, "ccp", "CCP", "RFC 1962");

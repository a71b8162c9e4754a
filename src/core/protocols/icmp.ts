/** Internet Control Message Protocol, RFC 792. Its errors quote the packet that caused them. */
import type { Inspection } from "./inspection.ts";
import { bytes, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 792";
const ECHO_REPLY = 0;
const ECHO_REQUEST = 8;
const UNREACHABLE = 3;
const REDIRECT = 5;
const FRAGMENTATION_NEEDED = 4;

const TYPES = {
  [ECHO_REPLY]: "Echo (ping) reply",
  [UNREACHABLE]: "Destination unreachable",
  4: "Source quench (flow control)",
  [REDIRECT]: "Redirect",
  [ECHO_REQUEST]: "Echo (ping) request",
  9: "Mobile IP Advertisement",
  10: "Router solicitation",
  11: "Time-to-live exceeded",
  12: "Parameter problem",
  13: "Timestamp request",
  14: "Timestamp reply",
  17: "Address mask request",
  18: "Address mask reply",
} as const;

/** What a code means depends on the type. */
const CODES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [UNREACHABLE]: {
    0: "Network unreachable",
    1: "Host unreachable",
    2: "Protocol unreachable",
    3: "Port unreachable",
    4: "Fragmentation needed",
    5: "Source route failed",
    6: "Network unknown",
    7: "Host unknown",
    9: "Network administratively prohibited",
    10: "Host administratively prohibited",
    13: "Communication administratively filtered",
  },
  [REDIRECT]: { 0: "Redirect for network", 1: "Redirect for host" },
  11: { 0: "Time to live exceeded in transit", 1: "Fragment reassembly time exceeded" },
};

/** Messages whose body is the header of the packet that they are about. */
const QUOTING: readonly number[] = [UNREACHABLE, 4, REDIRECT, 11, 12];

export const icmpHeader = header(
  "icmp",
  { source: RFC },
  { type: dec(8, "Type", { values: TYPES }), code: dec(8, "Code"), checksum: hex(16, "Checksum") },
);
const echoHeader = header(
  "icmp",
  { source: RFC },
  {
    ident: dec(16, "Identifier", { unit: "big endian" }),
    seq: dec(16, "Sequence Number", { unit: "big endian" }),
  },
);
const unused = bytes(4, "Unused");
const errorHeader = header("icmp", { source: RFC }, { unused });
const gatewayHeader = header(
  "icmp",
  { source: RFC },
  { gateway: { ...dec(32, "Gateway Address", { filter: "redir_gw" }), type: "ipv4" } },
);
const mtuHeader = header(
  "icmp",
  { source: "RFC 1191 §4" },
  { unused: bytes(2, "Unused"), mtu: dec(16, "MTU of next hop", { unit: "bytes" }) },
);
const littleEndianIdent = generated("icmp.ident_le", "Identifier (LE)", "uint");
const littleEndianSeq = generated("icmp.seq_le", "Sequence Number (LE)", "uint");

/** Type, code and checksum, then four bytes that each type uses in its own way. */
const LENGTH = 8;

export const icmp: Protocol = {
  key: "icmp",
  title: "Internet Control Message Protocol",
  short: "ICMP",
  source: RFC,
  reachedBy: { ipProtocol: [1] },
  header: icmpHeader,
  further: [
    ...Object.values(echoHeader),
    littleEndianIdent,
    littleEndianSeq,
    errorHeader.unused,
    gatewayHeader.gateway,
    mtuHeader.mtu,
  ],

  walk(w: Walk) {
    if (!w.has(headerLength(icmpHeader))) return;
    const type = icmpHeader.type(w.view, w.at);
    if (w.end - w.at < LENGTH) {
      w.at += headerLength(icmpHeader);
      return w.stop();
    }
    w.at += LENGTH;
    if (QUOTING.includes(type)) {
      w.quotedBy = this;
      w.follow("ipProtocol", 4);
    } else w.stop();
  },

  inspect(p: Inspection) {
    const type = icmpHeader.type(p.view, p.at);
    const code = icmpHeader.code(p.view, p.at);
    const codeName = CODES[type]?.[code];
    p.field(icmpHeader.type);
    p.field(icmpHeader.code, p.at, codeName === undefined ? null : { kind: "name", name: codeName });
    p.field(icmpHeader.checksum);
    if (p.headerEnd - p.at < LENGTH) return;
    const at = p.at + headerLength(icmpHeader);
    if (type === ECHO_REQUEST || type === ECHO_REPLY) inspectEcho(p, at);
    else if (type === REDIRECT) p.fixed(gatewayHeader, at);
    else if (type === UNREACHABLE && code === FRAGMENTATION_NEEDED) p.fixed(mtuHeader, at);
    else if (QUOTING.includes(type)) p.fixed(errorHeader, at);
  },

  info(p: Inspection) {
    const type = icmpHeader.type(p.view, p.at);
    const code = icmpHeader.code(p.view, p.at);
    const name = (TYPES as Readonly<Record<number, string>>)[type]; // any number may stand in the packet
    if (name === undefined) return `Unknown (${type}), code ${code}`;
    if (type === ECHO_REQUEST || type === ECHO_REPLY) return name + echoWords(p);
    const codeName = CODES[type]?.[code];
    return codeName === undefined ? name : `${name} (${codeName})`;
  },
};

function inspectEcho(p: Inspection, at: number): void {
  p.field(echoHeader.ident, at);
  p.add(littleEndianIdent, p.view.getUint16(at, true));
  p.field(echoHeader.seq, at);
  p.add(littleEndianSeq, p.view.getUint16(at + 2, true));
}

function echoWords(p: Inspection): string {
  if (p.headerEnd - p.at < LENGTH) return "";
  const at = p.at + headerLength(icmpHeader);
  const ident = echoHeader.ident(p.view, at).toString(16).padStart(4, "0");
  const seq = echoHeader.seq(p.view, at);
  return `  id=0x${ident}, seq=${seq}/${p.view.getUint16(at + 2, true)}`;
}

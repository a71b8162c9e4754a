/** Internet Control Message Protocol, RFC 792. Its errors quote the packet that caused them. */
import { hexDigits } from "../base/hex.ts";
import { addChecksum, checksumFields, fieldsBeside, notVerified, ownVerdict } from "./checksum-verdict.ts";
import {
  CODES,
  codeName,
  hasIdentifier,
  isQuoting,
  MASK_REPLY,
  MASK_REQUEST,
  PARAMETER_PROBLEM,
  REDIRECT,
  ROUTER_ADVERTISEMENT,
  SOURCE_QUENCH,
  TIMESTAMP_REPLY,
  TIMESTAMP_REQUEST,
  TYPES,
  UNREACHABLE,
} from "./icmp-types.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
import { ipv4Header } from "./ipv4.ts";
import { bytes, dec, type FieldInfo, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 792";
const FRAGMENTATION_NEEDED = 4;

/** The fixed header. */
export const icmpHeader = header(
  "icmp",
  { source: RFC },
  { type: dec(8, "Type", { values: TYPES }), code: dec(8, "Code"), checksum: hex(16, "Checksum") },
);
const FIXED = headerLength(icmpHeader);
/** Type, code and checksum, then four bytes that each type uses in its own way. */
const LENGTH = 8;
/** Bytes of the quoted packet's payload that RFC 792 asks for. */
const QUOTED_BYTES = 8;
/** Bytes below which Wireshark shows nothing of a message. */
const LEAST_LENGTH = 6;

const checksum = checksumFields("icmp");

const fields = {
  ident: generated("icmp.ident", "Identifier (BE)", "uint", { source: RFC }),
  identLittle: generated("icmp.ident_le", "Identifier (LE)", "uint", { source: RFC }),
  seq: generated("icmp.seq", "Sequence Number (BE)", "uint", { source: RFC }),
  seqLittle: generated("icmp.seq_le", "Sequence Number (LE)", "uint", { source: RFC }),
  unused: generated("icmp.unused", "Unused", "bytes", { source: RFC }),
  length: generated("icmp.length", "Length", "uint", { source: "RFC 4884 §4", unit: "32-bit words" }),
  original: generated("icmp.length.original_datagram", "Length of original datagram", "uint", {
    source: "RFC 4884 §4",
    unit: "bytes",
  }),
} satisfies Record<string, FieldInfo>;
const gateway = header(
  "icmp",
  { source: RFC },
  { gateway: { ...dec(32, "Gateway Address", { filter: "redir_gw" }), type: "ipv4" } },
);
const tooBig = header(
  "icmp",
  { source: "RFC 1191 §4" },
  { unused: bytes(2, "Unused"), mtu: dec(16, "MTU of next hop", { unit: "bytes" }) },
);
const parameter = header("icmp", { source: RFC }, { pointer: dec(8, "Pointer") });
const timestamps = header(
  "icmp",
  { source: RFC },
  {
    originate: dec(32, "Originate Timestamp", { filter: "originate_timestamp", unit: "ms since midnight UTC" }),
    receive: dec(32, "Receive Timestamp", { filter: "receive_timestamp", unit: "ms since midnight UTC" }),
    transmit: dec(32, "Transmit Timestamp", { filter: "transmit_timestamp", unit: "ms since midnight UTC" }),
  },
);
const mask = header(
  "icmp",
  { source: "RFC 950, appendix I" },
  { mask: { ...dec(32, "Address Mask", { filter: "address_mask" }), type: "ipv4" } },
);
const routers = header(
  "icmp",
  { source: "RFC 1256 §3" },
  {
    count: dec(8, "Number of addresses", { filter: "num_addrs" }),
    entrySize: dec(8, "Address entry size", { filter: "addr_entry_size", unit: "32-bit words" }),
    lifetime: dec(16, "Lifetime", { unit: "s" }),
  },
);
const routerAddress = generated("icmp.router_address", "Router address", "ipv4", { source: "RFC 1256 §3" });
const preference = generated("icmp.pref_level", "Preference level", "uint", { source: "RFC 1256 §3" });

export const icmp: Protocol = {
  key: "icmp",
  title: "Internet Control Message Protocol",
  short: "ICMP",
  source: RFC,
  reachedBy: { ipProtocol: [1] },
  header: icmpHeader,
  further: [
    ...fieldsBeside(checksum),
    ...Object.values(fields),
    ...[gateway, tooBig, parameter, timestamps, mask, routers].flatMap((part) => Object.values(part)),
    routerAddress,
    preference,
  ],

  walk(w: Walk) {
    if (w.end - w.at < LEAST_LENGTH) {
      w.has(LENGTH);
      return;
    }
    const type = icmpHeader.type(w.view, w.at);
    const whole = w.has(LENGTH);
    w.at += Math.min(LENGTH + furtherBytes(type), w.end - w.at);
    if (!whole) return;
    if (isQuoting(type)) {
      if (type === REDIRECT) limitQuotation(w);
      w.quotedBy = this;
      w.follow("ipProtocol", 4);
    } else w.stop();
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, LEAST_LENGTH)) return;
    const type = icmpHeader.type(p.view, p.at);
    const name = codeName(type, icmpHeader.code(p.view, p.at));
    p.field(icmpHeader.type);
    p.field(icmpHeader.code, p.at, name === undefined ? null : { kind: "name", name });
    addChecksum(p, icmpHeader.checksum, checksum, verdict);
    inspectBody(p, type, p.at + FIXED);
  },

  info(p: Inspection) {
    if (!p.covers(p.at, LEAST_LENGTH)) return "";
    const type = icmpHeader.type(p.view, p.at);
    const code = icmpHeader.code(p.view, p.at);
    const name = (TYPES[type] ?? "Unknown ICMP (obsolete or malformed?)").padEnd(20);
    if (hasIdentifier(type)) return p.covers(p.at, LENGTH) ? `${name}${echoWords(p)}` : name;
    return CODES[type] ? `${name} (${codeName(type, code) ?? `Unknown code: ${code}`})` : name;
  },
};

/**
 * Of what a Redirect quotes behind the IP header, eight bytes are read, as RFC 792 has it, however many there are
 * (Wireshark's rule): other errors quote more since RFC 1812 §4.3.2.3.
 */
function limitQuotation(w: Walk): void {
  if (w.end > w.at) w.limitTo(w.at, ipv4Header.headerLength(w.view, w.at) + QUOTED_BYTES, null);
}

/** Of a message that another one quotes it stays open (Wireshark's rule). */
function verdict(p: Inspection): ChecksumNote {
  return notVerified(p, !p.quotedBy) ?? ownVerdict(p, icmpHeader.checksum, p.wireEnd);
}

/** Bytes behind the first eight that still belong to the message's own header. */
function furtherBytes(type: number): number {
  if (type === TIMESTAMP_REQUEST || type === TIMESTAMP_REPLY) return headerLength(timestamps);
  return type === MASK_REQUEST || type === MASK_REPLY ? headerLength(mask) : 0;
}

function inspectBody(p: Inspection, type: number, at: number): void {
  if (hasIdentifier(type)) inspectIdentifier(p, at);
  switch (type) {
    case UNREACHABLE:
      if (icmpHeader.code(p.view, p.at) === FRAGMENTATION_NEEDED) return p.fixed(tooBig, at);
      return inspectUnused(p, at, 1);
    case REDIRECT:
      return p.fixed(gateway, at);
    case PARAMETER_PROBLEM:
      p.fixed(parameter, at);
      return inspectUnused(p, at + 1, 0);
    case TIMESTAMP_REQUEST:
    case TIMESTAMP_REPLY:
      return p.fixed(timestamps, at + 4);
    case MASK_REQUEST:
    case MASK_REPLY:
      return p.fixed(mask, at + 4);
    case ROUTER_ADVERTISEMENT:
      return inspectRouters(p, at);
    default:
      if (isQuoting(type) && type !== SOURCE_QUENCH) inspectUnused(p, at, 1);
  }
}

function inspectIdentifier(p: Inspection, at: number): void {
  const add = (info: FieldInfo, from: number, littleEndian: boolean) => {
    if (p.covers(from, 2)) p.add(info, p.view.getUint16(from, littleEndian), { at: from, length: 2 });
  };
  add(fields.ident, at, false);
  add(fields.identLittle, at, true);
  add(fields.seq, at + 2, false);
  add(fields.seqLittle, at + 2, true);
}

/**
 * Four bytes, or three behind a pointer, that were unused until RFC 4884 made one of them the length of the quotation:
 * the one after `before` bytes.
 */
function inspectUnused(p: Inspection, at: number, before: number): void {
  const lengthAt = at + before;
  if (!p.covers(lengthAt, 1)) return;
  const words = p.view.getUint8(lengthAt);
  if (words === 0) return p.bytes(fields.unused, at, 3 + before);
  if (before > 0) p.bytes(fields.unused, at, before);
  p.add(fields.length, words, { at: lengthAt, length: 1 });
  p.add(fields.original, words * 4);
  if (p.covers(lengthAt + 1, 2)) p.bytes(fields.unused, lengthAt + 1, 2);
}

function inspectRouters(p: Inspection, at: number): void {
  p.fixed(routers, at);
  if (!p.covers(at, 4) || routers.entrySize(p.view, at) !== 2) return;
  const end = at + 4 + routers.count(p.view, at) * 8;
  for (let entry = at + 4; entry < end && p.covers(entry, 8); entry += 8) {
    p.bytes(routerAddress, entry, 4);
    p.add(preference, p.view.getInt32(entry + 4), { at: entry + 4, length: 4 });
  }
}

function echoWords(p: Inspection): string {
  const { view, network } = p;
  const at = p.at + FIXED;
  const id = hexDigits(view.getUint16(at), 4);
  const ttl = network?.key === "ip" ? `, ttl=${ipv4Header.ttl(network.view, network.at)}` : "";
  return ` id=0x${id}, seq=${view.getUint16(at + 2)}/${view.getUint16(at + 2, true)}${ttl}`;
}

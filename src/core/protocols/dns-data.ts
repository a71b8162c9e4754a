/** What the data of a DNS resource record says, type by type (RFC 1035 §3.3 and the documents named below). */
import { ipv4Text, ipv6Text } from "../base/address.ts";
import { readName } from "./dns-names.ts";
import { RECORD_TYPES } from "./dns-types.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { type FieldInfo, type FieldType, generated } from "./spec.ts";

const DATA = "RFC 1035 §3.3";
/** The type that has a service's address, and Wireshark's own way of naming it. */
export const SRV = 33;
const NSEC = 47;

const text = (filter: string, title: string, source: string, type: FieldType = "text") =>
  generated(`dns.${filter}`, title, type, { source });
const fields = {
  txtLength: text("txt.length", "TXT Length", "RFC 1035 §3.3.14", "uint"),
  txt: text("txt", "TXT", "RFC 1035 §3.3.14"),
  present: generated("dns.resp.type", "RR type in bit map", "uint", {
    source: "RFC 4034 §4.1.2",
    values: RECORD_TYPES,
  }),
} satisfies Record<string, FieldInfo>;

/** What one piece of a record's data is: `bytes` of it, or a name. */
interface Piece {
  readonly info: FieldInfo;
  readonly bytes: number;
}
const name = (filter: string, title: string): Piece => ({ info: text(filter, title, DATA), bytes: 0 });
const piece = (filter: string, title: string, bytes: number, type: FieldType = "uint", source = DATA): Piece => {
  return { info: text(filter, title, source, type), bytes };
};
const PIECES: Readonly<Record<number, readonly Piece[]>> = {
  1: [piece("a", "Address", 4, "ipv4")],
  2: [name("ns", "Name Server")],
  5: [name("cname", "CNAME")],
  6: [
    name("soa.mname", "Primary name server"),
    name("soa.rname", "Responsible authority's mailbox"),
    piece("soa.serial_number", "Serial Number", 4),
    piece("soa.refresh_interval", "Refresh Interval", 4),
    piece("soa.retry_interval", "Retry Interval", 4),
    piece("soa.expire_limit", "Expire limit", 4),
    piece("soa.minimum_ttl", "Minimum TTL", 4),
  ],
  12: [name("ptr.domain_name", "Domain Name")],
  15: [piece("mx.preference", "Preference", 2), name("mx.mail_exchange", "Mail Exchange")],
  28: [piece("aaaa", "AAAA Address", 16, "ipv6", "RFC 3596 §2.2")],
  [SRV]: [
    piece("srv.priority", "Priority", 2, "uint", "RFC 2782"),
    piece("srv.weight", "Weight", 2, "uint", "RFC 2782"),
    piece("srv.port", "Port", 2, "uint", "RFC 2782"),
    name("srv.target", "Target"),
  ],
  [NSEC]: [{ info: text("nsec.next_domain_name", "Next Domain Name", "RFC 4034 §4.1.1"), bytes: 0 }],
};
const TXT = 16;
/** How many pieces of its data the Info column shows after a record's type; none of the types that are not here. */
const TOLD: Readonly<Record<number, number>> = { 1: 1, 2: 1, 5: 1, 6: 1, 12: 1, 15: 2, 28: 1, [SRV]: 4, [NSEC]: 1 };

/** All fields that data may have. */
export const dnsDataFields: readonly FieldInfo[] = [
  ...Object.values(fields),
  ...Object.values(PIECES).flatMap((pieces) => pieces.map(({ info }) => info)),
];

/** A message: where it begins and ends as far as captured, and whether it is multicast DNS. */
export interface DnsMessage {
  readonly at: number;
  readonly end: number;
  readonly isMulticast: boolean;
}

/** The nodes of the data between `from` and `end`, as far as they were captured. */
export function dataNodes(p: Inspection, message: DnsMessage, type: number, from: number, end: number): FieldNode[] {
  const to = Math.min(end, message.end);
  return type === TXT ? txtNodes(p, from, to) : pieceNodes(p, message, type, from, to);
}

/** What the Info column says of the data, each word with the blank that stands before it. */
export function dataWords(p: Inspection, message: DnsMessage, type: number, from: number, end: number): string {
  const told = pieceNodes(p, message, type, from, Math.min(end, message.end)).slice(0, TOLD[type] ?? 0);
  return told.map((node) => ` ${node.text}`).join("");
}

function pieceNodes(p: Inspection, message: DnsMessage, type: number, from: number, to: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  let at = from;
  for (const { info, bytes } of PIECES[type] ?? []) {
    const found = bytes === 0 ? readName(p.view, message.at, at, message.end) : null;
    const next = bytes === 0 ? found?.end : at + bytes;
    if (next === undefined || next > to) break;
    nodes.push(p.node(info, found?.text ?? pieceValue(p.view, info, at, bytes), { at, length: next - at }));
    at = next;
  }
  return type === NSEC && nodes.length > 0 ? [...nodes, ...typeNodes(p, at, to)] : nodes;
}

/**
 * The types that a name has, bit by bit (RFC 4034 §4.1.2): windows of 256 types, each with its number and its length in
 * bytes, from the highest bit on.
 */
function typeNodes(p: Inspection, from: number, to: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at + 2 <= to; ) {
    const window = p.view.getUint8(at) * 256;
    const end = at + 2 + p.view.getUint8(at + 1);
    if (end > to) break;
    for (let bit = 0; bit < (end - at - 2) * 8; bit++) {
      const byteAt = at + 2 + (bit >> 3);
      if (p.view.getUint8(byteAt) & (0x80 >> (bit & 7))) {
        nodes.push(p.node(fields.present, window + bit, { at: byteAt, length: 1 }));
      }
    }
    at = end;
  }
  return nodes;
}

function pieceValue(view: DataView, { type }: FieldInfo, at: number, bytes: number): number | string {
  if (type === "ipv4") return ipv4Text(view, at);
  if (type === "ipv6") return ipv6Text(view, at);
  return bytes === 2 ? view.getUint16(at) : view.getUint32(at);
}

function txtNodes(p: Inspection, from: number, to: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at < to; ) {
    const length = p.view.getUint8(at);
    if (at + 1 + length > to) break;
    nodes.push(p.node(fields.txtLength, length, { at, length: 1 }), p.bytesNode(fields.txt, at + 1, length));
    at += 1 + length;
  }
  return nodes;
}

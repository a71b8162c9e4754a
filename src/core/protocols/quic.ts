/**
 * QUIC: the long headers with which connections begin (RFC 9000 §17.2), one behind the other. What they protect is not
 * read, and packets with a short header, which only their connection can tell, are UDP's.
 */
import { hexBytes } from "../base/hex.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, type FieldInfo, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 9000 §17.2";
const VERSION_1 = 1;
const VERSION_2 = 0x6b3343cf;
/** First three bytes of the versions that drafts had. */
const DRAFT = 0xff0000;
/** Bytes that a connection's id has at most. */
const MOST_ID = 20;

const INITIAL = 0;
const RETRY = 3;
const TYPES: Readonly<Record<number, string>> = { [INITIAL]: "Initial", 1: "0-RTT", 2: "Handshake", [RETRY]: "Retry" };

const longHeader = header(
  "quic",
  { source: RFC },
  {
    form: dec(1, "Header Form", { filter: "header_form", values: { 1: "Long Header" } }),
    fixed: bool("Fixed Bit", { filter: "fixed_bit" }),
    type: dec(2, "Packet Type", { filter: "long.packet_type" }),
    protected: dec(4, "Protected bits", { ours: true }),
    version: hex(32, "Version"),
    destinationLength: dec(8, "Destination Connection ID Length", { filter: "dcil", unit: "bytes" }),
  },
);
const HEAD = headerLength(longHeader);
const fields = {
  packet: generated("quic.packet", "Packet", "text", { source: RFC, ours: true }),
  packetLength: generated("quic.packet_length", "Packet Length", "uint", { unit: "bytes" }),
  destination: generated("quic.dcid", "Destination Connection ID", "bytes", { source: RFC }),
  sourceLength: generated("quic.scil", "Source Connection ID Length", "uint", { source: RFC, unit: "bytes" }),
  source: generated("quic.scid", "Source Connection ID", "bytes", { source: RFC }),
  tokenLength: generated("quic.token_length", "Token Length", "uint", { source: "RFC 9000 §17.2.2", unit: "bytes" }),
  token: generated("quic.token", "Token", "bytes", { source: "RFC 9000 §17.2.2" }),
  length: generated("quic.length", "Length", "uint", { source: RFC, unit: "bytes" }),
} satisfies Record<string, FieldInfo>;

export const quic: Protocol = {
  key: "quic",
  title: "QUIC",
  short: "QUIC",
  source: "RFC 9000",
  reachedBy: { udpPort: [443] },
  anyPortOf: "udpPort",
  isApplication: true,
  header: longHeader,
  further: Object.values(fields),

  accepts(w: Walk) {
    return packetAt(w.view, w.at, w.end) !== null;
  },

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    for (const packet of packets(p)) p.nodes.push(packetNode(p, packet));
  },

  info(p: Inspection) {
    return Array.from(packets(p), (packet) => packetWords(p, packet)).join(", ");
  },
};

/** A packet with a long header, and where its parts stand. */
interface Packet {
  readonly at: number;
  /** Of RFC 9000's four. */
  readonly type: number;
  readonly sourceLengthAt: number;
  /** First byte behind the two ids. */
  readonly idsEnd: number;
  /** By the length stated; the datagram's end where none is. */
  readonly end: number;
  readonly token: Part | null;
  readonly payload: Part | null;
}

/** Bytes with their length before them. */
interface Part {
  readonly lengthAt: number;
  readonly at: number;
  readonly length: number;
}

/** Null when no long header of a known version stands at `at`, or not all of it up to the ids. */
function packetAt(view: DataView, at: number, end: number): Packet | null {
  if (at + HEAD > end || longHeader.form(view, at) !== 1 || longHeader.fixed(view, at) !== 1) return null;
  const version = longHeader.version(view, at);
  if (version !== VERSION_1 && version !== VERSION_2 && version >>> 8 !== DRAFT) return null;
  const destination = longHeader.destinationLength(view, at);
  const sourceLengthAt = at + HEAD + destination;
  if (destination > MOST_ID || sourceLengthAt >= end) return null;
  const source = view.getUint8(sourceLengthAt);
  const idsEnd = sourceLengthAt + 1 + source;
  if (source > MOST_ID || idsEnd > end) return null;
  // Version 2 numbers the types one higher, so that nobody relies on them (RFC 9369 §3.2).
  const type = (longHeader.type(view, at) + (version === VERSION_2 ? 3 : 0)) & 3;
  const token = type === INITIAL ? partAt(view, idsEnd, end) : null;
  const payloadAt = token ? token.at + token.length : idsEnd;
  const payload = type === RETRY || (type === INITIAL && !token) ? null : partAt(view, payloadAt, end);
  return { at, type, sourceLengthAt, idsEnd, end: payload ? payload.at + payload.length : end, token, payload };
}

/** A part whose length is a number of 1, 2, 4 or 8 bytes, as its first two bits say (RFC 9000 §16). */
function partAt(view: DataView, lengthAt: number, end: number): Part | null {
  if (lengthAt >= end) return null;
  const bytes = 1 << (view.getUint8(lengthAt) >> 6);
  if (lengthAt + bytes > end) return null;
  let length = view.getUint8(lengthAt) & 0x3f;
  for (let index = 1; index < bytes; index++) length = length * 256 + view.getUint8(lengthAt + index);
  return { lengthAt, at: lengthAt + bytes, length };
}

function* packets(p: Inspection): Generator<Packet> {
  for (let at = p.at; at < p.end; ) {
    const packet = packetAt(p.view, at, p.end);
    if (!packet) return;
    yield packet;
    at = packet.end;
  }
}

function packetNode(p: Inspection, packet: Packet): FieldNode {
  const { at, type, sourceLengthAt, idsEnd, end, token, payload } = packet;
  const length = Math.min(end, p.end) - at;
  const source = p.view.getUint8(sourceLengthAt);
  const children = [p.node(fields.packetLength, Math.min(end, p.wireEnd) - at)];
  for (const field of fieldsOf(longHeader)) {
    if (field === longHeader.type) children.push(p.fieldNode(field, at, { kind: "name", name: TYPES[type] ?? "" }));
    else children.push(p.fieldNode(field, at));
  }
  const destinationAt = at + HEAD;
  if (sourceLengthAt > destinationAt) {
    children.push(p.bytesNode(fields.destination, destinationAt, sourceLengthAt - destinationAt));
  }
  children.push(p.node(fields.sourceLength, source, { at: sourceLengthAt, length: 1 }));
  if (source > 0) children.push(p.bytesNode(fields.source, idsEnd - source, source));
  if (token) {
    children.push(p.node(fields.tokenLength, token.length, { at: token.lengthAt, length: token.at - token.lengthAt }));
    if (token.length > 0) children.push(p.bytesNode(fields.token, token.at, token.length));
  }
  if (payload) {
    children.push(
      p.node(fields.length, payload.length, { at: payload.lengthAt, length: payload.at - payload.lengthAt }),
    );
  }
  return p.node(fields.packet, TYPES[type] ?? "", { at, length, children });
}

/** Wireshark's words, up to what is protected. */
function packetWords({ view }: Inspection, { at, type, sourceLengthAt, idsEnd }: Packet): string {
  const destination = hexBytes(view, at + HEAD, sourceLengthAt);
  const source = hexBytes(view, sourceLengthAt + 1, idsEnd);
  return `${TYPES[type]}${destination && `, DCID=${destination}`}${source && `, SCID=${source}`}`;
}

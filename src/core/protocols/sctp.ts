/**
 * Stream Control Transmission Protocol, RFC 9260: the common header and the chunks behind it. What a DATA chunk carries
 * is left as bytes. Sequence numbers are those of the packet; associations are not followed.
 */
import { addChecksum, checksumFields, compared, fieldsBeside, notVerified } from "./checksum-verdict.ts";
import { crc32c } from "./crc32c.ts";
import type { ChecksumNote, FieldNode, Inspection } from "./inspection.ts";
import {
  bool,
  dec,
  type FieldInfo,
  fieldsOf,
  generated,
  type Header,
  header,
  headerLength,
  hex,
  type ValueNames,
} from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 9260 §3";

const sctpHeader = header(
  "sctp",
  { source: RFC },
  {
    srcPort: dec(16, "Source port", { filter: "srcport", aliases: ["sctp.port"] }),
    dstPort: dec(16, "Destination port", { filter: "dstport", aliases: ["sctp.port"] }),
    tag: hex(32, "Verification tag", { filter: "verification_tag" }),
    checksum: hex(32, "Checksum"),
  },
);
const LENGTH = headerLength(sctpHeader);
const checksum = checksumFields("sctp");

const DATA = 0;
const INIT = 1;
const INIT_ACK = 2;
const SACK = 3;
const CHUNKS: ValueNames = {
  [DATA]: "DATA",
  [INIT]: "INIT",
  [INIT_ACK]: "INIT_ACK",
  [SACK]: "SACK",
  4: "HEARTBEAT",
  5: "HEARTBEAT_ACK",
  6: "ABORT",
  7: "SHUTDOWN",
  8: "SHUTDOWN_ACK",
  9: "ERROR",
  10: "COOKIE_ECHO",
  11: "COOKIE_ACK",
  12: "ECNE",
  13: "CWR",
  14: "SHUTDOWN_COMPLETE",
  15: "AUTH",
  64: "I_DATA",
  128: "ASCONF_ACK",
  130: "RE_CONFIG",
  132: "PAD",
  192: "FORWARD_TSN",
  193: "ASCONF",
  194: "I_FORWARD_TSN",
};

const chunkHeader = header(
  "sctp",
  { source: "RFC 9260 §3.2" },
  {
    type: dec(8, "Chunk type", {
      filter: "chunk_type",
      values: CHUNKS,
      parts: {
        skip: bool("Skip the chunk when it is not known", { filter: "chunk_bit_1" }),
        report: bool("Report the chunk when it is not known", { filter: "chunk_bit_2" }),
      },
    }),
    flags: hex(8, "Chunk flags", { filter: "chunk_flags" }),
    length: dec(16, "Chunk length", { filter: "chunk_length", unit: "bytes" }),
  },
);
const CHUNK_HEADER = headerLength(chunkHeader);

const FIRST = 2;
const LAST = 1;
const data = header(
  "sctp",
  { source: "RFC 9260 §3.3.1" },
  {
    tsn: dec(32, "Transmission sequence number (absolute)", { filter: "data_tsn_raw" }),
    stream: hex(16, "Stream identifier", { filter: "data_sid" }),
    number: dec(16, "Stream sequence number", { filter: "data_ssn" }),
    payloadProtocol: dec(32, "Payload protocol identifier", { filter: "data_payload_proto_id" }),
  },
);
const sack = header(
  "sctp",
  { source: "RFC 9260 §3.3.4" },
  {
    tsn: dec(32, "Cumulative TSN ACK (absolute)", { filter: "sack_cumulative_tsn_ack_raw" }),
    window: dec(32, "Advertised receiver window credit (a_rwnd)", { filter: "sack_a_rwnd", unit: "bytes" }),
    gaps: dec(16, "Number of gap acknowledgement blocks", { filter: "sack_number_of_gap_blocks" }),
    duplicates: dec(16, "Number of duplicated TSNs", { filter: "sack_number_of_duplicated_tsns" }),
  },
);
const setUp = (kind: "init" | "initack", source: string) =>
  header(
    "sctp",
    { source },
    {
      tag: hex(32, "Initiate tag", { filter: `${kind}_initiate_tag`, aliases: ["sctp.initiate_tag"] }),
      window: dec(32, "Advertised receiver window credit (a_rwnd)", { filter: `${kind}_credit`, unit: "bytes" }),
      outbound: dec(16, "Number of outbound streams", { filter: `${kind}_nr_out_streams` }),
      inbound: dec(16, "Number of inbound streams", { filter: `${kind}_nr_in_streams` }),
      tsn: dec(32, "Initial TSN", { filter: `${kind}_initial_tsn` }),
    },
  );
const BODIES: Readonly<Record<number, Header<string>>> = {
  [DATA]: data,
  [INIT]: setUp("init", "RFC 9260 §3.3.2"),
  [INIT_ACK]: setUp("initack", "RFC 9260 §3.3.3"),
  [SACK]: sack,
};

const parameterHeader = header(
  "sctp",
  { source: "RFC 9260 §3.2.1" },
  {
    type: hex(16, "Parameter type", {
      filter: "parameter_type",
      values: {
        1: "Heartbeat info",
        5: "IPv4 address",
        6: "IPv6 address",
        7: "State cookie",
        9: "Cookie preservative",
        11: "Hostname address",
        12: "Supported address types",
        32768: "ECN",
        32776: "Supported Extensions",
        49152: "Forward TSN supported",
      },
    }),
    length: dec(16, "Parameter length", { filter: "parameter_length", unit: "bytes" }),
  },
);
const PARAMETER_HEADER = headerLength(parameterHeader);

const chunk = generated("sctp.chunk", "Chunk", "text", { source: "RFC 9260 §3.2", ours: true });
const parameter = generated("sctp.parameter", "Parameter", "text", { source: "RFC 9260 §3.2.1", ours: true });
/** Values of the parameters that hold one, by type. */
const parameterValues: Readonly<Record<number, FieldInfo>> = {
  5: generated("sctp.parameter_ipv4_address", "IP Version 4 address", "ipv4", { source: "RFC 9260 §3.3.2.1.1" }),
  6: generated("sctp.parameter_ipv6_address", "IP Version 6 address", "ipv6", { source: "RFC 9260 §3.3.2.1.2" }),
};

export const sctp: Protocol = {
  key: "sctp",
  title: "Stream Control Transmission Protocol",
  short: "SCTP",
  source: "RFC 9260",
  reachedBy: { ipProtocol: [132] },
  header: sctpHeader,
  further: [
    ...fieldsBeside(checksum),
    ...[chunkHeader, ...Object.values(BODIES), parameterHeader].flatMap((part) =>
      fieldsOf(part).flatMap((field) => [field, ...field.parts]),
    ),
    ...Object.values(parameterValues),
    chunk,
    parameter,
  ],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    p.field(sctpHeader.srcPort);
    p.field(sctpHeader.dstPort);
    p.field(sctpHeader.tag);
    addChecksum(p, sctpHeader.checksum, checksum, verdict);
    for (const { at, end } of chunks(p)) p.nodes.push(chunkNode(p, at, end));
  },

  brief(p: Inspection) {
    if (!p.covers(p.at, 4)) return "";
    return `${sctpHeader.srcPort(p.view, p.at)} → ${sctpHeader.dstPort(p.view, p.at)}`;
  },

  info(p: Inspection) {
    return Array.from(chunks(p), ({ at, end }) => chunkWords(p, at, end)).join(" ");
  },
};

/** Of the whole packet, its own place counted as 0, the lowest byte first (RFC 9260 §6.8). */
function verdict(p: Inspection): ChecksumNote {
  const { view, at, wireEnd } = p;
  const why = notVerified(p, p.verifiesChecksums);
  if (why) return why;
  const stored = sctpHeader.checksum(view, at);
  const expected = new DataView(new ArrayBuffer(4));
  expected.setUint32(0, crc32c(view, at, wireEnd, at + sctpHeader.checksum.bit / 8), true);
  return compared(p, stored, expected.getUint32(0), stored === 0 ? "empty" : null);
}

interface Part {
  readonly at: number;
  /** Without the padding, by the length stated, whether captured or not. */
  readonly end: number;
}

const chunks = (p: Inspection) => parts(p, p.at + LENGTH, p.wireEnd);

/** Chunks, or parameters: both state their length in the second half of their first word and fill up to whole words. */
function* parts(p: Inspection, from: number, to: number): Generator<Part> {
  for (let at = from; at + 4 <= to && p.covers(at, 4); ) {
    const length = p.view.getUint16(at + 2);
    if (length < 4) return;
    yield { at, end: Math.min(at + length, to) };
    at += Math.ceil(length / 4) * 4;
  }
}

function chunkNode(p: Inspection, at: number, end: number): FieldNode {
  const type = chunkHeader.type(p.view, at);
  const body = BODIES[type];
  const from = at + CHUNK_HEADER;
  const children = p.fixedNodes(chunkHeader, at);
  if (body && from + headerLength(body) <= end) children.push(...p.fixedNodes(body, from));
  if (type === INIT || type === INIT_ACK) {
    for (const part of parts(p, from + headerLength(BODIES[INIT]!), end)) {
      children.push(parameterNode(p, part.at, part.end));
    }
  }
  return p.node(chunk, CHUNKS[type] ?? `${type}`, { at, length: Math.min(end, p.end) - at, children });
}

function parameterNode(p: Inspection, at: number, end: number): FieldNode {
  const type = parameterHeader.type(p.view, at);
  const value = parameterValues[type];
  const from = at + PARAMETER_HEADER;
  const children = p.fixedNodes(parameterHeader, at);
  const length = value?.type === "ipv6" ? 16 : 4;
  if (value && from + length <= end && p.covers(from, length)) children.push(p.bytesNode(value, from, length));
  const name = parameterHeader.type.values?.[type] ?? `${type}`;
  return p.node(parameter, name, { at, length: Math.min(end, p.end) - at, children });
}

/** Wireshark's words, with the packet's own sequence numbers in place of relative ones. */
function chunkWords(p: Inspection, at: number, end: number): string {
  const type = chunkHeader.type(p.view, at);
  const name = CHUNKS[type] ?? "RESERVED";
  const body = BODIES[type];
  const from = at + CHUNK_HEADER;
  if (!body || from + headerLength(body) > end || !p.covers(from, headerLength(body))) return name;
  if (type === SACK) return `${name} (Ack=${sack.tsn(p.view, from)}, Arwnd=${sack.window(p.view, from)})`;
  if (type !== DATA) return name;
  const isWhole = (chunkHeader.flags(p.view, at) & (FIRST | LAST)) === (FIRST | LAST);
  return `${name} (TSN=${data.tsn(p.view, from)})${isWhole ? "" : " (Message Fragment)"}`;
}

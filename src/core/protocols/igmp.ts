/** Internet Group Management Protocol: versions 1 (RFC 1112), 2 (RFC 2236) and 3 (RFC 9776). */
import { ipv4Text } from "../base/address.ts";
import { hexDigits } from "../base/hex.ts";
import { addChecksum, checksumFields, fieldsBeside, notVerified, ownVerdict } from "./checksum-verdict.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import {
  bool,
  bytes,
  dec,
  type FieldInfo,
  fieldsOf,
  generated,
  type Header,
  header,
  headerLength,
  hex,
  ipv4Address,
} from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const VERSION_1 = "RFC 1112, appendix I";
const VERSION_2 = "RFC 2236 §2";
const QUERY_3 = "RFC 9776 §4.1";
const REPORT_3 = "RFC 9776 §4.2";

const QUERY = 0x11;
const REPORT_V1 = 0x12;
const REPORT_V2 = 0x16;
const LEAVE = 0x17;
const REPORT_V3 = 0x22;
const TYPES = {
  [QUERY]: "Membership Query",
  [REPORT_V1]: "Membership Report",
  [REPORT_V2]: "Membership Report",
  [LEAVE]: "Leave Group",
  [REPORT_V3]: "Membership Report",
};

const reserved = (length: number) => bytes(length, "Reserved", { filter: "reserved" });
const type = hex(8, "Type", { values: TYPES });
const checksum = hex(16, "Checksum");
/** What stands beside it. */
const beside = checksumFields("igmp");
const group = ipv4Address("Multicast Address", { filter: "maddr" });
const maxResponse = dec(8, "Max Resp Time", { filter: "max_resp", unit: "tenths of a second" });

const version1 = header("igmp", { source: VERSION_1 }, { type, reserved: reserved(1), checksum, group });
const version2 = header("igmp", { source: VERSION_2 }, { type, maxResponse, checksum, group });
const query = header(
  "igmp",
  { source: QUERY_3 },
  {
    type,
    maxResponse: dec(8, "Max Resp Time", { filter: "max_resp", source: QUERY_3, unit: "tenths of a second" }),
    checksum,
    group,
    unused: dec(4, "Flags", { ours: true }),
    suppress: bool("Suppress router side processing", { filter: "s" }),
    robustness: dec(3, "QRV (Querier's Robustness Variable)", { filter: "qrv" }),
    interval: dec(8, "QQIC (Querier's Query Interval Code)", { filter: "qqic" }),
    sources: dec(16, "Num Src", { filter: "num_src" }),
  },
);
const report = header(
  "igmp",
  { source: REPORT_3 },
  {
    type,
    reserved: reserved(1),
    checksum,
    further: reserved(2),
    records: dec(16, "Num Group Records", { filter: "num_grp_recs" }),
  },
);
const RECORD_TYPES: Readonly<Record<number, string>> = {
  1: "Mode Is Include",
  2: "Mode Is Exclude",
  3: "Change To Include Mode",
  4: "Change To Exclude Mode",
  5: "Allow New Sources",
  6: "Block Old Sources",
};
const record = header(
  "igmp",
  { source: REPORT_3 },
  {
    type: dec(8, "Record Type", { filter: "record_type", values: RECORD_TYPES }),
    auxiliary: dec(8, "Aux Data Len", { filter: "aux_data_len", unit: "32-bit words" }),
    sources: dec(16, "Num Src", { filter: "num_src" }),
    group,
  },
);
const fields = {
  version: generated("igmp.version", "IGMP Version", "uint"),
  source: generated("igmp.saddr", "Source Address", "ipv4", { source: QUERY_3 }),
  record: generated("igmp.record", "Group Record", "text", { source: REPORT_3, ours: true }),
  auxiliary: generated("igmp.aux_data", "Aux Data", "bytes", { source: REPORT_3 }),
} satisfies Record<string, FieldInfo>;

const LENGTH = headerLength(version1);
const QUERY_LENGTH = headerLength(query);
const RECORD_LENGTH = headerLength(record);

export const igmp: Protocol = {
  key: "igmp",
  title: "Internet Group Management Protocol",
  short: "IGMP",
  source: "RFC 9776",
  reachedBy: { ipProtocol: [2] },
  header: null,
  further: [
    fields.version,
    ...[version1, version2, query, report, record].flatMap(fieldsOf),
    ...fieldsBeside(beside),
    ...Object.values(fields),
  ],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return;
    const version = versionOf(p);
    if (version === 0) return p.field(version1.type);
    p.add(fields.version, version);
    if (version === 1) addFixed(p, version1);
    else if (version === 2) addFixed(p, version2);
    else if (version1.type(p.view, p.at) === QUERY) inspectQuery(p);
    else inspectReport(p);
  },

  column(p: Inspection) {
    const version = p.covers(p.at, LENGTH) ? versionOf(p) : 0;
    return version === 0 ? "IGMP" : `IGMPv${version}`;
  },

  info(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return "";
    const kind = version1.type(p.view, p.at);
    const name = TYPES[kind as keyof typeof TYPES]; // undefined for the others
    if (!name) return `Unknown Type:0x${hexDigits(kind, 2)}`;
    if (kind === REPORT_V3) return reportWords(p, name);
    const version = versionOf(p);
    if (version === 1) return name;
    const isGeneral = p.view.getUint32(p.at + 4) === 0;
    if (kind !== QUERY) return name + (isGeneral ? ", general" : `${kind === LEAVE ? "" : " group"} ${groupOf(p)}`);
    const words = name + (isGeneral ? ", general" : `, specific for group ${groupOf(p)}`);
    const sources = version === 3 ? sourcesAt(p, p.at + QUERY_LENGTH, query.sources(p.view, p.at)) : [];
    return words + (sources.length > 0 ? `, ${plural("source", sources)} ${braces(p, sources)}` : "");
  },
};

const groupOf = (p: Inspection, at = p.at) => ipv4Text(p.view, at + 4);
const braces = (p: Inspection, sources: readonly number[]) =>
  `{${sources.map((at) => ipv4Text(p.view, at)).join(", ")}}`;
const plural = (word: string, { length }: readonly number[]) => (length === 1 ? word : `${word}s`);

/** RFC 9776 §7.1 tells queries apart by their length and their second byte; 0 for other messages than these. */
function versionOf(p: Inspection): number {
  switch (version1.type(p.view, p.at)) {
    case QUERY:
      if (p.covers(p.at, QUERY_LENGTH)) return 3;
      return version2.maxResponse(p.view, p.at) === 0 ? 1 : 2;
    case REPORT_V1:
      return 1;
    case REPORT_V2:
    case LEAVE:
      return 2;
    case REPORT_V3:
      return 3;
    default:
      return 0;
  }
}

/** Where the sources of a list stand, as far as they were captured. */
function sourcesAt(p: Inspection, from: number, count: number): number[] {
  const there = Math.min(count, Math.max(0, Math.floor((p.end - from) / 4)));
  return Array.from({ length: there }, (_, index) => from + index * 4);
}

const sourceNodes = (p: Inspection, from: number, count: number) =>
  sourcesAt(p, from, count).map((at) => p.bytesNode(fields.source, at, 4));

function addFixed(p: Inspection, of: Header<string>): void {
  for (const field of fieldsOf(of)) {
    if (field === of.checksum)
      addChecksum(p, field, beside, () => notVerified(p, true) ?? ownVerdict(p, field, p.wireEnd));
    else if (field === query.maxResponse) {
      p.add(field, responseTime(field(p.view, p.at)), { at: p.at + 1, length: 1 });
    } else p.field(field);
  }
}

function inspectQuery(p: Inspection): void {
  addFixed(p, query);
  p.nodes.push(...sourceNodes(p, p.at + QUERY_LENGTH, query.sources(p.view, p.at)));
}

/** From 128 on the code is a floating-point number: three bits of exponent, four of mantissa (RFC 9776 §4.1.1). */
function responseTime(code: number): number {
  return code < 128 ? code : ((code & 15) | 16) << (((code >> 4) & 7) + 3);
}

function inspectReport(p: Inspection): void {
  addFixed(p, report);
  for (const at of recordsOf(p)) p.nodes.push(recordNode(p, at));
}

/** Where the records of a report stand, those whose fixed part was captured. */
function* recordsOf(p: Inspection): Generator<number> {
  let at = p.at + headerLength(report);
  for (let left = report.records(p.view, p.at); left > 0 && p.covers(at, RECORD_LENGTH); left--) {
    yield at;
    at += recordLength(p, at);
  }
}

function recordLength(p: Inspection, at: number): number {
  return RECORD_LENGTH + record.sources(p.view, at) * 4 + record.auxiliary(p.view, at) * 4;
}

function recordNode(p: Inspection, at: number): FieldNode {
  const auxiliary = record.auxiliary(p.view, at) * 4;
  const end = at + recordLength(p, at);
  const children = [
    ...p.fixedNodes(record, at),
    ...sourceNodes(p, at + RECORD_LENGTH, record.sources(p.view, at)),
    ...(auxiliary > 0 && p.covers(end, 0) ? [p.bytesNode(fields.auxiliary, end - auxiliary, auxiliary)] : []),
  ];
  return p.node(fields.record, groupOf(p, at), { at, length: Math.min(end, p.end) - at, children });
}

function reportWords(p: Inspection, name: string): string {
  if (report.records(p.view, p.at) === 0) return `${name} - General query`;
  return [name, ...Array.from(recordsOf(p), (at) => recordWords(p, at))].join(" / ");
}

function recordWords(p: Inspection, at: number): string {
  const sources = sourcesAt(p, at + RECORD_LENGTH, record.sources(p.view, at));
  const list = braces(p, sources);
  const of = groupOf(p, at);
  const isOne = sources.length === 1;
  const isNone = sources.length === 0;
  switch (record.type(p.view, at)) {
    case 1:
    case 3:
      if (isNone) return `Leave group ${of}`;
      return `Join group ${of} for ${isOne ? "source" : "sources in"} ${list}`;
    case 2:
    case 4:
      if (isNone) return `Join group ${of} for any sources`;
      return `Join group ${of}, for ${isOne ? "source not" : "sources not in"} ${list}`;
    case 5:
      if (isNone) return `Group ${of}, ALLOW_NEW_SOURCES but no source specified (?)`;
      return `Group ${of}, new ${plural("source", sources)} ${list}`;
    case 6:
      if (isNone) return `Group ${of}, BLOCK_OLD_SOURCES but no source specified (?)`;
      return `Group ${of}, block ${plural("source", sources)} ${list}`;
    default:
      return `Group ${of}, unknown record type (?)${isNone ? "" : `, sources ${list}`}`;
  }
}

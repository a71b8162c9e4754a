/** Questions and resource records of DNS (RFC 1035 §4.1): telling one from the next. Their data is in dns-data.ts. */
import { type DnsMessage, dataNodes, dataWords, dnsDataFields, SRV } from "./dns-data.ts";
import { readName } from "./dns-names.ts";
import { RECORD_TYPES } from "./dns-types.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, type FieldInfo, type FieldType, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";

const QUESTION = "RFC 1035 §4.1.2";
const RECORD = "RFC 1035 §4.1.3";

const OPT = 41;
const CLASSES = { 1: "IN", 3: "CH", 4: "HS", 254: "NONE", 255: "ANY" };

/** Where mDNS asks for an answer to one host, or tells to forget what was known (RFC 6762 §18.12, §18.13). */
const TOP_BIT = 0x8000;

const text = (filter: string, title: string, source: string, type: FieldType = "text") =>
  generated(`dns.${filter}`, title, type, { source });
const own = (name: string, title: string) =>
  generated(`dns.${name}`, title, "text", { source: "RFC 1035 §4.1", ours: true });

const fields = {
  queryName: text("qry.name", "Name", QUESTION),
  queryNameLength: text("qry.name.len", "Name Length", "Wireshark", "uint"),
  queryLabels: text("count.labels", "Label Count", "Wireshark", "uint"),
  name: text("resp.name", "Name", RECORD),
  service: text("srv.service", "Service", "RFC 2782"),
  protocol: text("srv.proto", "Protocol", "RFC 2782"),
  domain: text("srv.name", "Name", "RFC 2782"),
} satisfies Record<string, FieldInfo>;
const sections = [
  own("question", "Query"),
  own("answer", "Answer"),
  own("authority", "Authoritative nameserver"),
  own("additional", "Additional record"),
] as const;

const dnsClass = (title: string, filter: string) => hex(16, title, { filter, values: CLASSES });
const questionType = dec(16, "Type", { filter: "qry.type", values: RECORD_TYPES, source: QUESTION });
const recordType = dec(16, "Type", { filter: "resp.type", values: RECORD_TYPES, source: RECORD });
const ttl = dec(32, "Time to live", { filter: "resp.ttl", unit: "s", source: RECORD });
const dataLength = dec(16, "Data length", { filter: "resp.len", unit: "bytes", source: RECORD });
const question = header("dns", { source: QUESTION }, { type: questionType, class: dnsClass("Class", "qry.class") });
const mdnsQuestion = header(
  "dns",
  { source: "RFC 6762 §18.12" },
  {
    type: questionType,
    unicast: bool("QU question: answer to the asker alone", { filter: "qry.qu" }),
    class: hex(15, "Class", { filter: "qry.class", values: CLASSES }),
  },
);
const record = header(
  "dns",
  { source: RECORD },
  {
    type: recordType,
    class: dnsClass("Class", "resp.class"),
    ttl,
    length: dataLength,
  },
);
const mdnsRecord = header(
  "dns",
  { source: "RFC 6762 §18.13" },
  {
    type: recordType,
    flush: bool("Cache flush", { filter: "resp.cache_flush" }),
    class: hex(15, "Class", { filter: "resp.class", values: CLASSES }),
    ttl,
    length: dataLength,
  },
);
const opt = header(
  "dns",
  { source: "RFC 6891 §6.1.2" },
  {
    type: recordType,
    size: dec(16, "UDP payload size", { filter: "rr.udp_payload_size", unit: "bytes" }),
    rcode: hex(8, "Higher bits in extended RCODE", { filter: "resp.ext_rcode" }),
    version: dec(8, "EDNS0 version", { filter: "resp.edns0_version" }),
    z: hex(16, "Z", {
      filter: "resp.z",
      parts: {
        dnssec: bool("DO bit", { filter: "resp.z.do", source: "RFC 3225 §3" }),
        reserved: hex(15, "Reserved", { filter: "resp.z.reserved" }),
      },
    }),
    length: dataLength,
  },
);

/** All fields that questions and records may have. */
export const dnsRecordFields: readonly FieldInfo[] = [
  ...sections,
  fields.queryName,
  fields.queryNameLength,
  fields.queryLabels,
  ...fieldsOf(mdnsQuestion),
  fields.name,
  ...fieldsOf(mdnsRecord),
  ...fieldsOf(opt).flatMap((field) => [field, ...field.parts]),
  ...Object.values(fields),
  ...dnsDataFields,
];

/** A question, or a record; 0 for the section of questions, 1 to 3 for those of the records. */
interface Entry {
  readonly section: number;
  readonly name: string;
  readonly labels: number;
  readonly at: number;
  /** Where its name ends and the fixed part begins. */
  readonly fixedAt: number;
  /** Bounds of a record's data; both the end of a question. */
  readonly dataAt: number;
  readonly end: number;
}

/** The entries of a message from `from` on, `counts` in each section, as far as they were captured. */
export function* entries(
  p: Inspection,
  message: DnsMessage,
  from: number,
  counts: readonly number[],
): Generator<Entry> {
  let at = from;
  for (const [section, count] of counts.entries()) {
    for (let left = count; left > 0; left--) {
      const entry = entryAt(p.view, message, section, at);
      if (!entry) return;
      yield entry;
      at = entry.end;
    }
  }
}

function entryAt(view: DataView, message: DnsMessage, section: number, at: number): Entry | null {
  const found = readName(view, message.at, at, message.end);
  if (!found) return null;
  const fixedAt = found.end;
  const dataAt = fixedAt + headerLength(section === 0 ? question : record);
  if (dataAt > message.end) return null;
  const end = section === 0 ? dataAt : dataAt + record.length(view, fixedAt);
  return { section, name: found.text, labels: found.labels, at, fixedAt, dataAt, end };
}

/** The node of an entry, all that is known of it below. */
export function entryNode(p: Inspection, message: DnsMessage, entry: Entry): FieldNode {
  const { section, at, fixedAt, end } = entry;
  const type = record.type(p.view, fixedAt);
  const children = section === 0 ? questionNodes(p, message, entry) : recordNodes(p, message, entry);
  const words = type === OPT ? "type OPT" : `type ${typeName(type)}, class ${className(p, fixedAt)}`;
  const length = Math.min(end, message.end) - at;
  return p.node(sections[section]!, `${entry.name}: ${words}`, { at, length, children });
}

function questionNodes(p: Inspection, { isMulticast }: DnsMessage, entry: Entry): FieldNode[] {
  const { at, fixedAt } = entry;
  const length = fixedAt - at;
  return [
    p.node(fields.queryName, entry.name, { at, length }),
    p.node(fields.queryNameLength, entry.name.length),
    p.node(fields.queryLabels, entry.labels),
    ...p.fixedNodes(isMulticast ? mdnsQuestion : question, fixedAt),
  ];
}

function recordNodes(p: Inspection, message: DnsMessage, entry: Entry): FieldNode[] {
  const { at, fixedAt } = entry;
  const type = record.type(p.view, fixedAt);
  const fixed = type === OPT ? opt : message.isMulticast ? mdnsRecord : record;
  const head = type === SRV ? serviceNodes(p, entry) : [p.node(fields.name, entry.name, { at, length: fixedAt - at })];
  return [...head, ...p.fixedNodes(fixed, fixedAt), ...dataNodes(p, message, type, entry.dataAt, entry.end)];
}

/** The name of a service's record in Wireshark's three parts: its first label, its second, and the others. */
function serviceNodes(p: Inspection, { name, at, fixedAt }: Entry): FieldNode[] {
  const place = { at, length: fixedAt - at };
  const [service = "", protocol = "", ...rest] = name.split(".");
  return [
    p.node(fields.service, service, place),
    p.node(fields.protocol, protocol, place),
    p.node(fields.domain, rest.join("."), place),
  ];
}

/** The Info column's words for an entry, each with the blank that stands before it. */
export function entryWords(p: Inspection, message: DnsMessage, entry: Entry): string {
  const { section, fixedAt } = entry;
  const type = record.type(p.view, fixedAt);
  const hasTopBit = message.isMulticast && type !== OPT && (record.class(p.view, fixedAt) & TOP_BIT) !== 0;
  if (section === 0) {
    const asked = message.isMulticast ? `, "${hasTopBit ? "QU" : "QM"}" question` : "";
    return ` ${typeName(type)} ${entry.name}${asked}`;
  }
  const data = dataWords(p, message, type, entry.dataAt, entry.end);
  return ` ${typeName(type)}${hasTopBit ? ", cache flush" : ""}${data}`;
}

const typeName = (type: number) => RECORD_TYPES[type] ?? `Unknown (${type})`;

function className(p: Inspection, fixedAt: number): string {
  const number = record.class(p.view, fixedAt) & ~TOP_BIT;
  return CLASSES[number as keyof typeof CLASSES] ?? `${number}`; // undefined for others
}

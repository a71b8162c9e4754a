/** Multicast listener discovery for IPv6, versions 1 (RFC 2710) and 2 (RFC 9777): messages of ICMPv6. */
import * as types from "./icmpv6-types.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import {
  bool,
  bytes,
  dec,
  type FieldInfo,
  fieldsOf,
  generated,
  header,
  headerLength,
  hex,
  ipv6Address,
} from "./spec.ts";

const VERSION_1 = "RFC 2710 §3";
const QUERY = "RFC 9777 §5.1";
const REPORT = "RFC 9777 §5.2";
const reserved = bytes(2, "Reserved", { key: "icmpv6.reserved" });
const group = ipv6Address("Multicast Address", { filter: "multicast_address" });

/** Version 1: query, report and done alike. */
const listener = header(
  "icmpv6.mld",
  { source: VERSION_1 },
  {
    delay: dec(16, "Maximum Response Delay", { filter: "maximum_response_delay", unit: "ms" }),
    reserved,
    group,
  },
);
const query = header(
  "icmpv6.mld",
  { source: QUERY },
  {
    code: dec(16, "Maximum Response Code", { filter: "maximum_response_code" }),
    reserved,
    group,
    flags: hex(8, "Flags", {
      filter: "flag",
      parts: {
        reserved: dec(4, "Reserved", { filter: "flag.reserved" }),
        suppress: bool("Suppress Router-Side Processing", { filter: "flag.s" }),
        robustness: dec(3, "QRV (Querier's Robustness Variable)", { filter: "flag.qrv" }),
      },
    }),
    interval: dec(8, "QQIC (Querier's Query Interval Code)", { filter: "qqi" }),
    sources: dec(16, "Number of Sources", { filter: "nb_sources" }),
  },
);
const report = header(
  "icmpv6.mldr",
  { source: REPORT },
  { reserved, records: dec(16, "Number of Multicast Address Records", { filter: "nb_mcast_records" }) },
);
const record = header(
  "icmpv6.mldr.mar",
  { source: REPORT },
  {
    type: dec(8, "Record Type", {
      filter: "record_type",
      values: {
        1: "Include",
        2: "Exclude",
        3: "Changed to include",
        4: "Changed to exclude",
        5: "Allow new sources",
        6: "Block old sources",
      },
    }),
    auxiliary: dec(8, "Aux Data Len", { filter: "aux_data_len", unit: "32-bit words" }),
    sources: dec(16, "Number of Sources", { filter: "nb_sources" }),
    group,
  },
);
const fields = {
  source: generated("icmpv6.mld.source_address", "Source Address", "ipv6", { source: QUERY }),
  record: generated("icmpv6.mldr.mar", "Multicast Address Record", "bytes", { source: REPORT }),
  recordSource: generated("icmpv6.mldr.mar.source_address", "Source Address", "ipv6", { source: REPORT }),
  auxiliary: generated("icmpv6.mldr.mar.auxiliary_data", "Auxiliary Data", "bytes", { source: REPORT }),
} satisfies Record<string, FieldInfo>;

/** Fields that these messages may have. */
export const listenerFields: readonly FieldInfo[] = [
  ...[listener, query, report, record].flatMap((part) => fieldsOf(part).flatMap((field) => [field, ...field.parts])),
  ...Object.values(fields),
];

/** Adds the fields of a message whose body begins at `at`; nothing for types that are none of these. */
export function inspectListeners(p: Inspection, type: number, at: number): void {
  switch (type) {
    case types.LISTENER_QUERY:
      if (p.covers(at, headerLength(query))) return inspectQuery(p, at);
      return p.fixed(listener, at);
    case types.LISTENER_REPORT:
    case types.LISTENER_DONE:
      return p.fixed(listener, at);
    case types.LISTENER_REPORT_2:
      return inspectReport(p, at);
  }
}

function inspectQuery(p: Inspection, at: number): void {
  p.fixed(query, at);
  const from = at + headerLength(query);
  const end = from + query.sources(p.view, at) * 16;
  for (let source = from; source < end && p.covers(source, 16); source += 16) p.bytes(fields.source, source, 16);
}

function inspectReport(p: Inspection, at: number): void {
  p.fixed(report, at);
  if (!p.covers(at, headerLength(report))) return;
  let from = at + headerLength(report);
  for (let left = report.records(p.view, at); left > 0 && p.covers(from, 1); left--) {
    const length = recordLength(p, from);
    p.nodes.push(recordNode(p, from, length));
    from += length;
  }
}

/** Bytes of the record at `at`; those of a cut one, as far as they were captured. */
function recordLength(p: Inspection, at: number): number {
  if (!p.covers(at, headerLength(record))) return p.end - at;
  return headerLength(record) + record.sources(p.view, at) * 16 + record.auxiliary(p.view, at) * 4;
}

function recordNode(p: Inspection, at: number, length: number): FieldNode {
  const children = p.fixedNodes(record, at);
  if (length < headerLength(record)) return { ...p.bytesNode(fields.record, at, length, children), text: "1" };
  const auxiliary = record.auxiliary(p.view, at) * 4;
  const sourcesEnd = at + length - auxiliary;
  for (let source = at + headerLength(record); source < sourcesEnd && p.covers(source, 16); source += 16) {
    children.push(p.bytesNode(fields.recordSource, source, 16));
  }
  if (auxiliary > 0 && p.covers(sourcesEnd, auxiliary))
    children.push(p.bytesNode(fields.auxiliary, sourcesEnd, auxiliary));
  return { ...p.bytesNode(fields.record, at, length, children), text: "1" };
}

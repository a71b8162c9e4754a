/**
 * IPv4 options (RFC 791 §3.1): the list, and those that the registry names. Each begins with its type, all but two go
 * on with their length.
 */
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, type FieldInfo, generated, header } from "./spec.ts";

const RFC = "RFC 791 §3.1";
const END = 0;
const NO_OPERATION = 1;
const RECORD_ROUTE = 7;
const TIMESTAMP = 68;
const LOOSE_ROUTE = 131;
const STREAM_ID = 136;
const STRICT_ROUTE = 137;
const ROUTER_ALERT = 148;

/** Names and keys of the options, by type. */
const KINDS: Readonly<Record<number, readonly [name: string, title: string, source: string]>> = {
  [END]: ["eol", "End of Options List", RFC],
  [NO_OPERATION]: ["nop", "No-Operation", RFC],
  [RECORD_ROUTE]: ["record_route", "Record Route", RFC],
  11: ["mtu_probe", "MTU Probe", "RFC 1063 §3.1"],
  12: ["mtu_reply", "MTU Reply", "RFC 1063 §3.1"],
  25: ["qs", "Quick-Start", "RFC 4782 §3.1"],
  [TIMESTAMP]: ["timestamp", "Time Stamp", RFC],
  82: ["traceroute", "Traceroute", "RFC 1393 §2.2"],
  130: ["security", "Security", "RFC 1108 §2"],
  [LOOSE_ROUTE]: ["route", "Loose Source Route", RFC],
  133: ["ext_security", "Extended Security", "RFC 1108 §3"],
  134: ["cipso", "Commercial Security", "FIPS 188"],
  [STREAM_ID]: ["sid", "Stream ID", RFC],
  [STRICT_ROUTE]: ["source_route", "Strict Source Route", RFC],
  [ROUTER_ALERT]: ["routeralert", "Router Alert", "RFC 2113"],
  149: ["sdb", "Selective Directed Broadcast", "RFC 1770"],
};
const wholes: Readonly<Record<number, FieldInfo>> = Object.fromEntries(
  Object.entries(KINDS).map(([type, [name, title, source]]) => [
    type,
    generated(`ip.options.${name}`, title, "bytes", { source }),
  ]),
);
const unknown = generated("ip.options.unknown", "Unknown option", "bytes", { source: RFC, ours: true });

const head = header(
  "ip",
  { source: RFC },
  {
    type: dec(8, "Type", {
      filter: "opt.type",
      values: Object.fromEntries(Object.entries(KINDS).map(([type, [, title]]) => [type, title])),
      parts: {
        copy: bool("Copy on fragmentation", { filter: "opt.type.copy" }),
        class: dec(2, "Class", { filter: "opt.type.class", values: { 0: "Control", 2: "Debugging and measurement" } }),
        number: dec(5, "Number", { filter: "opt.type.number" }),
      },
    }),
    length: dec(8, "Length", { filter: "opt.len", unit: "bytes" }),
  },
);
const fields = {
  pointer: generated("ip.opt.ptr", "Pointer", "uint", { source: RFC }),
  recorded: generated("ip.rec_rt", "Recorded Route", "ipv4", { source: RFC }),
  empty: generated("ip.empty_rt", "Empty Route", "ipv4", { source: RFC }),
  current: generated("ip.cur_rt", "Current Route", "ipv4", { source: RFC }),
  route: generated("ip.src_rt", "Source Route", "ipv4", { source: RFC }),
  overflow: generated("ip.opt.overflow", "Overflow", "uint", { source: RFC }),
  flag: generated("ip.opt.flag", "Flag", "uint", {
    source: RFC,
    digits: 2,
    values: { 0: "Time stamps only", 1: "Time stamp and address", 3: "Time stamps for prespecified addresses" },
  }),
  stamp: generated("ip.opt.time_stamp", "Time stamp", "uint", { source: RFC, unit: "ms since midnight UTC" }),
  stampAddress: generated("ip.opt.time_stamp_addr", "Address", "ipv4", { source: RFC }),
  streamId: generated("ip.opt.sid", "Stream Identifier", "uint", { source: RFC }),
  routerAlert: generated("ip.opt.ra", "Router Alert", "uint", {
    source: "RFC 2113",
    values: { 0: "Router shall examine packet" },
  }),
};

/** Fields that options may have. */
export const ipv4OptionFields: readonly FieldInfo[] = [
  ...Object.values(wholes),
  unknown,
  head.type,
  ...head.type.parts,
  head.length,
  ...Object.values(fields),
];

/**
 * Bytes of the option at `at`, of `end - at` that there are; 0 for a length that cannot be true, after which nothing
 * can be told apart.
 */
function lengthAt(view: DataView, at: number, end: number): number {
  const type = view.getUint8(at);
  if (type === END || type === NO_OPERATION) return 1;
  const length = end - at < 2 ? 0 : view.getUint8(at + 1);
  return length < 2 || at + length > end ? 0 : length;
}

/** Where a source route's last address stands: a packet that travels one has its destination there; -1 for none. */
export function routeEnd(view: DataView, from: number, end: number): number {
  for (let at = from; at < end; ) {
    const type = view.getUint8(at);
    const length = lengthAt(view, at, end);
    if (length === 0 || type === END) return -1;
    if ((type === LOOSE_ROUTE || type === STRICT_ROUTE) && length >= 7) {
      const pointer = view.getUint8(at + 2);
      return isInRoute(pointer, length) ? at + length - 4 : -1;
    }
    at += length;
  }
  return -1;
}

/** Whether a route's pointer, counted from 1, points at one of its addresses. */
const isInRoute = (pointer: number, length: number): boolean =>
  pointer >= 4 && pointer % 4 === 0 && pointer + 3 <= length;

/** The options from `from` on, each with its values; ends at the first that cannot be told from the next. */
export function ipv4OptionNodes(p: Inspection, from: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at < p.headerEnd; ) {
    const type = head.type(p.view, at);
    const length = lengthAt(p.view, at, p.headerEnd);
    const whole = wholes[type];
    if (length === 0 || !whole) {
      nodes.push(p.bytesNode(unknown, at, length || p.headerEnd - at));
      if (length === 0) return nodes;
    } else nodes.push(p.bytesNode(whole, at, length, optionParts(p, at, length)));
    if (type === END) return nodes;
    at += length;
  }
  return nodes;
}

function optionParts(p: Inspection, at: number, length: number): FieldNode[] {
  const type = head.type(p.view, at);
  const parts = [p.fieldNode(head.type, at)];
  if (length === 1) return parts;
  parts.push(p.fieldNode(head.length, at));
  const uint16 = (info: FieldInfo) => p.node(info, p.view.getUint16(at + 2), { at: at + 2, length: 2 });
  if (type === ROUTER_ALERT && length === 4) parts.push(uint16(fields.routerAlert));
  if (type === STREAM_ID && length === 4) parts.push(uint16(fields.streamId));
  if (type === RECORD_ROUTE && length >= 3) parts.push(...recordParts(p, at, length));
  if ((type === LOOSE_ROUTE || type === STRICT_ROUTE) && length >= 3) parts.push(...routeParts(p, at, length));
  if (type === TIMESTAMP && length >= 4) parts.push(...timestampParts(p, at, length));
  return parts;
}

function pointerNode(p: Inspection, at: number): FieldNode {
  return p.node(fields.pointer, p.view.getUint8(at + 2), { at: at + 2, length: 1 });
}

/** Addresses before the pointer were recorded, those from it on are room for more. */
function recordParts(p: Inspection, at: number, length: number): FieldNode[] {
  const pointer = p.view.getUint8(at + 2);
  const parts = [pointerNode(p, at)];
  if (pointer < 4 || pointer % 4 !== 0) return parts;
  for (let hop = 3; hop + 4 <= length; hop += 4) {
    parts.push(p.bytesNode(hop < pointer - 1 ? fields.recorded : fields.empty, at + hop, 4));
  }
  return parts;
}

/**
 * Addresses before the pointer were passed; the one that the packet is on its way to stands in the header's
 * destination, and the last is where it goes in the end.
 */
function routeParts(p: Inspection, at: number, length: number): FieldNode[] {
  const pointer = p.view.getUint8(at + 2);
  const parts = [pointerNode(p, at)];
  if (pointer < 4 || pointer % 4 !== 0) return parts;
  const travels = isInRoute(pointer, length);
  for (let hop = 3; hop + 4 <= length; hop += 4) {
    if (travels && hop === pointer - 1) parts.push(p.bytesNode(fields.current, p.at + DESTINATION_AT, 4));
    if (travels && hop + 8 > length) break;
    parts.push(p.bytesNode(hop < pointer - 1 ? fields.recorded : fields.route, at + hop, 4));
  }
  return parts;
}

/** Of the destination address in the IPv4 header, bytes. */
const DESTINATION_AT = 16;
const WITH_ADDRESSES: readonly number[] = [1, 3];

function timestampParts(p: Inspection, at: number, length: number): FieldNode[] {
  const flags = p.view.getUint8(at + 3);
  const place = { at: at + 3, length: 1 };
  const parts = [
    pointerNode(p, at),
    p.node(fields.overflow, flags >> 4, place),
    p.node(fields.flag, flags & 15, place),
  ];
  const step = WITH_ADDRESSES.includes(flags & 15) ? 8 : 4;
  for (let entry = at + 4; entry + step <= at + length; entry += step) {
    if (step === 8) parts.push(p.bytesNode(fields.stampAddress, entry, 4));
    const stampAt = entry + step - 4;
    parts.push(p.node(fields.stamp, p.view.getUint32(stampAt), { at: stampAt, length: 4 }));
  }
  return parts;
}

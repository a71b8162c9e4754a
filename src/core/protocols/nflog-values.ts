/** The values in netfilter's log (linux/netfilter/nfnetlink_log.h), type by type, in the network's byte order. */
import { utf8Text } from "../base/text.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { type FieldInfo, generated } from "./spec.ts";

const SOURCE = "LINKTYPE_NFLOG";
const HEADER = 1;
const TIMESTAMP = 3;
const PREFIX = 10;

const HOOKS = { 0: "Pre-routing", 1: "Local in", 2: "Forward", 3: "Local out", 4: "Post-routing" } as const;
const uint = (filter: string, title: string) => generated(`nflog.${filter}`, title, "uint", { source: SOURCE });
const protocol = generated("nflog.protocol", "HW protocol", "uint", { source: SOURCE, digits: 4 });
const hook = generated("nflog.hook", "Netfilter hook", "uint", { source: SOURCE, values: HOOKS });
/** Wireshark writes it as a date. */
const timestamp = generated("nflog.timestamp", "Timestamp", "time", { source: SOURCE, ours: true });
const prefix = generated("nflog.prefix", "Prefix", "text", { source: SOURCE });
/** Values that are a number of four bytes. */
const NUMBERS: Readonly<Record<number, FieldInfo>> = {
  4: uint("ifindex_indev", "IFINDEX_INDEV"),
  5: uint("ifindex_outdev", "IFINDEX_OUTDEV"),
  6: uint("ifindex_physindev", "IFINDEX_PHYSINDEV"),
  7: uint("ifindex_physoutdev", "IFINDEX_PHYSOUTDEV"),
  11: uint("uid", "UID"),
  14: uint("gid", "GID"),
};
/** What is not taken apart. */
const other = generated("nflog.tlv_value", "Value", "bytes", { source: SOURCE });

/** All fields that values may have. */
export const nflogValueFields: readonly FieldInfo[] = [
  protocol,
  hook,
  timestamp,
  prefix,
  ...Object.values(NUMBERS),
  other,
];

/** The nodes of a value of `length` bytes, all of which are there. */
export function nflogValueNodes(p: Inspection, type: number, at: number, length: number): FieldNode[] {
  const { view } = p;
  const number = NUMBERS[type];
  if (number && length === 4) return [p.node(number, view.getUint32(at), { at, length })];
  if (type === HEADER && length === 4) {
    const first = p.node(protocol, view.getUint16(at), { at, length: 2 });
    return [first, p.node(hook, view.getUint8(at + 2), { at: at + 2, length: 1 })];
  }
  if (type === TIMESTAMP && length === 16) return [timeNode(p, at)];
  if (type === PREFIX && length > 0) return [p.node(prefix, utf8Text(view, at, at + length - 1), { at, length })];
  return length > 0 ? [p.bytesNode(other, at, length)] : [];
}

/** Seconds and microseconds, of eight bytes each; text, since a number would not hold them exactly. */
function timeNode(p: Inspection, at: number): FieldNode {
  const seconds = p.view.getBigUint64(at);
  const micros = p.view.getBigUint64(at + 8);
  const text = `${seconds}.${micros.toString().padStart(6, "0")}000`;
  return p.node(timestamp, Number(seconds) + Number(micros) / 1e6, { at, length: 16, text });
}

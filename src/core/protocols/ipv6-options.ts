/** The options that hop-by-hop and destination options headers of IPv6 hold (RFC 8200 §4.2). */
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, type FieldInfo, generated, header, hex } from "./spec.ts";

const RFC = "RFC 8200 §4.2";
const PAD1 = 0;
const PADN = 1;
const TUNNEL_LIMIT = 4;
const ROUTER_ALERT = 5;
const JUMBO = 0xc2;
const HOME_ADDRESS = 0xc9;

const NAMES = {
  [PAD1]: "Pad1",
  [PADN]: "PadN",
  [TUNNEL_LIMIT]: "Tunnel Encapsulation Limit",
  [ROUTER_ALERT]: "Router Alert",
  [JUMBO]: "Jumbo Payload",
} as const;

const head = header(
  "ipv6.opt",
  { source: RFC },
  {
    type: hex(8, "Type", {
      values: NAMES,
      parts: {
        action: dec(2, "Action", {
          filter: "type.action",
          values: { 0: "Skip and continue", 1: "Discard", 2: "Discard, report", 3: "Discard, report if unicast" },
        }),
        change: bool("May Change", { filter: "type.change" }),
        rest: hex(5, "Low-Order Bits", { filter: "type.rest" }),
      },
    }),
    length: dec(8, "Length", { unit: "bytes" }),
  },
);
const fields = {
  option: generated("ipv6.opt", "IPv6 Option", "bytes", { source: RFC }),
  pad1: generated("ipv6.opt.pad1", "Pad1", "bool", { source: RFC }),
  padN: generated("ipv6.opt.padn", "PadN", "bytes", { source: RFC }),
  tunnelLimit: generated("ipv6.opt.tel", "Tunnel Encapsulation Limit", "uint", { source: "RFC 2473 §4.1.1" }),
  routerAlert: generated("ipv6.opt.router_alert", "Router Alert", "uint", {
    source: "RFC 2711 §2.1",
    values: { 0: "MLD", 1: "RSVP", 2: "Active Networks" },
  }),
  jumbo: generated("ipv6.opt.jumbo", "Payload Length", "uint", { source: "RFC 2675 §2", unit: "bytes" }),
} satisfies Record<string, FieldInfo>;

/** Fields that options may have. */
export const ipv6OptionFields: readonly FieldInfo[] = [
  fields.option,
  head.type,
  ...head.type.parts,
  head.length,
  fields.pad1,
  fields.padN,
  fields.tunnelLimit,
  fields.routerAlert,
  fields.jumbo,
];

/**
 * Where the home address of a sender who is away stands among the options `from` .. `end`, the address that it is known
 * by (RFC 6275 §6.3); -1 when it is not there.
 */
export function homeAddressAt(view: DataView, from: number, end: number): number {
  for (let at = from; at + 2 <= end; ) {
    const type = head.type(view, at);
    const length = type === PAD1 ? -1 : head.length(view, at);
    if (type === HOME_ADDRESS && length === 16 && at + 18 <= end) return at + 2;
    at += 2 + length;
  }
  return -1;
}

/** The options that a header holds from `from` on; one that ends beyond it takes what is left. */
export function ipv6OptionNodes(p: Inspection, from: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at < p.headerEnd; ) {
    const single = head.type(p.view, at) === PAD1; // the one without a length
    const left = p.headerEnd - at;
    const length = single || left < 2 ? 1 : Math.min(2 + head.length(p.view, at), left);
    const children = single ? padParts(p, at) : optionParts(p, at, length);
    nodes.push({ ...p.bytesNode(fields.option, at, length, children), text: "1" });
    at += length;
  }
  return nodes;
}

/** Wireshark does not take the type of a single byte of padding apart. */
function padParts(p: Inspection, at: number): FieldNode[] {
  return [{ ...p.fieldNode(head.type, at), children: [] }, p.node(fields.pad1, 1, { at, length: 1 })];
}

function optionParts(p: Inspection, at: number, length: number): FieldNode[] {
  const parts = [p.fieldNode(head.type, at)];
  if (length < 2) return parts;
  parts.push(p.fieldNode(head.length, at));
  const value = valueNode(p, head.type(p.view, at), at + 2, length - 2);
  if (value) parts.push(value);
  return parts;
}

function valueNode(p: Inspection, type: number, at: number, length: number): FieldNode | null {
  const { view } = p;
  // Wireshark's word for bytes that need not be there.
  if (type === PADN && length === 0) return p.node(fields.padN, "<none>", { at, length });
  if (type === PADN) return p.bytesNode(fields.padN, at, length);
  if (type === TUNNEL_LIMIT && length === 1) return p.node(fields.tunnelLimit, view.getUint8(at), { at, length });
  if (type === ROUTER_ALERT && length === 2) return p.node(fields.routerAlert, view.getUint16(at), { at, length });
  if (type === JUMBO && length === 4) return p.node(fields.jumbo, view.getUint32(at), { at, length });
  return null;
}

/**
 * IPv6 extension headers, RFC 8200 §4: hop-by-hop and destination options, routing, fragment. Each names what follows
 * it, as the IPv6 header does.
 */
import type { FieldNode, Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { bool, bytes, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const nextHeader = (filter: string) => dec(8, "Next Header", { filter, values: IP_PROTOCOL_NAMES });
/** Lengths count units of eight bytes beyond the first. */
const extensionBytes = (view: DataView, at: number) => (view.getUint8(at + 1) + 1) * 8;

function walkExtension(w: Walk): void {
  if (!w.has(8) || !w.has(extensionBytes(w.view, w.at))) return;
  const next = w.view.getUint8(w.at);
  w.at += extensionBytes(w.view, w.at);
  w.follow("ipProtocol", next);
}

const optionHeader = header(
  "ipv6",
  { source: "RFC 8200 §4.2" },
  {
    type: hex(8, "Type", {
      filter: "opt.type",
      parts: {
        action: dec(2, "Action", {
          filter: "opt.type.action",
          values: { 0: "Skip and continue", 1: "Discard", 2: "Discard, report", 3: "Discard, report if unicast" },
        }),
        change: bool("May Change", { filter: "opt.type.change" }),
        rest: hex(5, "Low-Order Bits", { filter: "opt.type.rest" }),
      },
    }),
    length: dec(8, "Length", { filter: "opt.length", unit: "bytes" }),
  },
);
const option = generated("ipv6.opt", "IPv6 Option", "bytes", { source: "RFC 8200 §4.2" });
const routerAlert = generated("ipv6.opt.router_alert", "Router Alert", "uint", { source: "RFC 2711" });
const jumbo = generated("ipv6.opt.jumbo", "Payload Length", "uint", { source: "RFC 2675 §2" });
const padding = generated("ipv6.opt.padn", "PadN", "bytes", { source: "RFC 8200 §4.2" });

/** The options that a header holds from `from` on; one that ends beyond it takes what is left. */
function optionNodes(p: Inspection, from: number): FieldNode[] {
  const nodes: FieldNode[] = [];
  for (let at = from; at < p.headerEnd; ) {
    const single = at + 2 > p.headerEnd || optionHeader.type(p.view, at) === 0; // Pad1 has no length
    const length = single ? 1 : Math.min(2 + optionHeader.length(p.view, at), p.headerEnd - at);
    const children = [p.fieldNode(optionHeader.type, at)];
    if (!single) children.push(p.fieldNode(optionHeader.length, at), ...optionValue(p, at, length));
    nodes.push(p.bytesNode(option, at, length, children));
    at += length;
  }
  return nodes;
}

function optionValue(p: Inspection, at: number, length: number): FieldNode[] {
  const type = optionHeader.type(p.view, at);
  if (type === 1) return [p.bytesNode(padding, at + 2, length - 2)];
  if (type === 5 && length === 4) return [p.node(routerAlert, p.view.getUint16(at + 2), { at: at + 2, length: 2 })];
  if (type === 0xc2 && length === 6) return [p.node(jumbo, p.view.getUint32(at + 2), { at: at + 2, length: 4 })];
  return [];
}

const furtherOptions = [
  option,
  optionHeader.type,
  ...optionHeader.type.parts,
  optionHeader.length,
  routerAlert,
  jumbo,
  padding,
];

function optionsProtocol(key: string, title: string, number: number, section: string): Protocol {
  const fixed = header(
    key,
    { source: section },
    { nxt: nextHeader("nxt"), len: dec(8, "Length", { unit: "8-byte units beyond the first" }) },
  );
  return {
    key,
    title,
    short: "IPv6",
    source: section,
    reachedBy: { ipProtocol: [number] },
    header: fixed,
    further: furtherOptions,
    walk: walkExtension,
    inspect(p) {
      p.fixed(fixed);
      for (const node of optionNodes(p, p.at + 2)) p.nodes.push(node);
    },
  };
}

export const hopByHop = optionsProtocol("ipv6.hopopts", "IPv6 Hop-by-Hop Option", 0, "RFC 8200 §4.3");
export const destinationOptions = optionsProtocol("ipv6.dstopts", "Destination Options for IPv6", 60, "RFC 8200 §4.6");

const routingHeader = header(
  "ipv6.routing",
  { source: "RFC 8200 §4.4" },
  {
    nxt: nextHeader("nxt"),
    len: dec(8, "Length", { unit: "8-byte units beyond the first" }),
    type: dec(8, "Type", {
      values: { 0: "Source Route", 2: "Mobile IP", 3: "RPL Source Route", 4: "Segment Routing" },
    }),
    segleft: dec(8, "Segments Left"),
  },
);
const routingData = generated("ipv6.routing.unknown.data", "Type-Specific Data", "bytes", { source: "RFC 8200 §4.4" });

export const routing: Protocol = {
  key: "ipv6.routing",
  title: "Routing Header for IPv6",
  short: "IPv6",
  source: "RFC 8200 §4.4",
  reachedBy: { ipProtocol: [43] },
  header: routingHeader,
  further: [routingData],
  walk: walkExtension,
  inspect(p: Inspection) {
    p.fixed(routingHeader);
    p.bytes(routingData, p.at + 4, p.headerEnd - p.at - 4);
  },
};

const fragmentHeader = header(
  "ipv6.fraghdr",
  { source: "RFC 8200 §4.5" },
  {
    nxt: nextHeader("nxt"),
    reservedOctet: hex(8, "Reserved octet", { filter: "reserved_octet" }),
    offset: dec(13, "Offset", { unit: "bytes", times: 8 }),
    reservedBits: dec(2, "Reserved bits", { filter: "reserved_bits" }),
    more: bool("More Fragments"),
    ident: hex(32, "Identification"),
  },
);

/** The whole packet in one "fragment" is read on (RFC 6946); a real fragment's payload is a piece of something. */
export const fragment: Protocol = {
  key: "ipv6.fraghdr",
  title: "Fragment Header for IPv6",
  short: "IPv6",
  source: "RFC 8200 §4.5",
  reachedBy: { ipProtocol: [44] },
  header: fragmentHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(fragmentHeader))) return;
    const { view, at } = w;
    w.at += headerLength(fragmentHeader);
    if (fragmentHeader.offset(view, at) > 0 || fragmentHeader.more(view, at) === 1) w.stop();
    else w.follow("ipProtocol", fragmentHeader.nxt(view, at));
  },

  inspect(p: Inspection) {
    p.fixed(fragmentHeader);
  },

  info(p: Inspection) {
    const more = fragmentHeader.more(p.view, p.at) === 1 ? "y" : "n";
    const id = fragmentHeader.ident(p.view, p.at).toString(16).padStart(8, "0");
    const next = fragmentHeader.nxt(p.view, p.at);
    return `IPv6 fragment (off=${fragmentHeader.offset(p.view, p.at)} more=${more} ident=0x${id} nxt=${next})`;
  },
};

const authenticationHeader = header(
  "ah",
  { source: "RFC 4302 §2" },
  {
    nextHeader: dec(8, "Next Header", { filter: "next_header", values: IP_PROTOCOL_NAMES }),
    length: dec(8, "Length", { unit: "32-bit words beyond the second" }),
    reserved: hex(16, "Reserved"),
    spi: hex(32, "AH SPI"),
    sequence: dec(32, "AH Sequence"),
    icv: bytes(0, "AH ICV"),
  },
);

export const authentication: Protocol = {
  key: "ah",
  title: "Authentication Header",
  short: "AH",
  source: "RFC 4302",
  reachedBy: { ipProtocol: [51] },
  header: authenticationHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(12)) return;
    const length = (authenticationHeader.length(w.view, w.at) + 2) * 4;
    if (!w.has(Math.max(length, 12))) return;
    const next = authenticationHeader.nextHeader(w.view, w.at);
    w.at += Math.max(length, 12);
    w.follow("ipProtocol", next);
  },

  inspect(p: Inspection) {
    p.field(authenticationHeader.nextHeader);
    p.field(authenticationHeader.length);
    p.field(authenticationHeader.reserved);
    p.field(authenticationHeader.spi);
    p.field(authenticationHeader.sequence);
    if (p.headerEnd > p.at + 12) p.bytes(authenticationHeader.icv, p.at + 12, p.headerEnd - p.at - 12);
  },
};

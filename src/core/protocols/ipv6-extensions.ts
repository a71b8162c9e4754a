/**
 * IPv6 extension headers, RFC 8200 §4: hop-by-hop and destination options, routing, fragment. Each names what follows
 * it, as the IPv6 header does.
 */
import { hexDigits } from "../base/hex.ts";
import type { Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { ipv6OptionFields, ipv6OptionNodes } from "./ipv6-options.ts";
import { bool, bytes, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const nextHeader = (filter: string) => dec(8, "Next Header", { filter, values: IP_PROTOCOL_NAMES });
const UNITS = "8-byte units beyond the first";
/** Lengths count units of eight bytes beyond the first. */
const extensionBytes = (view: DataView, at: number) => (view.getUint8(at + 1) + 1) * 8;

function walkExtension(w: Walk): void {
  if (!w.has(8) || !w.has(extensionBytes(w.view, w.at))) return;
  const next = w.view.getUint8(w.at);
  w.at += extensionBytes(w.view, w.at);
  w.follow("ipProtocol", next);
}

function optionsProtocol(key: string, title: string, number: number, source: string): Protocol {
  const fixed = header(key, { source }, { nxt: nextHeader("nxt"), len: dec(8, "Length", { unit: UNITS }) });
  const octets = generated(`${key}.len_oct`, "Length", "uint", { unit: "bytes" });
  return {
    key,
    title,
    short: "IPv6",
    source,
    reachedBy: { ipProtocol: [number] },
    header: fixed,
    further: [octets, ...ipv6OptionFields],
    walk: walkExtension,
    inspect(p) {
      p.fixed(fixed);
      if (!p.covers(p.at, 2)) return;
      p.add(octets, extensionBytes(p.view, p.at));
      for (const node of ipv6OptionNodes(p, p.at + 2)) p.nodes.push(node);
    },
  };
}

export const hopByHop = optionsProtocol("ipv6.hopopts", "IPv6 Hop-by-Hop Option", 0, "RFC 8200 §4.3");
export const destinationOptions = optionsProtocol("ipv6.dstopts", "Destination Options for IPv6", 60, "RFC 8200 §4.6");

const SOURCE_ROUTE = 0;
const MOBILE = 2;
const SEGMENT_ROUTING = 4;

/** What all routing headers begin with. */
export const routingHeader = header(
  "ipv6.routing",
  { source: "RFC 8200 §4.4" },
  {
    nxt: nextHeader("nxt"),
    len: dec(8, "Length", { unit: UNITS }),
    type: dec(8, "Type", {
      values: {
        [SOURCE_ROUTE]: "Source Route",
        [MOBILE]: "Type 2",
        3: "RPL Source Route",
        [SEGMENT_ROUTING]: "Segment Routing",
      },
    }),
    segleft: dec(8, "Segments Left"),
  },
);
const ROUTING_FIXED = headerLength(routingHeader);
const routingOctets = generated("ipv6.routing.len_oct", "Length", "uint", { unit: "bytes" });
const routingData = generated("ipv6.routing.unknown_data", "Type-Specific Data", "bytes", { source: "RFC 8200 §4.4" });
const sourceRoute = header("ipv6.routing.src", { source: "RFC 2460 §4.4" }, { reserved: bytes(4, "Reserved") });
const mobileRoute = header("ipv6.routing.mipv6", { source: "RFC 6275 §6.4" }, { reserved: bytes(4, "Reserved") });
const segments = header(
  "ipv6.routing.srh",
  { source: "RFC 8754 §2" },
  {
    lastEntry: dec(8, "Last Entry", { filter: "last_entry" }),
    flags: hex(8, "Flags"),
    tag: bytes(2, "Tag"),
  },
);
/** What follows the fixed part, by type: four bytes, then addresses. */
const ROUTES = {
  [SOURCE_ROUTE]: {
    head: sourceRoute,
    address: generated("ipv6.routing.src.addr", "Address", "ipv6", { source: "RFC 2460 §4.4" }),
  },
  [MOBILE]: {
    head: mobileRoute,
    address: generated("ipv6.routing.mipv6.home_address", "Home Address", "ipv6", { source: "RFC 6275 §6.4" }),
  },
  [SEGMENT_ROUTING]: {
    head: segments,
    address: generated("ipv6.routing.srh.addr", "Address", "ipv6", { source: "RFC 8754 §2" }),
  },
} as const;

const isKnownRoute = (type: number): type is keyof typeof ROUTES => type in ROUTES;

/**
 * Where the address stands that a routing header's packet goes to in the end, which pseudo headers have (RFC 8200 §8.1):
 * `present`, that of the packet's own header, when no segment is left; -1 when the type of route is not known.
 */
export function finalDestinationAt(view: DataView, at: number, headerEnd: number, present: number): number {
  const type = routingHeader.type(view, at);
  const first = at + ROUTING_FIXED + 4;
  const addresses = Math.floor((headerEnd - first) / 16);
  if (routingHeader.segleft(view, at) === 0) return present;
  if (addresses < 1 || !isKnownRoute(type)) return -1;
  // Segments stand in reverse order (RFC 8754 §2).
  return type === SEGMENT_ROUTING ? first : first + (addresses - 1) * 16;
}

export const routing: Protocol = {
  key: "ipv6.routing",
  title: "Routing Header for IPv6",
  short: "IPv6",
  source: "RFC 8200 §4.4",
  reachedBy: { ipProtocol: [43] },
  header: routingHeader,
  further: [
    routingOctets,
    ...Object.values(ROUTES).flatMap(({ head, address }) => [...Object.values(head), address]),
    routingData,
  ],
  walk: walkExtension,

  inspect(p: Inspection) {
    p.fixed(routingHeader);
    if (!p.covers(p.at, ROUTING_FIXED)) return;
    p.add(routingOctets, extensionBytes(p.view, p.at));
    const type = routingHeader.type(p.view, p.at);
    const from = p.at + ROUTING_FIXED;
    if (!isKnownRoute(type)) return p.bytes(routingData, from, p.headerEnd - from);
    p.fixed(ROUTES[type].head, from);
    for (let at = from + 4; at + 16 <= p.headerEnd; at += 16) p.bytes(ROUTES[type].address, at, 16);
  },
};

/** The header before a fragment. */
export const fragmentHeader = header(
  "ipv6.fraghdr",
  { source: "RFC 8200 §4.5" },
  {
    nxt: nextHeader("nxt"),
    reservedOctet: hex(8, "Reserved octet", { filter: "reserved_octet" }),
    offset: dec(13, "Offset", { unit: "8 bytes" }),
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
    const offset = fragmentHeader.offset(view, at) * 8;
    const more = fragmentHeader.more(view, at) === 1;
    const protocol = fragmentHeader.nxt(view, at);
    if (offset === 0 && !more) return w.follow("ipProtocol", protocol);
    const id = fragmentHeader.ident(view, at);
    const { addressesAt } = w;
    const place = { from: w.at, to: w.statedEnd };
    // Of a fragment that was cut, Wireshark reads no more here, while it does over IPv4.
    w.followFragment({ addressesAt, addressesLength: 32, id, protocol, offset, more, ...place }, false);
  },

  inspect(p: Inspection) {
    p.fixed(fragmentHeader);
  },

  info(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, headerLength(fragmentHeader))) return "";
    const more = fragmentHeader.more(view, at) === 1 ? "y" : "n";
    const offset = fragmentHeader.offset(view, at) * 8;
    const id = hexDigits(fragmentHeader.ident(view, at), 8);
    return `IPv6 fragment (off=${offset} more=${more} ident=0x${id} nxt=${fragmentHeader.nxt(view, at)})`;
  },
};

/** ICMP for IPv6, RFC 4443, with the message names of neighbour discovery, RFC 4861. */
import { ipv6Text } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { dec, header, headerLength, hex, ipv6Address } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 4443";
const ECHO_REQUEST = 128;
const ECHO_REPLY = 129;
const NEIGHBOR_SOLICITATION = 135;
const NEIGHBOR_ADVERTISEMENT = 136;
const PACKET_TOO_BIG = 2;

const TYPES: Readonly<Record<number, string>> = {
  1: "Destination Unreachable",
  [PACKET_TOO_BIG]: "Packet Too Big",
  3: "Time Exceeded",
  4: "Parameter Problem",
  [ECHO_REQUEST]: "Echo (ping) request",
  [ECHO_REPLY]: "Echo (ping) reply",
  130: "Multicast Listener Query",
  131: "Multicast Listener Report",
  132: "Multicast Listener Done",
  133: "Router Solicitation",
  134: "Router Advertisement",
  [NEIGHBOR_SOLICITATION]: "Neighbor Solicitation",
  [NEIGHBOR_ADVERTISEMENT]: "Neighbor Advertisement",
  137: "Redirect",
  143: "Multicast Listener Report Message v2",
};

const CODES: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: {
    0: "no route to destination",
    1: "Administratively prohibited",
    3: "Address unreachable",
    4: "Port unreachable",
  },
  3: { 0: "hop limit exceeded in transit", 1: "fragment reassembly time exceeded" },
};

export const icmpv6Header = header(
  "icmpv6",
  { source: RFC },
  { type: dec(8, "Type", { values: TYPES }), code: dec(8, "Code"), checksum: hex(16, "Checksum") },
);
const echoHeader = header(
  "icmpv6.echo",
  { source: "RFC 4443 §4.1" },
  { identifier: hex(16, "Identifier"), sequenceNumber: dec(16, "Sequence", { filter: "sequence_number" }) },
);
const mtuHeader = header("icmpv6", { source: "RFC 4443 §3.2" }, { mtu: dec(32, "MTU", { unit: "bytes" }) });
const solicitation = header(
  "icmpv6.nd.ns",
  { source: "RFC 4861 §4.3" },
  {
    reserved: { ...hex(32, "Reserved", { key: "icmpv6.reserved" }), type: "bytes" },
    target: ipv6Address("Target Address", { filter: "target_address" }),
  },
);
const advertisement = header(
  "icmpv6.nd.na",
  { source: "RFC 4861 §4.4" },
  { flags: hex(32, "Flags", { filter: "flag" }), target: ipv6Address("Target Address", { filter: "target_address" }) },
);

const FIXED = headerLength(icmpv6Header);
const LENGTH = 8;

/** Messages below 128 are errors and quote the packet that they are about (RFC 4443 §2.1). */
const isError = (type: number) => type >= 1 && type <= 4;

export const icmpv6: Protocol = {
  key: "icmpv6",
  title: "Internet Control Message Protocol v6",
  short: "ICMPv6",
  source: RFC,
  reachedBy: { ipProtocol: [58] },
  header: icmpv6Header,
  further: [
    ...Object.values(echoHeader),
    mtuHeader.mtu,
    ...Object.values(solicitation),
    ...Object.values(advertisement),
  ],

  walk(w: Walk) {
    if (!w.has(FIXED)) return;
    const type = icmpv6Header.type(w.view, w.at);
    const body = bodyLength(type);
    if (w.end - w.at < FIXED + body) {
      w.at += FIXED;
      return w.stop();
    }
    w.at += FIXED + body;
    if (isError(type)) {
      w.quotedBy = this;
      w.follow("ipProtocol", 41);
    } else w.stop();
  },

  inspect(p: Inspection) {
    const type = icmpv6Header.type(p.view, p.at);
    const codeName = CODES[type]?.[icmpv6Header.code(p.view, p.at)];
    p.field(icmpv6Header.type);
    p.field(icmpv6Header.code, p.at, codeName === undefined ? null : { kind: "name", name: codeName });
    p.field(icmpv6Header.checksum);
    const at = p.at + FIXED;
    if (at >= p.headerEnd) return;
    if (type === ECHO_REQUEST || type === ECHO_REPLY) p.fixed(echoHeader, at);
    else if (type === PACKET_TOO_BIG) p.fixed(mtuHeader, at);
    else if (type === NEIGHBOR_SOLICITATION) p.fixed(solicitation, at);
    else if (type === NEIGHBOR_ADVERTISEMENT) p.fixed(advertisement, at);
  },

  info(p: Inspection) {
    const type = icmpv6Header.type(p.view, p.at);
    const name = TYPES[type] ?? `Unknown (${type})`;
    const at = p.at + FIXED;
    if (at >= p.headerEnd) return name;
    if (type === ECHO_REQUEST || type === ECHO_REPLY) {
      const ident = echoHeader.identifier(p.view, at).toString(16).padStart(4, "0");
      return `${name} id=0x${ident}, seq=${echoHeader.sequenceNumber(p.view, at)}`;
    }
    if (type === NEIGHBOR_SOLICITATION) return `${name} for ${ipv6Text(p.view, solicitation.target(p.view, at))}`;
    if (type === NEIGHBOR_ADVERTISEMENT) return `${name} ${ipv6Text(p.view, advertisement.target(p.view, at))}`;
    const codeName = CODES[type]?.[icmpv6Header.code(p.view, p.at)];
    return codeName === undefined ? name : `${name} (${codeName})`;
  },
};

/** Bytes behind the checksum that belong to the message itself, before options, data or a quotation. */
function bodyLength(type: number): number {
  return type === NEIGHBOR_SOLICITATION || type === NEIGHBOR_ADVERTISEMENT ? 20 : LENGTH - FIXED;
}

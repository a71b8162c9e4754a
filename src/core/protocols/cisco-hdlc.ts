/** Cisco's HDLC of serial lines, and SLARP, by which its routers keep a line alive and learn addresses. */
import { ipv4Text } from "../base/address.ts";
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, generated, header, headerLength, hex, ipv4Address } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const UNICAST = 0x0f;
const MULTICAST = 0x8f;
const SLARP = 0x8035;

const hdlcHeader = header(
  "chdlc",
  { source: "LINKTYPE_C_HDLC" },
  {
    address: hex(8, "Address", { values: { 15: "Unicast", 143: "Multicast" } }),
    control: hex(8, "Control"),
    protocol: hex(16, "Protocol", { values: { ...ETHER_TYPE_NAMES, 8192: "CDP", 32821: "SLARP" } }),
  },
);
const LENGTH = headerLength(hdlcHeader);

/** Whether a serial frame is Cisco's rather than PPP's: their first bytes differ. */
export function isCiscoHdlc({ view, at, end }: Walk): boolean {
  if (at >= end) return false;
  const first = view.getUint8(at);
  return first === UNICAST || first === MULTICAST;
}

export const ciscoHdlc: Protocol = {
  key: "chdlc",
  title: "Cisco HDLC",
  short: "CHDLC",
  source: "LINKTYPE_C_HDLC",
  reachedBy: { linkType: [104] },
  header: hdlcHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = hdlcHeader.protocol(w.view, w.at);
    w.at += LENGTH;
    if (number === SLARP) w.next = slarp;
    else w.follow("etherType", number);
  },

  inspect(p: Inspection) {
    p.fixed(hdlcHeader);
  },
};

const TYPE_NAMES = { 0: "Request", 1: "Reply", 2: "Line keepalive" } as const;
const KEEPALIVE = 2;

const start = { type: dec(32, "Packet type", { filter: "ptype", values: TYPE_NAMES }) } as const;
const keepalive = header(
  "slarp",
  { source: "Cisco, SLARP" },
  {
    ...start,
    mine: dec(32, "Outgoing sequence number", { filter: "mysequence" }),
    yours: dec(32, "Returned sequence number", { filter: "yoursequence" }),
    reliability: hex(16, "Reliability"),
  },
);
const addresses = header(
  "slarp",
  { source: "Cisco, SLARP" },
  { ...start, address: ipv4Address("Address"), mask: ipv4Address("Netmask", { filter: "netmask" }) },
);
const data = generated("slarp.data", "Data", "bytes", { source: "Cisco, SLARP", ours: true });

/** The shortest of its packets: both kinds have this many bytes in common. */
const LEAST_LENGTH = headerLength(addresses);

export const slarp: Protocol = {
  key: "slarp",
  title: "Cisco SLARP",
  short: "SLARP",
  source: "Cisco, SLARP",
  reachedBy: {},
  header: keepalive,
  further: [addresses.address, addresses.mask, data],

  walk(w: Walk) {
    if (!w.has(LEAST_LENGTH)) return;
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    if (!p.covers(p.at, LEAST_LENGTH)) return;
    const header = keepalive.type(p.view, p.at) === KEEPALIVE ? keepalive : addresses;
    p.fixed(header);
    const from = p.at + headerLength(header);
    if (p.end > from) p.bytes(data, from, p.end - from);
  },

  info(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, LEAST_LENGTH)) return "";
    const type = keepalive.type(view, at);
    if (type === KEEPALIVE) {
      const [mine, yours] = [keepalive.mine(view, at), keepalive.yours(view, at)];
      return `Line keepalive, outgoing sequence ${mine}, returned sequence ${yours}`;
    }
    const [address, mask] = [ipv4Text(view, at + 4), ipv4Text(view, at + 8)];
    return `${type === 0 ? "Request" : "Reply"}, from ${address}, mask ${mask}`;
  },
};

/** Neighbor discovery for IPv6, RFC 4861: the messages of ICMPv6 that carry options, and those options. */
import { ipv6Text, macText } from "../base/address.ts";
import { hexBytes } from "../base/hex.ts";
import * as types from "./icmpv6-types.ts";
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
  ipv6Address,
} from "./spec.ts";
import type { Walk } from "./walk.ts";

const RFC = "RFC 4861";
const reserved = bytes(4, "Reserved", { key: "icmpv6.reserved" });

const routerSolicitation = header("icmpv6.nd.rs", { source: `${RFC} §4.1` }, { reserved });
const routerAdvertisement = header(
  "icmpv6.nd.ra",
  { source: `${RFC} §4.2` },
  {
    hopLimit: dec(8, "Cur hop limit", { filter: "cur_hop_limit" }),
    flags: hex(8, "Flags", {
      filter: "flag",
      parts: {
        managed: bool("Managed address configuration", { filter: "flag.m" }),
        other: bool("Other configuration", { filter: "flag.o" }),
        homeAgent: bool("Home Agent", { filter: "flag.h", source: "RFC 6275 §7.1" }),
        preference: dec(2, "Prf (Default Router Preference)", {
          filter: "flag.prf",
          source: "RFC 4191 §2.2",
          values: { 0: "Medium", 1: "High", 2: "Reserved", 3: "Low" },
        }),
        proxy: bool("Proxy", { filter: "flag.p", source: "RFC 4389 §4.1.3.3" }),
        reserved: dec(2, "Reserved", { filter: "flag.rsv" }),
      },
    }),
    lifetime: dec(16, "Router lifetime", { filter: "router_lifetime", unit: "s" }),
    reachable: dec(32, "Reachable time", { filter: "reachable_time", unit: "ms" }),
    retransmit: dec(32, "Retrans timer", { filter: "retrans_timer", unit: "ms" }),
  },
);
const neighborSolicitation = header(
  "icmpv6.nd.ns",
  { source: `${RFC} §4.3` },
  { reserved, target: ipv6Address("Target Address", { filter: "target_address" }) },
);
const neighborAdvertisement = header(
  "icmpv6.nd.na",
  { source: `${RFC} §4.4` },
  {
    flags: hex(32, "Flags", {
      filter: "flag",
      parts: {
        router: bool("Router", { filter: "flag.r" }),
        solicited: bool("Solicited", { filter: "flag.s" }),
        override: bool("Override", { filter: "flag.o" }),
        reserved: dec(29, "Reserved", { filter: "flag.rsv" }),
      },
    }),
    target: ipv6Address("Target Address", { filter: "target_address" }),
  },
);
const redirect = header(
  "icmpv6.rd",
  { source: `${RFC} §4.5` },
  {
    reserved,
    target: ipv6Address("Target Address", { key: "icmpv6.nd.rd.target_address" }),
    destination: ipv6Address("Destination Address", { key: "icmpv6.rd.na.destination_address" }),
  },
);

/** A message: its fields, and what the Info column says behind its name. `at` is the first byte behind the checksum. */
interface Message {
  readonly body: Header<string>;
  words(p: Inspection, at: number): string[];
}

/** By type. */
export const discovery: Readonly<Record<number, Message>> = {
  [types.ROUTER_SOLICITATION]: { body: routerSolicitation, words: (p, at) => linkWords(p, at, 4, "from") },
  [types.ROUTER_ADVERTISEMENT]: { body: routerAdvertisement, words: (p, at) => linkWords(p, at, 12, "from") },
  [types.NEIGHBOR_SOLICITATION]: {
    body: neighborSolicitation,
    words: (p, at) => (p.covers(at, 20) ? [`for ${ipv6Text(p.view, at + 4)}`, ...linkWords(p, at, 20, "from")] : []),
  },
  [types.NEIGHBOR_ADVERTISEMENT]: {
    body: neighborAdvertisement,
    words: (p, at) =>
      p.covers(at, 20) ? [ipv6Text(p.view, at + 4), `(${flagWords(p, at)})`, ...linkWords(p, at, 20, "is at")] : [],
  },
  [types.REDIRECT]: { body: redirect, words: (p, at) => linkWords(p, at, 36, "is at") },
};

/** Whether messages of a type carry options. */
export const hasOptions = (type: number): boolean => type in discovery;

function flagWords(p: Inspection, at: number): string {
  const { flags } = neighborAdvertisement;
  const set = ["rtr", "sol", "ovr"].filter((_, bit) => flags.parts[bit]!(p.view, at) === 1);
  return set.length > 0 ? set.join(", ") : "none";
}

const SOURCE_LINK = 1;
const TARGET_LINK = 2;
const PREFIX = 3;
const REDIRECTED = 4;
const MTU = 5;
const DNS_SERVERS = 25;

const optionHead = header(
  "icmpv6.opt",
  { source: `${RFC} §4.6` },
  {
    type: dec(8, "Type", {
      values: {
        [SOURCE_LINK]: "Source link-layer address",
        [TARGET_LINK]: "Target link-layer address",
        [PREFIX]: "Prefix information",
        [REDIRECTED]: "Redirected header",
        [MTU]: "MTU",
        14: "Nonce",
        24: "Route Information",
        [DNS_SERVERS]: "Recursive DNS Server",
        31: "DNS Search List",
      },
    }),
    length: dec(8, "Length", { unit: "8 bytes" }),
  },
);
const prefix = header(
  "icmpv6.opt.prefix",
  { source: `${RFC} §4.6.2` },
  {
    length: dec(8, "Prefix Length", { unit: "bits" }),
    flag: hex(8, "Flag", {
      parts: {
        onLink: bool("On-link flag(L)", { filter: "flag.l" }),
        autonomous: bool("Autonomous address-configuration flag(A)", { filter: "flag.a" }),
        router: bool("Router address flag(R)", { filter: "flag.r", source: "RFC 6275 §7.2" }),
        reserved: dec(5, "Reserved", { filter: "flag.reserved" }),
      },
    }),
    valid: dec(32, "Valid Lifetime", { filter: "valid_lifetime", unit: "s" }),
    preferred: dec(32, "Preferred Lifetime", { filter: "preferred_lifetime", unit: "s" }),
    reserved: bytes(4, "Reserved", { ours: true, filter: "reserved" }),
    prefix: ipv6Address("Prefix", { key: "icmpv6.opt.prefix" }),
  },
);
const optionFields = {
  option: generated("icmpv6.opt", "ICMPv6 Option", "bytes", { source: `${RFC} §4.6` }),
  link: generated("icmpv6.opt.linkaddr", "Link-layer address", "mac", { source: `${RFC} §4.6.1` }),
  sourceLink: generated("icmpv6.opt.src_linkaddr", "Source Link-layer address", "mac", { source: `${RFC} §4.6.1` }),
  targetLink: generated("icmpv6.opt.target_linkaddr", "Target Link-layer address", "mac", {
    source: `${RFC} §4.6.1`,
  }),
  mtu: generated("icmpv6.opt.mtu", "MTU", "uint", { source: `${RFC} §4.6.4`, unit: "bytes" }),
  lifetime: generated("icmpv6.opt.rdnss.lifetime", "Lifetime", "uint", { source: "RFC 8106 §5.1", unit: "s" }),
  server: generated("icmpv6.opt.rdnss", "Recursive DNS Servers", "ipv6", { source: "RFC 8106 §5.1" }),
} satisfies Record<string, FieldInfo>;

/** Fields that these messages may have. */
export const discoveryFields: readonly FieldInfo[] = [
  ...Object.values(discovery).flatMap(({ body }) => withParts(body)),
  optionFields.option,
  ...withParts(optionHead),
  ...Object.values(optionFields).slice(1),
  ...withParts(prefix),
];

function withParts(of: Header<string>): FieldInfo[] {
  return fieldsOf(of).flatMap((field) => [field, ...field.parts]);
}

/** Adds the fields of a message whose body begins at `at`, and its options. */
export function inspectDiscovery(p: Inspection, type: number, at: number): void {
  const message = discovery[type];
  if (!message) return;
  p.fixed(message.body, at);
  for (const option of options(p, at + headerLength(message.body)))
    p.nodes.push(optionNode(p, option.at, option.length));
}

/** Bytes of a Redirected Header option before the packet that it quotes (RFC 4861 §4.6.3). */
const BEFORE_REDIRECTED = 8;

/**
 * Turns to the packet that the first Redirected Header option quotes, and bounds the walk by the option; false when
 * there is none. The message's body begins at `at`; it may be any of these messages (Wireshark's rule).
 */
export function turnToRedirected(w: Walk, type: number, at: number): boolean {
  const message = discovery[type];
  if (!message) return false;
  for (let option = at + headerLength(message.body); option + BEFORE_REDIRECTED < w.end; ) {
    const length = optionHead.length(w.view, option) * 8;
    if (length === 0) return false;
    if (optionHead.type(w.view, option) === REDIRECTED && length > BEFORE_REDIRECTED) {
      w.limitTo(option, length, null);
      w.at = option + BEFORE_REDIRECTED;
      return true;
    }
    option += length;
  }
  return false;
}

/** The options from `from` on; after one that ends beyond what was captured, or takes no room, none can be told. */
function* options(p: Inspection, from: number): Generator<{ at: number; length: number }> {
  for (let at = from; p.covers(at, 1); ) {
    const length = p.covers(at, 2) ? optionHead.length(p.view, at) * 8 : 0;
    yield { at, length };
    if (length === 0) return;
    at += length;
  }
}

function optionNode(p: Inspection, at: number, length: number): FieldNode {
  const children = [...p.fixedNodes(optionHead, at), ...optionParts(p, at, length)];
  return { ...p.bytesNode(optionFields.option, at, length, children), text: "1" };
}

function optionParts(p: Inspection, at: number, length: number): FieldNode[] {
  const type = optionHead.type(p.view, at);
  if (type === PREFIX && length >= 8) return p.fixedNodes(prefix, at + 2);
  if (!p.covers(at, length)) return [];
  if (type === SOURCE_LINK && length >= 8) return linkParts(p, optionFields.sourceLink, at + 2, length - 2);
  if (type === TARGET_LINK && length >= 8) return linkParts(p, optionFields.targetLink, at + 2, length - 2);
  if (type === MTU && length === 8) {
    return [p.node(optionFields.mtu, p.view.getUint32(at + 4), { at: at + 4, length: 4 })];
  }
  return type === DNS_SERVERS && length >= 8 ? serverParts(p, at, length) : [];
}

/** Wireshark gives the address twice: as any link-layer address, and as that of its side. */
function linkParts(p: Inspection, side: FieldInfo, at: number, length: number): FieldNode[] {
  return [linkNode(p, optionFields.link, at, length), linkNode(p, side, at, length)];
}

/** Of six bytes in most networks; others have longer ones. */
function linkNode(p: Inspection, info: FieldInfo, at: number, length: number): FieldNode {
  return length === 6 ? p.bytesNode(info, at, 6) : p.node(info, hexBytes(p.view, at, at + length), { at, length });
}

function serverParts(p: Inspection, at: number, length: number): FieldNode[] {
  const nodes = [p.node(optionFields.lifetime, p.view.getUint32(at + 4), { at: at + 4, length: 4 })];
  for (let server = at + 8; server + 16 <= at + length; server += 16) {
    nodes.push(p.bytesNode(optionFields.server, server, 16));
  }
  return nodes;
}

/** `from 00:1d:60:b3:01:84`, when an option behind `before` bytes of the message tells the link-layer address. */
function linkWords(p: Inspection, at: number, before: number, word: string): string[] {
  for (const option of options(p, at + before)) {
    const type = optionHead.type(p.view, option.at);
    if ((type === SOURCE_LINK || type === TARGET_LINK) && option.length === 8 && p.covers(option.at, 8)) {
      return [`${word} ${macText(p.view, option.at + 2)}`];
    }
  }
  return [];
}

/** The options of DHCP (RFC 2132): telling one from the next, their nodes. */
import { utf8Text } from "../base/text.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, type FieldInfo, type FieldType, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";

const RFC = "RFC 2132";
const PAD = 0;
const END = 255;
const MESSAGE_TYPE = 53;
const PARAMETER_LIST = 55;
const CLIENT_ID = 61;
const FQDN = 81;

const NAMES: Readonly<Record<number, string>> = {
  [PAD]: "Padding",
  1: "Subnet Mask",
  2: "Time Offset",
  3: "Router",
  6: "Domain Name Server",
  12: "Host Name",
  15: "Domain Name",
  23: "Default IP Time-to-Live",
  26: "Interface MTU",
  28: "Broadcast Address",
  31: "Perform Router Discover",
  33: "Static Route",
  42: "Network Time Protocol Servers",
  43: "Vendor-Specific Information",
  44: "NetBIOS over TCP/IP Name Server",
  46: "NetBIOS over TCP/IP Node Type",
  47: "NetBIOS over TCP/IP Scope",
  50: "Requested IP Address",
  51: "IP Address Lease Time",
  52: "Option Overload",
  [MESSAGE_TYPE]: "DHCP Message Type",
  54: "DHCP Server Identifier",
  [PARAMETER_LIST]: "Parameter Request List",
  56: "Message",
  57: "Maximum DHCP Message Size",
  58: "Renewal Time Value",
  59: "Rebinding Time Value",
  60: "Vendor class identifier",
  [CLIENT_ID]: "Client identifier",
  66: "TFTP Server Name",
  67: "Bootfile name",
  80: "Rapid commit",
  [FQDN]: "Client Fully Qualified Domain Name",
  82: "Agent Information Option",
  116: "DHCP Auto-Configuration",
  119: "Domain Search",
  121: "Classless Static Route",
  249: "Private/Classless Static Route (Microsoft)",
  252: "Private/Proxy autodiscovery",
  [END]: "End",
};

/** Messages by the value of option 53, as the Info column fills them up to one width. */
export const MESSAGES: Readonly<Record<number, string>> = {
  1: "Discover",
  2: "Offer",
  3: "Request",
  4: "Decline",
  5: "ACK",
  6: "NAK",
  7: "Release",
  8: "Inform",
};

const option = header(
  "dhcp.option",
  { source: `${RFC} §2` },
  { type: dec(8, "Option", { values: NAMES }), length: dec(8, "Length", { unit: "bytes" }) },
);
const OPTION = headerLength(option);
const rawValue = generated("dhcp.option.value", "Value", "bytes", { source: `${RFC} §2` });
const padding = generated("dhcp.option.padding", "Padding", "bytes", { source: `${RFC} §3.1` });
const end = generated("dhcp.option.end", "Option End", "uint", { source: `${RFC} §3.2` });
const hardwareType = generated("dhcp.hw.type", "Hardware type", "uint", { source: `${RFC} §9.14`, digits: 2 });
const macAddress = generated("dhcp.hw.mac_addr", "Client MAC address", "mac", { source: `${RFC} §9.14` });

const fqdn = header(
  "dhcp.fqdn",
  { source: "RFC 4702 §2" },
  {
    flags: hex(8, "Flags", {
      parts: {
        reserved: hex(4, "Reserved flags", { filter: "mbz" }),
        n: bool("The server updates nothing"),
        e: bool("The name is in DNS wire form"),
        o: bool("The server overrides the client"),
        s: bool("The server updates A records"),
      },
    }),
    rcode1: dec(8, "A-RR result"),
    rcode2: dec(8, "PTR-RR result"),
  },
);
const fqdnName = generated("dhcp.fqdn.name", "Client name", "text", { source: "RFC 4702 §2.3" });
/** The flag of RFC 4702 §2.1 that makes the name something else than text. */
const WIRE_FORM = 4;

/** An option whose value is one thing, or several of them in a row. */
interface Value {
  readonly info: FieldInfo;
  /** Bytes of each; 0 for all that there are. */
  readonly each: number;
}
const value = (filter: string, title: string, section: string, type: FieldType, each: number): Value => ({
  info: generated(`dhcp.option.${filter}`, title, type, {
    source: `${RFC} §${section}`,
    ...(filter === "dhcp" ? { values: MESSAGES } : filter === "request_list_item" ? { values: NAMES } : {}),
  }),
  each,
});
const VALUES: Readonly<Record<number, Value>> = {
  1: value("subnet_mask", "Subnet Mask", "3.3", "ipv4", 4),
  3: value("router", "Router", "3.5", "ipv4", 4),
  6: value("domain_name_server", "Domain Name Server", "3.8", "ipv4", 4),
  12: value("hostname", "Host Name", "3.14", "text", 0),
  15: value("domain_name", "Domain Name", "3.17", "text", 0),
  23: value("default_ip_ttl", "Default IP Time-to-Live", "4.5", "uint", 1),
  26: value("interface_mtu", "Interface MTU", "5.1", "uint", 2),
  28: value("broadcast_address", "Broadcast Address", "5.3", "ipv4", 4),
  42: value("ntp_server", "Network Time Protocol Server", "8.3", "ipv4", 4),
  50: value("requested_ip_address", "Requested IP Address", "9.1", "ipv4", 4),
  51: value("ip_address_lease_time", "IP Address Lease Time", "9.2", "uint", 4),
  [MESSAGE_TYPE]: value("dhcp", "DHCP", "9.6", "uint", 1),
  54: value("dhcp_server_id", "DHCP Server Identifier", "9.7", "ipv4", 4),
  [PARAMETER_LIST]: value("request_list_item", "Parameter Request List Item", "9.8", "uint", 1),
  56: value("message", "Message", "9.9", "text", 0),
  57: value("dhcp_max_message_size", "Maximum DHCP Message Size", "9.10", "uint", 2),
  58: value("renewal_time_value", "Renewal Time Value", "9.11", "uint", 4),
  59: value("rebinding_time_value", "Rebinding Time Value", "9.12", "uint", 4),
  60: value("vendor_class_id", "Vendor class identifier", "9.13", "text", 0),
  66: value("tftp_server_name", "TFTP Server Name", "9.4", "text", 0),
  67: value("bootfile_name", "Bootfile name", "9.5", "text", 0),
};

/** All fields that options may have. */
export const dhcpOptionFields: readonly FieldInfo[] = [
  ...fieldsOf(option),
  rawValue,
  ...Object.values(VALUES).map(({ info }) => info),
  ...fieldsOf(fqdn).flatMap((field) => [field, ...field.parts]),
  fqdnName,
  end,
  padding,
];

interface Option {
  readonly type: number;
  readonly at: number;
  /** Bytes, kind and length included. */
  readonly length: number;
}

/** The options from `from` on, as far as they were captured. */
function* optionsFrom(p: Inspection, from: number): Generator<Option> {
  for (let at = from; p.covers(at, 1); ) {
    const type = option.type(p.view, at);
    const isBare = type === PAD || type === END;
    if (!isBare && !p.covers(at, OPTION)) return;
    const length = isBare ? 1 : OPTION + option.length(p.view, at);
    if (!p.covers(at, length)) return;
    yield { type, at, length };
    if (type === END) return;
    at += length;
  }
}

/** The message type that an option states; 0 where none does. */
export function messageType(p: Inspection, from: number): number {
  for (const { type, at, length } of optionsFrom(p, from)) {
    if (type === MESSAGE_TYPE && length > OPTION) return p.view.getUint8(at + OPTION);
  }
  return 0;
}

/** Adds the options from `from` on and what fills the message up behind them. */
export function inspectOptions(p: Inspection, from: number): void {
  let at = from;
  for (const one of optionsFrom(p, from)) {
    p.nodes.push(optionNode(p, one));
    at = one.at + one.length;
    if (one.type === END && at < p.end) p.bytes(padding, at, p.end - at);
  }
}

/** The option that ends the list counts as what it is, 255; tshark prints its type as 0. */
function optionNode(p: Inspection, { type, at, length }: Option): FieldNode {
  const node = p.fieldNode(option.type, at);
  const children = childNodes(p, type, at, length);
  return { ...node, width: node.width === 0 ? 0 : length * 8, children };
}

function childNodes(p: Inspection, type: number, at: number, length: number): FieldNode[] {
  if (type === PAD) return [];
  if (type === END) return [p.node(end, END, { at, length })];
  const bytes = length - OPTION;
  const head = p.fieldNode(option.length, at);
  return [head, p.bytesNode(rawValue, at + OPTION, bytes), ...valueNodes(p, type, at + OPTION, bytes)];
}

function valueNodes(p: Inspection, type: number, at: number, bytes: number): FieldNode[] {
  if (type === CLIENT_ID && bytes === 7 && p.view.getUint8(at) === 1) {
    return [p.node(hardwareType, 1, { at, length: 1 }), p.bytesNode(macAddress, at + 1, 6)];
  }
  if (type === FQDN && bytes >= headerLength(fqdn)) return fqdnNodes(p, at, bytes);
  const of = VALUES[type];
  if (!of) return [];
  if (of.each === 0) return [textNode(p, of.info, at, bytes)];
  const count = Math.floor(bytes / of.each);
  return Array.from({ length: count }, (_, index) => partNode(p, of, at + index * of.each));
}

function partNode(p: Inspection, { info, each }: Value, at: number): FieldNode {
  if (info.type === "ipv4") return p.bytesNode(info, at, each);
  const { view } = p;
  const number = each === 1 ? view.getUint8(at) : each === 2 ? view.getUint16(at) : view.getUint32(at);
  return p.node(info, number, { at, length: each });
}

function fqdnNodes(p: Inspection, at: number, bytes: number): FieldNode[] {
  const head = headerLength(fqdn);
  const nodes = p.fixedNodes(fqdn, at);
  if (bytes > head && !(p.view.getUint8(at) & WIRE_FORM)) nodes.push(textNode(p, fqdnName, at + head, bytes - head));
  return nodes;
}

/** Text that may end early, at a zero byte. */
export function textNode(p: Inspection, info: FieldInfo, at: number, length: number): FieldNode {
  let end = at;
  while (end < at + length && p.view.getUint8(end) !== 0) end++;
  return p.node(info, utf8Text(p.view, at, end), { at, length });
}

/** Address Resolution Protocol, RFC 826, and its reverse, RFC 903. */
import { ipv4Text, macText } from "../base/address.ts";
import { hexBytes, hexDigits } from "../base/hex.ts";
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, type FieldInfo, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const REQUEST = 1;
const REPLY = 2;
const REVERSE_REQUEST = 3;
const REVERSE_REPLY = 4;
const DYNAMIC_REQUEST = 5;
const DYNAMIC_REPLY = 6;
const DYNAMIC_ERROR = 7;
const INVERSE_REQUEST = 8;
const INVERSE_REPLY = 9;
const NAK = 10;
const OPERATIONS = {
  [REQUEST]: "request",
  [REPLY]: "reply",
  [REVERSE_REQUEST]: "reverse request",
  [REVERSE_REPLY]: "reverse reply",
  [DYNAMIC_REQUEST]: "drarp request",
  [DYNAMIC_REPLY]: "drarp reply",
  [DYNAMIC_ERROR]: "drarp error",
  [INVERSE_REQUEST]: "inverse request",
  [INVERSE_REPLY]: "inverse reply",
  [NAK]: "arp nak",
} as const;
const RFC = "RFC 826";

/** What stands before the four addresses. */
export const arpHeader = header(
  "arp",
  { source: RFC },
  {
    hardwareType: dec(16, "Hardware type", { filter: "hw.type", values: { 1: "Ethernet", 6: "IEEE 802" } }),
    protocolType: hex(16, "Protocol type", { filter: "proto.type", values: ETHER_TYPE_NAMES }),
    hardwareSize: dec(8, "Hardware size", { filter: "hw.size", unit: "bytes" }),
    protocolSize: dec(8, "Protocol size", { filter: "proto.size", unit: "bytes" }),
    opcode: dec(16, "Opcode", { values: OPERATIONS }),
  },
);
const FIXED = headerLength(arpHeader);

const address = (key: string, title: string, type: "mac" | "ipv4" | "bytes") =>
  generated(`arp.${key}`, title, type, { source: RFC });
const fields = {
  srcMac: address("src.hw_mac", "Sender MAC address", "mac"),
  srcHardware: address("src.hw", "Sender hardware address", "bytes"),
  srcIp: address("src.proto_ipv4", "Sender IP address", "ipv4"),
  srcProtocol: address("src.proto", "Sender protocol address", "bytes"),
  dstMac: address("dst.hw_mac", "Target MAC address", "mac"),
  dstHardware: address("dst.hw", "Target hardware address", "bytes"),
  dstIp: address("dst.proto_ipv4", "Target IP address", "ipv4"),
  dstProtocol: address("dst.proto", "Target protocol address", "bytes"),
};

/** Bytes of the whole packet, by the sizes that it states. */
function packetLength(view: DataView, at: number): number {
  return FIXED + 2 * (arpHeader.hardwareSize(view, at) + arpHeader.protocolSize(view, at));
}

/** Where the four addresses stand, and whether they are Ethernet's and IPv4's. */
function layout(view: DataView, at: number) {
  const hardware = arpHeader.hardwareSize(view, at);
  const protocol = arpHeader.protocolSize(view, at);
  const srcHardware = at + FIXED;
  const srcProtocol = srcHardware + hardware;
  const dstHardware = srcProtocol + protocol;
  const isMac = hardware === 6 && [1, 6].includes(arpHeader.hardwareType(view, at));
  const isIpv4 = protocol === 4 && arpHeader.protocolType(view, at) === 0x0800;
  return {
    hardware,
    protocol,
    srcHardware,
    srcProtocol,
    dstHardware,
    dstProtocol: dstHardware + hardware,
    isMac,
    isIpv4,
  };
}

export const arp: Protocol = {
  key: "arp",
  title: "Address Resolution Protocol",
  short: "ARP",
  source: RFC,
  reachedBy: { etherType: [0x0806, 0x8035] },
  endsItself: true,
  header: arpHeader,
  further: Object.values(fields),

  walk(w: Walk) {
    if (!w.has(FIXED) || !w.has(packetLength(w.view, w.at))) return;
    w.limitTo(w.at, packetLength(w.view, w.at), null);
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    p.fixed(arpHeader);
    // Of the addresses, Wireshark shows all or none.
    if (!p.covers(p.at, FIXED) || !p.covers(p.at, packetLength(p.view, p.at))) return;
    const at = layout(p.view, p.at);
    const add = (info: FieldInfo, from: number, length: number) => {
      if (length > 0) p.bytes(info, from, length);
    };
    add(at.isMac ? fields.srcMac : fields.srcHardware, at.srcHardware, at.hardware);
    add(at.isIpv4 ? fields.srcIp : fields.srcProtocol, at.srcProtocol, at.protocol);
    add(at.isMac ? fields.dstMac : fields.dstHardware, at.dstHardware, at.hardware);
    if (arpHeader.opcode(p.view, p.at) === DYNAMIC_ERROR) return; // an error code takes its place
    add(at.isIpv4 ? fields.dstIp : fields.dstProtocol, at.dstProtocol, at.protocol);
  },

  column(p: Inspection) {
    if (!p.covers(p.at, FIXED)) return "ARP";
    const operation = arpHeader.opcode(p.view, p.at);
    if (operation === REVERSE_REQUEST || operation === REVERSE_REPLY) return "RARP";
    if (operation >= DYNAMIC_REQUEST && operation <= DYNAMIC_ERROR) return "DRARP";
    return operation === INVERSE_REQUEST || operation === INVERSE_REPLY ? "Inverse ARP" : "ARP";
  },

  info(p: Inspection) {
    if (!p.covers(p.at, FIXED) || !p.covers(p.at, packetLength(p.view, p.at))) return "";
    const at = layout(p.view, p.at);
    const words = new AddressWords(p.view, at);
    const { sender, target, senderMac, targetMac } = words;
    switch (arpHeader.opcode(p.view, p.at)) {
      case REQUEST:
        return requestWords(words);
      case REPLY:
        return sender === target ? `Gratuitous ARP for ${sender} (Reply)` : `${sender} is at ${senderMac}`;
      case REVERSE_REQUEST:
      case DYNAMIC_REQUEST:
      case INVERSE_REQUEST:
        return `Who is ${targetMac}? Tell ${senderMac}`;
      case REVERSE_REPLY:
      case DYNAMIC_REPLY:
        return `${targetMac} is at ${target}`;
      case DYNAMIC_ERROR:
        return "DRARP Error";
      case INVERSE_REPLY:
        return `${senderMac} is at ${sender}`;
      case NAK:
        return "ARP NAK";
      default:
        return `Unknown ARP opcode 0x${hexDigits(arpHeader.opcode(p.view, p.at), 4)}`;
    }
  },
};

/** The four addresses as the Info column writes them. */
class AddressWords {
  readonly sender: string;
  readonly target: string;
  readonly senderMac: string;
  readonly targetMac: string;
  /** The sender does not know an address of its own yet, or has none. */
  readonly isProbe: boolean;
  /** The target's hardware address is that of nobody, as it is in a question. */
  readonly asksNobody: boolean;

  constructor(view: DataView, at: ReturnType<typeof layout>) {
    const protocol = (from: number) => addressText(view, from, at.protocol, at.isIpv4 ? ipv4Text : null);
    const hardware = (from: number) => addressText(view, from, at.hardware, at.isMac ? macText : null);
    this.sender = protocol(at.srcProtocol);
    this.target = protocol(at.dstProtocol);
    this.senderMac = hardware(at.srcHardware);
    this.targetMac = hardware(at.dstHardware);
    this.isProbe = at.protocol === 0 || isZero(view, at.srcProtocol, Math.min(at.protocol, 4));
    this.asksNobody = isZero(view, at.dstHardware, at.hardware);
  }
}

function addressText(
  view: DataView,
  at: number,
  length: number,
  known: ((view: DataView, at: number) => string) | null,
): string {
  if (length === 0) return "<No address>";
  return known ? known(view, at) : hexBytes(view, at, at + length);
}

function isZero(view: DataView, at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (view.getUint8(at + i) !== 0) return false;
  return true;
}

function requestWords({ sender, target, isProbe, asksNobody }: AddressWords): string {
  if (isProbe) return `Who has ${target}? (ARP Probe)`;
  if (sender !== target) return `Who has ${target}? Tell ${sender}`;
  return asksNobody ? `ARP Announcement for ${sender}` : `Gratuitous ARP for ${sender} (Request)`;
}

/** Address Resolution Protocol, RFC 826, and its reverse, RFC 903. */
import { ipv4Text, macText } from "../base/address.ts";
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const OPERATIONS = { 1: "request", 2: "reply", 3: "reverse request", 4: "reverse reply" } as const;
const RFC = "RFC 826";

const arpHeader = header(
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
  header: arpHeader,
  further: Object.values(fields),

  walk(w: Walk) {
    if (!w.has(FIXED) || !w.has(packetLength(w.view, w.at))) return;
    w.at += packetLength(w.view, w.at);
    w.stop();
  },

  inspect(p: Inspection) {
    p.fixed(arpHeader);
    const at = layout(p.view, p.at);
    p.bytes(at.isMac ? fields.srcMac : fields.srcHardware, at.srcHardware, at.hardware);
    p.bytes(at.isIpv4 ? fields.srcIp : fields.srcProtocol, at.srcProtocol, at.protocol);
    p.bytes(at.isMac ? fields.dstMac : fields.dstHardware, at.dstHardware, at.hardware);
    p.bytes(at.isIpv4 ? fields.dstIp : fields.dstProtocol, at.dstProtocol, at.protocol);
  },

  info(p: Inspection) {
    const at = layout(p.view, p.at);
    const operation = arpHeader.opcode(p.view, p.at);
    if (!at.isMac || !at.isIpv4) return `Opcode ${operation}`;
    const sender = ipv4Text(p.view, at.srcProtocol);
    const target = ipv4Text(p.view, at.dstProtocol);
    const senderMac = macText(p.view, at.srcHardware);
    switch (operation) {
      case 1:
        if (sender === target) return `ARP Announcement for ${sender}`;
        return `Who has ${target}? ${sender === "0.0.0.0" ? "(ARP Probe)" : `Tell ${sender}`}`;
      case 2:
        return sender === target ? `Gratuitous ARP for ${sender} (Reply)` : `${sender} is at ${senderMac}`;
      case 3:
        return `Who is ${macText(p.view, at.dstHardware)}? Tell ${senderMac}`;
      case 4:
        return `${macText(p.view, at.dstHardware)} is at ${target}`;
      default:
        return `Unknown ARP opcode 0x${operation.toString(16).padStart(4, "0")}`;
    }
  },
};

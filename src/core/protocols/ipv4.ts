/** Internet Protocol version 4, RFC 791, with its options. */
import { ipv4Text } from "../base/address.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { bool, dec, generated, header, headerLength, hex, ipv4Address } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

const RFC = "RFC 791 §3.1";

export const ipv4Header = header(
  "ip",
  { source: RFC },
  {
    version: dec(4, "Version"),
    headerLength: dec(4, "Header Length", { filter: "hdr_len", unit: "bytes", times: 4 }),
    dsfield: hex(8, "Differentiated Services Field", {
      source: "RFC 2474 §3",
      parts: {
        dscp: dec(6, "Differentiated Services Codepoint", { filter: "dsfield.dscp" }),
        ecn: dec(2, "Explicit Congestion Notification", {
          filter: "dsfield.ecn",
          source: "RFC 3168 §5",
          values: { 0: "Not ECN-Capable Transport", 1: "ECT(1)", 2: "ECT(0)", 3: "Congestion Experienced" },
        }),
      },
    }),
    totalLength: dec(16, "Total Length", { filter: "len", unit: "bytes" }),
    id: hex(16, "Identification", { source: "RFC 6864" }),
    flags: hex(3, "Flags", {
      parts: {
        reserved: bool("Reserved bit", { filter: "flags.rb" }),
        dontFragment: bool("Don't fragment", { filter: "flags.df" }),
        moreFragments: bool("More fragments", { filter: "flags.mf" }),
      },
    }),
    fragmentOffset: dec(13, "Fragment Offset", { filter: "frag_offset", unit: "bytes", times: 8 }),
    ttl: dec(8, "Time to Live"),
    protocol: dec(8, "Protocol", { filter: "proto", values: IP_PROTOCOL_NAMES }),
    checksum: hex(16, "Header Checksum"),
    src: ipv4Address("Source Address", { aliases: ["ip.addr", "ip.src_host", "ip.host"] }),
    dst: ipv4Address("Destination Address", { aliases: ["ip.addr", "ip.dst_host", "ip.host"] }),
  },
);
const MIN_LENGTH = headerLength(ipv4Header);

const optionType = header(
  "ip",
  { source: RFC },
  {
    type: dec(8, "Type", {
      filter: "opt.type",
      parts: {
        copy: bool("Copy on fragmentation", { filter: "opt.type.copy" }),
        class: dec(2, "Class", { filter: "opt.type.class", values: { 0: "Control", 2: "Debugging and measurement" } }),
        number: dec(5, "Number", { filter: "opt.type.number" }),
      },
    }),
    length: dec(8, "Length", { filter: "opt.len", unit: "bytes" }),
  },
);
const option = generated("ip.opt", "Option", "bytes", { source: RFC });
const routerAlert = generated("ip.opt.ra", "Router Alert", "uint", { source: "RFC 2113" });
const recordedRoute = generated("ip.rec_rt", "Recorded Route", "ipv4", { source: RFC });
const pointer = generated("ip.opt.ptr", "Pointer", "uint", { source: RFC });

const END = 0;
const NO_OPERATION = 1;
const RECORD_ROUTE = 7;
const ROUTER_ALERT = 148;

export const ipv4: Protocol = {
  key: "ip",
  title: "Internet Protocol Version 4",
  short: "IPv4",
  source: "RFC 791",
  reachedBy: { etherType: [0x0800], ipProtocol: [4], bsdFamily: [2] },
  header: ipv4Header,
  further: [option, optionType.type, ...optionType.type.parts, optionType.length, routerAlert, recordedRoute, pointer],

  walk(w: Walk) {
    if (!w.has(MIN_LENGTH)) return;
    const { view, at } = w;
    const length = ipv4Header.headerLength(view, at);
    if (length < MIN_LENGTH) return w.fail(MALFORMED, MIN_LENGTH, length, ipv4Header.headerLength);
    if (!w.has(length)) return;
    const total = ipv4Header.totalLength(view, at);
    // Segmentation offload leaves 0 where the length does not fit or is not known yet: the frame's end counts then.
    if (total > 0) {
      if (total < length) return w.fail(MALFORMED, length, total, ipv4Header.totalLength);
      w.limitTo(at, total);
    }
    w.at += length;
    if (isFragment(view, at)) w.stop();
    else w.follow("ipProtocol", ipv4Header.protocol(view, at));
  },

  inspect(p: Inspection) {
    p.fixed(ipv4Header);
    for (let at = p.at + MIN_LENGTH; at < p.headerEnd; ) {
      const length = optionLength(p, at);
      p.bytes(option, at, length, optionNodes(p, at, length));
      at += length;
    }
  },

  brief(p: Inspection) {
    return `${ipv4Text(p.view, p.at + 12)} → ${ipv4Text(p.view, p.at + 16)}`;
  },

  info(p: Inspection) {
    const protocol = ipv4Header.protocol(p.view, p.at);
    const name = IP_PROTOCOL_NAMES[protocol] ?? "Unknown";
    if (!isFragment(p.view, p.at)) return `${name} (${protocol})`;
    const offset = ipv4Header.fragmentOffset(p.view, p.at);
    const id = ipv4Header.id(p.view, p.at).toString(16).padStart(4, "0");
    return `Fragmented IP protocol (proto=${name} ${protocol}, off=${offset}, ID=${id})`;
  },
};

/** A fragment's payload is a piece of what the protocol number names, not a packet of it (RFC 791 §2.3). */
function isFragment(view: DataView, at: number): boolean {
  return ipv4Header.fragmentOffset(view, at) > 0 || (ipv4Header.flags(view, at) & 1) === 1;
}

/** Bytes of the option at `at`, at least 1 and never past the header: an impossible length takes all that is left. */
function optionLength(p: Inspection, at: number): number {
  const left = p.headerEnd - at;
  const type = optionType.type(p.view, at);
  if (type === END) return left;
  if (type === NO_OPERATION) return 1;
  const length = left < 2 ? 0 : optionType.length(p.view, at);
  return length < 2 || length > left ? left : length;
}

function optionNodes(p: Inspection, at: number, length: number): FieldNode[] {
  const type = optionType.type(p.view, at);
  const nodes = [p.fieldNode(optionType.type, at)];
  if (type === END || type === NO_OPERATION || length < 2) return nodes;
  nodes.push(p.fieldNode(optionType.length, at));
  if (type === ROUTER_ALERT && length === 4) {
    nodes.push(p.node(routerAlert, p.view.getUint16(at + 2), { at: at + 2, length: 2 }));
  }
  if (type === RECORD_ROUTE && length >= 3) {
    nodes.push(p.node(pointer, p.view.getUint8(at + 2), { at: at + 2, length: 1 }));
    for (let hop = at + 3; hop + 4 <= at + length; hop += 4) nodes.push(p.bytesNode(recordedRoute, hop, 4));
  }
  return nodes;
}

/** Generic Network Virtualization Encapsulation: what an EtherType names, in UDP, with options. */
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const geneveHeader = header(
  "geneve",
  { source: "RFC 8926 §3.4" },
  {
    version: dec(2, "Version"),
    optionsLength: dec(6, "Options Length", { filter: "option.length", unit: "bytes", times: 4 }),
    flags: hex(8, "Flags", {
      parts: {
        oam: bool("Control packet", { filter: "flags.oam" }),
        critical: bool("Critical options present", { filter: "flags.critical" }),
        reserved: bool("Reserved", { filter: "flags.reserved" }, 6),
      },
    }),
    type: hex(16, "Protocol Type", { filter: "proto_type", values: { ...ETHER_TYPE_NAMES, 25944: "Ethernet" } }),
    vni: hex(24, "Virtual Network Identifier (VNI)"),
    reserved: hex(8, "Reserved"),
  },
);
const LENGTH = headerLength(geneveHeader);
const optionHeader = header(
  "geneve",
  { source: "RFC 8926 §3.5" },
  {
    class: hex(16, "Class", { filter: "option.class" }),
    type: hex(8, "Type", { filter: "option.type" }),
    reserved: dec(3, "Reserved", { filter: "option.reserved", ours: true }),
    dataLength: dec(5, "Length of Data", { filter: "option.data_length", unit: "bytes", times: 4, ours: true }),
  },
);
const OPTION_LENGTH = headerLength(optionHeader);
/** The four bytes before the data included, as Wireshark counts. */
const optionLength = generated("geneve.option.length", "Length", "uint", { source: "RFC 8926 §3.5", unit: "bytes" });
const options = generated("geneve.options", "Options", "bytes", { source: "RFC 8926 §3.5" });
const optionData = generated("geneve.option.unknown.data", "Option Data", "bytes", { source: "RFC 8926 §3.5" });

export const geneve: Protocol = {
  key: "geneve",
  title: "Generic Network Virtualization Encapsulation",
  short: "Geneve",
  source: "RFC 8926",
  reachedBy: { udpPort: [6081] },
  header: geneveHeader,
  further: [options, ...Object.values(optionHeader), optionLength, optionData],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const length = LENGTH + geneveHeader.optionsLength(view, at);
    if (!w.has(length)) return;
    w.at += length;
    w.follow("etherType", geneveHeader.type(view, at));
  },

  inspect(p: Inspection) {
    p.fixed(geneveHeader);
    if (!p.covers(p.at, LENGTH)) return;
    const from = p.at + LENGTH;
    const length = geneveHeader.optionsLength(p.view, p.at);
    if (length > 0 && p.covers(from, length)) p.bytes(options, from, length, optionNodes(p, from, from + length));
  },

  brief(p: Inspection) {
    return p.covers(p.at, LENGTH) ? String(geneveHeader.vni(p.view, p.at)) : "";
  },
};

function optionNodes(p: Inspection, from: number, end: number) {
  const nodes = [];
  for (let at = from; at + OPTION_LENGTH <= end; ) {
    nodes.push(...p.fixedNodes(optionHeader, at));
    const length = OPTION_LENGTH + optionHeader.dataLength(p.view, at);
    nodes.push(p.node(optionLength, length, { at: at + OPTION_LENGTH - 1, length: 1 }));
    nodes.push(p.bytesNode(optionData, at + OPTION_LENGTH, Math.min(at + length, end) - at - OPTION_LENGTH));
    at += length;
  }
  return nodes;
}

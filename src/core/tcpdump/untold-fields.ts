/**
 * The fields of a packet that was rebuilt from a text which does not tell them: zeros fill them in, and a note in place of
 * any other says that they are no fact.
 */
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import type { Untold } from "./parse/frame-bytes.ts";

/** By their filter names. Numbers that follow from others (lengths, what comes next) are not among them. */
const FIELDS: Partial<Readonly<Record<Untold, readonly string[]>>> = {
  ipHeader: [
    "ip.dsfield",
    "ip.id",
    "ip.flags",
    "ip.frag_offset",
    "ip.ttl",
    "ip.checksum",
    "ipv6.tclass",
    "ipv6.flow",
    "ipv6.hlim",
  ],
  checksum: ["tcp.checksum", "udp.checksum", "icmp.checksum", "icmpv6.checksum"],
  addresses: ["eth.dst", "eth.src", "arp.src.hw_mac", "arp.dst.hw_mac"],
};

/** What a line names of the packet that an error quotes. */
const QUOTED = ["ip.version", "ip.hdr_len", "ip.proto", "ip.dst", "udp.dstport", "tcp.dstport"];

/** The layers with a note on each field that is not told; the same where all are. */
export function withUntold(layers: readonly Layer[], untold: readonly Untold[]): readonly Layer[] {
  const names = new Set(untold.flatMap((one) => FIELDS[one] ?? []));
  const quotedFrom = untold.includes("quoted") ? layers.findIndex(({ key }) => key === "icmp") : -1;
  if (names.size === 0 && quotedFrom < 0) return layers;
  return layers.map((layer, index) => {
    const isQuoted = quotedFrom >= 0 && index > quotedFrom;
    const isUntold = ({ field, bit }: FieldNode) =>
      names.has(field.key) || (isQuoted && bit >= 0 && !QUOTED.includes(field.key));
    return layer.nodes.some(isUntold) ? { ...layer, nodes: layer.nodes.map((node) => marked(node, isUntold)) } : layer;
  });
}

/** What is not told has no parts to be told of. */
const marked = (node: FieldNode, isUntold: (node: FieldNode) => boolean): FieldNode =>
  isUntold(node) ? { ...node, note: { kind: "untold" }, children: [] } : node;

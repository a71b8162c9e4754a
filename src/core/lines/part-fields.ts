/**
 * Which field of a packet each piece of its printed line tells of, so that the one lights the other. A piece that comes
 * twice, as with a packet within a packet, tells of the field that comes twice.
 */
import { fieldPaths, isWithin, layerPaths } from "../inspect/field-path.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import type { LinePart, PartKind } from "../tcpdump/print/parts.ts";

/** Keys of fields, or of whole headers, of which a packet has one or the other. */
const KEYS: Readonly<Partial<Record<PartKind, readonly string[]>>> = {
  time: ["frame.time_epoch"],
  link: ["eth", "sll", "null", "ppp"],
  protocol: ["ip", "ipv6", "arp"],
  tos: ["ip.dsfield"],
  ttl: ["ip.ttl"],
  id: ["ip.id"],
  offset: ["ip.frag_offset"],
  ipFlags: ["ip.flags"],
  carries: ["ip.proto", "ipv6.nxt"],
  ipLength: ["ip.len", "ipv6.plen"],
  ipOptions: ["ip.options"],
  ipChecksum: ["ip.checksum"],
  trafficClass: ["ipv6.tclass"],
  flowLabel: ["ipv6.flow"],
  hopLimit: ["ipv6.hlim"],
  fragment: ["ipv6.fraghdr", "ip.frag_offset"],
  source: ["ip.src", "ipv6.src"],
  sourcePort: ["tcp.srcport", "udp.srcport"],
  destination: ["ip.dst", "ipv6.dst"],
  destinationPort: ["tcp.dstport", "udp.dstport"],
  flags: ["tcp.flags"],
  checksum: ["tcp.checksum", "udp.checksum"],
  seq: ["tcp.seq"],
  ack: ["tcp.ack"],
  window: ["tcp.window_size_value"],
  urgent: ["tcp.urgent_pointer"],
  mss: ["tcp.options.mss"],
  nop: ["tcp.options.nop"],
  eol: ["tcp.options.eol"],
  windowScale: ["tcp.options.wscale"],
  sackOk: ["tcp.options.sack_perm"],
  sack: ["tcp.options.sack"],
  timestamps: ["tcp.options.timestamp"],
  length: ["tcp.len"],
  udp: ["udp.length"],
  icmp: ["icmp", "icmpv6"],
  arp: ["arp"],
};

/** The path of the field that each piece tells of; null for those that tell of none, or of one that is not there. */
export function partPaths(parts: readonly LinePart[], layers: readonly Layer[]): readonly (string | null)[] {
  const found = new Map<string, string[]>();
  const add = (key: string, path: string) => found.set(key, [...(found.get(key) ?? []), path]);
  const walk = (parent: string, nodes: readonly FieldNode[]) => {
    for (const [index, path] of fieldPaths(parent, nodes).entries()) {
      const node = nodes[index]!; // a path for each
      add(node.field.key, path);
      walk(path, node.children);
    }
  };
  for (const [index, path] of layerPaths(layers).entries()) {
    const layer = layers[index]!; // a path for each
    add(layer.key, path);
    walk(path, layer.nodes);
  }
  const times = new Map<PartKind, number>();
  return parts.map(({ kind }) => {
    const nth = times.get(kind) ?? 0;
    times.set(kind, nth + 1);
    return (KEYS[kind] ?? []).flatMap((key) => found.get(key) ?? [])[nth] ?? null;
  });
}

/** The piece that tells of a field, or of what it belongs to; -1 for none. */
export const partOfField = (paths: readonly (string | null)[], field: string): number =>
  paths.findIndex((path) => path?.includes("/") === true && isWithin(field, path));

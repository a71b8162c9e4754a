/** Whose packets a ladder of many hosts shows. */
import { KIND_ARP, KIND_ICMP, KIND_ICMPV6, KIND_TCP, KIND_UDP, type PacketChunk } from "../table/packet-table.ts";

/** What a ladder shows beside one connection; `any` is every packet. */
export const FLOW_TYPES = ["tcp", "any", "udp", "icmp", "icmpv6", "arp"] as const;
export type FlowType = (typeof FLOW_TYPES)[number];

/** The `kind` of a flow's packets; `any` has none of its own. */
const KINDS: Readonly<Record<Exclude<FlowType, "any">, number>> = {
  tcp: KIND_TCP,
  udp: KIND_UDP,
  icmp: KIND_ICMP,
  icmpv6: KIND_ICMPV6,
  arp: KIND_ARP,
};

/** Whether the packet at `i` of a chunk belongs to a flow, wherever it goes. */
export function isOfFlow({ kind }: PacketChunk, i: number, flow: FlowType): boolean {
  return flow === "any" || kind[i] === KINDS[flow];
}

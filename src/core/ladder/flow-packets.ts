/** Whose packets a ladder of many hosts shows, and which of them stand between two hosts: one pass over two columns. */
import {
  KIND_ARP,
  KIND_ICMP,
  KIND_ICMPV6,
  KIND_TCP,
  KIND_UDP,
  type PacketChunk,
  type PacketTable,
} from "../table/packet-table.ts";

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

/** Whether it has two addresses to be drawn between. */
export function isPlaced({ source, destination }: PacketChunk, i: number): boolean {
  return source[i]! >= 0 && destination[i]! >= 0;
}

export interface FlowPackets {
  /** Rows of the packet table, ascending. */
  readonly rows: Uint32Array;
  /** Packets of the flow that have no two addresses. */
  readonly unplaced: number;
}

/** The packets of a flow. */
export function flowPackets({ chunks, length }: PacketTable, flow: FlowType): FlowPackets {
  const rows = new Uint32Array(length);
  let found = 0;
  let unplaced = 0;
  let row = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++, row++) {
      if (!isOfFlow(chunk, i, flow)) continue;
      if (isPlaced(chunk, i)) rows[found++] = row;
      else unplaced++;
    }
  }
  return { rows: rows.slice(0, found), unplaced };
}

/** The packets of a flow that stand between two ends, and how many each pair of ends has: one pass over the table. */
import type { PacketTable } from "../../table/packet-table.ts";
import { type FlowType, isOfFlow } from "../flow-packets.ts";
import { DESTINATION, type PacketPairs, SOURCE } from "./packet-pairs.ts";

export interface FlowPairs {
  readonly flow: FlowType;
  readonly pairs: PacketPairs;
  /** Rows of the packet table, ascending. */
  readonly rows: Uint32Array;
  /** Packets of the flow that have no two addresses of the kind that is wanted. */
  readonly unplaced: number;
  /** The flow's pairs in order of first appearance. */
  readonly order: Uint32Array;
  /** Packets of the flow by pair. */
  readonly counts: Uint32Array;
}

/** Packets of a table, all of them or the ones that show: rows, ascending. */
export interface ShownPackets {
  readonly packets: PacketTable;
  readonly shown: Uint32Array | null;
}

/** The packets of a flow that show; `isWanted` says by pair whether it has addresses of the kind that is wanted. */
export function flowPairs(
  { packets: { chunks, length }, shown }: ShownPackets,
  pairs: PacketPairs,
  flow: FlowType,
  isWanted: (pair: number) => boolean,
): FlowPairs {
  const wanted = Uint8Array.from({ length: pairs.pairs.length }, (_, pair) => Number(isWanted(pair)));
  const counts = new Uint32Array(wanted.length);
  const order = new Uint32Array(wanted.length);
  const rows = new Uint32Array(shown?.length ?? length);
  let [row, found, unplaced, met, next] = [0, 0, 0, 0, 0];
  for (const [index, chunk] of chunks.entries()) {
    const pairOf = pairs.pairOf[index];
    for (let i = 0; i < chunk.length; i++, row++) {
      if (shown) {
        if (shown[next] !== row) continue;
        next++;
      }
      if (!isOfFlow(chunk, i, flow)) continue;
      const pair = pairOf?.[i] ?? -1;
      if (pair < 0 || !wanted[pair]) {
        unplaced++;
        continue;
      }
      if (counts[pair]!++ === 0) order[met++] = pair;
      rows[found++] = row;
    }
  }
  return { flow, pairs, rows: rows.slice(0, found), unplaced, order: order.slice(0, met), counts };
}

/** How many addresses the flow's packets have. */
export function addressesOf({ pairs: { pairs }, order }: FlowPairs): number {
  const met = new Set<number>();
  for (const pair of order) met.add(pairs.at(pair, SOURCE)).add(pairs.at(pair, DESTINATION));
  return met.size;
}

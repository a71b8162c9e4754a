/** The hosts of many packets in order of first appearance, sender before receiver: one lifeline each, however many. */
import type { PacketTable } from "../table/packet-table.ts";
import { type FlowType, isOfFlow, isPlaced } from "./flow-packets.ts";

export interface HostOrder {
  readonly flow: FlowType;
  /** Packets looked at so far, from the front of the table. */
  readonly packets: number;
  /** Rows of the address table; the place is the lifeline. */
  readonly hosts: readonly number[];
  /** Lifeline by row of the address table; -1 for an address of none of the packets. */
  readonly lifelines: Int32Array;
}

export const NO_HOSTS: HostOrder = { flow: "tcp", packets: 0, hosts: [], lifelines: new Int32Array(0) };

/**
 * The order of the packets of a flow, for a table that grew since `known` was made of it; `addresses` is the length of
 * the address table. One pass over the packets that are new.
 */
export function hostOrder(
  table: PacketTable,
  addresses: number,
  flow: FlowType = "tcp",
  known: HostOrder = NO_HOSTS,
): HostOrder {
  if (known.packets === table.length && known.lifelines.length === addresses) return known;
  const hosts = known.hosts.slice();
  const lifelines = new Int32Array(addresses).fill(-1);
  lifelines.set(known.lifelines);
  const meet = (address: number) => {
    if (lifelines[address] === -1) lifelines[address] = hosts.push(address) - 1;
  };
  let start = 0;
  for (const chunk of table.chunks) {
    for (let i = Math.max(0, known.packets - start); i < chunk.length; i++) {
      if (!isOfFlow(chunk, i, flow) || !isPlaced(chunk, i)) continue;
      meet(chunk.source[i]!);
      meet(chunk.destination[i]!);
    }
    start += chunk.length;
  }
  return { flow, packets: table.length, hosts, lifelines };
}

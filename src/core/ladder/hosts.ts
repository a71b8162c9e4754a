/** The hosts of all TCP packets in order of first appearance, sender before receiver: one lifeline each, however many. */
import { KIND_TCP, type PacketTable } from "../table/packet-table.ts";

export interface HostOrder {
  /** Packets looked at so far, from the front of the table. */
  readonly packets: number;
  /** Rows of the address table; the place is the lifeline. */
  readonly hosts: readonly number[];
  /** Lifeline by row of the address table; -1 for an address of no TCP packet. */
  readonly lifelines: Int32Array;
}

export const NO_HOSTS: HostOrder = { packets: 0, hosts: [], lifelines: new Int32Array(0) };

/**
 * The order for a table that grew since `known` was made of it; `addresses` is the length of the address table. One
 * pass over the packets that are new.
 */
export function hostOrder(table: PacketTable, addresses: number, known: HostOrder = NO_HOSTS): HostOrder {
  if (known.packets === table.length && known.lifelines.length === addresses) return known;
  const hosts = known.hosts.slice();
  const lifelines = new Int32Array(addresses).fill(-1);
  lifelines.set(known.lifelines);
  const meet = (address: number) => {
    if (lifelines[address] === -1) lifelines[address] = hosts.push(address) - 1;
  };
  let start = 0;
  for (const { length, kind, source, destination } of table.chunks) {
    for (let i = Math.max(0, known.packets - start); i < length; i++) {
      if (kind[i] !== KIND_TCP) continue;
      meet(source[i]!);
      meet(destination[i]!);
    }
    start += length;
  }
  return { packets: table.length, hosts, lifelines };
}

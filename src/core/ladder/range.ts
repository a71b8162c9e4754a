/** What lies between two rows of a ladder: how many packets, how much data each way, how long. */
import { CLIENT_TO_SERVER, cell, exactTime, type PacketTable } from "../table/packet-table.ts";

/** A range of a ladder's rows, both ends included. */
export interface RowRange {
  /** All of the ladder's rows. */
  readonly rows: Uint32Array;
  /** Places among the ladder's rows. */
  readonly first: number;
  readonly last: number;
  /** Rows of the packet table at the ends. */
  readonly from: number;
  readonly to: number;
}

export interface RangeSums {
  readonly packets: number;
  /** Bytes of data from client to server, and back. */
  readonly bytesOut: number;
  readonly bytesBack: number;
  /** Nanoseconds from the first packet to the last. */
  readonly time: bigint;
}

/** The ladder's rows from one row of the packet table to another, in either order; null where none lies between. */
export function rangeBetween(rows: Uint32Array, a: number, b: number): RowRange | null {
  const [low, high] = a < b ? [a, b] : [b, a];
  const first = rows.findIndex((row) => row >= low);
  const last = rows.findLastIndex((row) => row <= high);
  return first < 0 || last < first ? null : { rows, first, last, from: rows[first]!, to: rows[last]! };
}

/** Adds up what is in a range. */
export function rangeSums(packets: PacketTable, { rows, first, last, from, to }: RowRange): RangeSums {
  let bytesOut = 0;
  let bytesBack = 0;
  for (let place = first; place <= last; place++) {
    const bytes = Math.max(cell(packets, "payloadLength", rows[place]!), 0);
    if (cell(packets, "direction", rows[place]!) === CLIENT_TO_SERVER) bytesOut += bytes;
    else bytesBack += bytes;
  }
  return { packets: last - first + 1, bytesOut, bytesBack, time: exactTime(packets, to) - exactTime(packets, from) };
}

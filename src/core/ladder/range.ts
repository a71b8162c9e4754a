/** Which rows lie between two of a ladder, and what is in rows: how many packets, how much data each way, how long. */
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

/** What lies in rows. */
export interface RowSums {
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

/** The rows of a range. */
export function rowsInRange({ rows, first, last }: RowRange): Uint32Array {
  return rows.subarray(first, last + 1);
}

/** Adds up what is in rows of the packet table, ascending, of which there is at least one. */
export function rowSums(packets: PacketTable, rows: Uint32Array): RowSums {
  let bytesOut = 0;
  let bytesBack = 0;
  for (const row of rows) {
    const bytes = Math.max(cell(packets, "payloadLength", row), 0);
    if (cell(packets, "direction", row) === CLIENT_TO_SERVER) bytesOut += bytes;
    else bytesBack += bytes;
  }
  const time = exactTime(packets, rows[rows.length - 1]!) - exactTime(packets, rows[0]!);
  return { packets: rows.length, bytesOut, bytesBack, time };
}

/**
 * The rows of each connection, found once for a whole table: asking for one connection then costs nothing, however long
 * the capture is. Holds for the table that it was built from; while a capture loads, `rowsWith` scans instead.
 */
import type { PacketTable } from "./packet-table.ts";

/** Rows grouped by connection, each group in capture order. */
export interface ConnectionRows {
  /** Where a connection's group begins in `rows`; one more at the end. */
  readonly offsets: Uint32Array;
  /** Rows of the packet table. */
  readonly rows: Uint32Array;
}

/** Groups a table's rows by connection, of which there are `connections`: two passes over one column. */
export function groupByConnection({ chunks }: PacketTable, connections: number): ConnectionRows {
  const offsets = new Uint32Array(connections + 1);
  for (const { connection, length } of chunks) {
    for (let i = 0; i < length; i++) {
      const of = connection[i]!;
      if (of >= 0 && of < connections) offsets[of + 1]!++;
    }
  }
  for (let of = 0; of < connections; of++) offsets[of + 1]! += offsets[of]!;
  const rows = new Uint32Array(offsets[connections]!);
  const next = offsets.slice();
  let row = 0;
  for (const { connection, length } of chunks) {
    for (let i = 0; i < length; i++, row++) {
      const of = connection[i]!;
      if (of >= 0 && of < connections) rows[next[of]!++] = row;
    }
  }
  return { offsets, rows };
}

/** A connection's rows, a view into all of them; none for a connection that is not in the table. */
export function rowsIn({ offsets, rows }: ConnectionRows, connection: number): Uint32Array {
  return rows.subarray(offsets[connection] ?? 0, offsets[connection + 1] ?? 0);
}

/** Rows in which a column has a value. One pass over the column: about a nanosecond a packet. */
export function rowsWith({ chunks, length }: PacketTable, column: "kind" | "connection", value: number): Uint32Array {
  const rows = new Uint32Array(length);
  let found = 0;
  let row = 0;
  for (const chunk of chunks) {
    const values = chunk[column];
    for (let i = 0; i < chunk.length; i++, row++) if (values[i] === value) rows[found++] = row;
  }
  return rows.slice(0, found);
}

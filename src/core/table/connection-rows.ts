/**
 * The rows of each connection, found once for a whole table: asking for one connection then costs nothing, however long
 * the capture is. Holds for the table that it was built from; while a capture loads, `rowsWith` scans instead.
 */
import type { PacketChunk, PacketTable } from "./packet-table.ts";

/** Rows grouped by connection, each group in capture order. */
export interface ConnectionRows {
  /** Where a connection's group begins in `rows`; one more at the end. */
  readonly offsets: Uint32Array;
  /** Rows of the packet table. */
  readonly rows: Uint32Array;
}

/** Groups a table's rows by connection, of which there are `connections`: two passes over one column. */
export function groupByConnection(packets: PacketTable, connections: number): ConnectionRows {
  const grouping = new Grouping(packets, connections);
  while (!grouping.step());
  return grouping.groups;
}

/** The same, a chunk at a time. */
export class Grouping {
  private readonly offsets: Uint32Array;
  private rows = new Uint32Array(0);
  private readonly chunks: PacketTable["chunks"];
  private readonly next: Uint32Array;
  private counted = 0;
  private placed = 0;
  private row = 0;

  constructor({ chunks }: PacketTable, connections: number) {
    this.chunks = chunks;
    this.next = new Uint32Array(connections);
    this.offsets = new Uint32Array(connections + 1);
  }

  /** Whole when `step` says so. */
  get groups(): ConnectionRows {
    return { offsets: this.offsets, rows: this.rows };
  }

  /** Goes over one more chunk; true when there is none left. */
  step(): boolean {
    if (this.counted < this.chunks.length) this.count(this.chunks[this.counted++]!);
    else if (this.placed < this.chunks.length) this.place(this.chunks[this.placed++]!);
    return this.placed === this.chunks.length;
  }

  private count({ connection, length }: PacketChunk): void {
    const { next, offsets } = this;
    for (let i = 0; i < length; i++) {
      const of = connection[i]!;
      if (of >= 0 && of < next.length) next[of]!++;
    }
    if (this.counted < this.chunks.length) return;
    // From here on `next` is where a connection's next row goes.
    for (let of = 0, at = 0; of < next.length; of++) {
      offsets[of + 1] = at + next[of]!;
      next[of] = at;
      at = offsets[of + 1]!;
    }
    this.rows = new Uint32Array(offsets[next.length]!);
  }

  private place({ connection, length }: PacketChunk): void {
    const { next, rows } = this;
    for (let i = 0; i < length; i++, this.row++) {
      const of = connection[i]!;
      if (of >= 0 && of < next.length) rows[next[of]!++] = this.row;
    }
  }
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

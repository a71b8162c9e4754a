/**
 * The segments of one connection as columns of their own, in capture order: what analyses of a single connection walk
 * over. Copied from the packet table when somebody asks about the connection.
 */
import { seqAdd } from "../base/seq32.ts";
import { FIN, SYN } from "../protocols/tcp.ts";
import { CHUNK_ROWS, type PacketTable } from "../table/packet-table.ts";

/** Position i of each column belongs to the connection's packet i, from 0. */
export interface ConnectionSegments {
  readonly length: number;
  readonly rows: Uint32Array; // of the packet table
  readonly time: Float64Array; // ns since the capture's first packet
  readonly seq: Uint32Array; // raw
  readonly ack: Uint32Array; // raw
  readonly flags: Uint16Array;
  readonly window: Uint16Array; // raw, unscaled
  readonly payload: Uint32Array; // bytes; 0 also where the header claims more than there is
  readonly wireLength: Uint32Array; // bytes of the whole frame
  readonly findings: Uint16Array; // bits of findings.ts
  readonly direction: Uint8Array; // CLIENT_TO_SERVER or SERVER_TO_CLIENT
}

/** The segments in these rows of the table, all of one connection. */
export function segmentsOf({ chunks }: PacketTable, rows: Uint32Array): ConnectionSegments {
  return filled(chunks, newSegments(rows, rows.length));
}

/** Copies the segments of one connection after the other, into the same columns: for walks over all of a table's. */
export class SegmentsCopier {
  private readonly packets: PacketTable;
  private capacity = 0;
  private segments: Writable = newSegments(new Uint32Array(0), 0);

  constructor(packets: PacketTable) {
    this.packets = packets;
  }

  /** The segments in these rows, all of one connection; what it gave before is gone then. The columns may be longer. */
  segmentsOf(rows: Uint32Array): ConnectionSegments {
    if (rows.length > this.capacity) {
      this.capacity = 2 * rows.length;
      this.segments = newSegments(rows, this.capacity);
    }
    this.segments.rows = rows;
    this.segments.length = rows.length;
    return filled(this.packets.chunks, this.segments);
  }
}

type Writable = { -readonly [Name in keyof ConnectionSegments]: ConnectionSegments[Name] };

const newSegments = (rows: Uint32Array, capacity: number): ConnectionSegments => ({
  length: rows.length,
  rows,
  time: new Float64Array(capacity),
  seq: new Uint32Array(capacity),
  ack: new Uint32Array(capacity),
  flags: new Uint16Array(capacity),
  window: new Uint16Array(capacity),
  payload: new Uint32Array(capacity),
  wireLength: new Uint32Array(capacity),
  findings: new Uint16Array(capacity),
  direction: new Uint8Array(capacity),
});

function filled(chunks: PacketTable["chunks"], segments: ConnectionSegments): ConnectionSegments {
  for (let i = 0; i < segments.length; ) i = copyFrom(chunks, segments, i);
  return segments;
}

/** Copies the segments from `first` on that lie in the same chunk as it; returns the first behind them. */
function copyFrom(chunks: PacketTable["chunks"], to: ConnectionSegments, first: number): number {
  const { rows, length } = to;
  const index = Math.floor(rows[first]! / CHUNK_ROWS);
  const from = chunks[index]!; // the rows are the table's
  const start = index * CHUNK_ROWS;
  let i = first;
  for (; i < length && rows[i]! < start + CHUNK_ROWS; i++) {
    const at = rows[i]! - start;
    to.time[i] = from.time[at]!;
    to.seq[i] = from.seq[at]!;
    to.ack[i] = from.ack[at]!;
    to.flags[i] = from.flags[at]!;
    to.window[i] = from.window[at]!;
    to.payload[i] = Math.max(from.payloadLength[at]!, 0);
    to.wireLength[i] = from.wireLength[at]!;
    to.findings[i] = from.findings[at]!;
    to.direction[i] = from.direction[at]!;
  }
  return i;
}

/** The number behind what segment `i` takes up: its bytes, its SYN and its FIN. */
export function endOfSegment({ seq, flags, payload }: ConnectionSegments, i: number): number {
  const ofFlags = (flags[i]! & SYN ? 1 : 0) + (flags[i]! & FIN ? 1 : 0);
  return seqAdd(seq[i]!, payload[i]! + ofFlags);
}

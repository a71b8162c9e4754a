/** The tables of a ladder of segment-lines-for-tests.ts, judged as the decoder has it judged: for tests of what reads them. */
import { type ConnectionTable, newConnectionColumns } from "../table/connection-table.ts";
import { NO_PACKETS, newChunk, type PacketTable, withChunk } from "../table/packet-table.ts";
import { readSegments } from "./segment-lines-for-tests.ts";
import { judge } from "./verdicts-for-tests.ts";

/** A ladder in tables; row i is line i + 1. */
export interface LadderTables {
  readonly packets: PacketTable;
  /** With the window scales alone. */
  readonly connections: ConnectionTable;
  readonly rows: Uint32Array;
  /** Edges of a row's SACK blocks. */
  readonly sacks: (row: number) => readonly number[];
}

/** Reads a ladder and judges its segments. */
export function tablesOf(ladder: string): LadderTables {
  const lines = readSegments(ladder);
  const judged = judge(lines.map(({ segment }) => segment));
  const chunk = newChunk();
  const columns = newConnectionColumns(judged.length);
  for (const [at, { segment }] of lines.entries()) {
    const { connection, direction, facts, windowShift } = judged[at]!;
    chunk.length++;
    chunk.connection[at] = connection;
    chunk.direction[at] = direction;
    chunk.time[at] = segment.time;
    chunk.seq[at] = segment.seq;
    chunk.ack[at] = segment.ack;
    chunk.flags[at] = segment.flags;
    chunk.window[at] = segment.window;
    chunk.payloadLength[at] = segment.length;
    chunk.findings[at] = facts?.findings ?? 0;
    chunk.acknowledged[at] = (facts?.acknowledges ?? 0) - 1;
    chunk.amount[at] = facts?.bytesInFlight || facts?.duplicateNumber || 0;
    (direction === 0 ? columns.windowShiftOut : columns.windowShiftIn)[connection] = windowShift;
  }
  const rows = Uint32Array.from(lines, (_, row) => row);
  const edges = lines.map(({ text }) => edgesIn(text));
  return {
    packets: withChunk(NO_PACKETS, 0, chunk),
    connections: { length: judged.length, columns },
    rows,
    sacks: (row) => edges[row] ?? [],
  };
}

function edgesIn(line: string): readonly number[] {
  const blocks = /sack=([\d,-]+)/.exec(line)?.[1] ?? "";
  return blocks.split(/[,-]/).filter(Boolean).map(Number);
}

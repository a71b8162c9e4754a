/** The tables of a ladder of segment-lines-for-tests.ts, filled as the decoder fills them: for tests of what reads them. */
import type { ConnectionTable } from "../table/connection-table.ts";
import { NO_PACKETS, newChunk, type PacketTable, withChunks } from "../table/packet-table.ts";
import { ConnectionTracker } from "./connections.ts";
import { learnRoundTrip } from "./handshake.ts";
import { SegmentAnalysis } from "./segment-analysis.ts";
import { readSegments } from "./segment-lines-for-tests.ts";

/** A ladder in tables; row i is line i + 1. */
export interface LadderTables {
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  readonly rows: Uint32Array;
  /** Edges of a row's SACK blocks. */
  readonly sacks: (row: number) => readonly number[];
}

/** Reads a ladder and judges its segments. */
export function tablesOf(ladder: string): LadderTables {
  const lines = readSegments(ladder);
  const connections = new ConnectionTracker();
  const analysis = new SegmentAnalysis();
  const chunk = newChunk();
  for (const { segment: given } of lines) {
    const segment = { ...given };
    const at = chunk.length++;
    const connection = connections.add(segment);
    analysis.add(segment, connection, connections.direction, connections.columns, connections.place);
    learnRoundTrip(connections.columns, connections.place, segment);
    chunk.connection[at] = connection;
    chunk.direction[at] = connections.direction;
    chunk.time[at] = segment.time;
    chunk.seq[at] = segment.seq;
    chunk.ack[at] = segment.ack;
    chunk.flags[at] = segment.flags;
    chunk.window[at] = segment.window;
    chunk.payloadLength[at] = segment.length;
    chunk.wireLength[at] = segment.wireLength;
    chunk.findings[at] = analysis.findings;
    chunk.related[at] = analysis.related;
    chunk.acknowledged[at] = analysis.acknowledged;
    chunk.amount[at] = analysis.amount;
  }
  const rows = Uint32Array.from(lines, (_, row) => row);
  const edges = lines.map(({ text }) => edgesIn(text));
  return {
    packets: withChunks(NO_PACKETS, 0, [chunk]),
    connections: connections.snapshot(),
    rows,
    sacks: (row) => edges[row] ?? [],
  };
}

function edgesIn(line: string): readonly number[] {
  const blocks = /sack=([\d,-]+)/.exec(line)?.[1] ?? "";
  return blocks.split(/[,-]/).filter(Boolean).map(Number);
}

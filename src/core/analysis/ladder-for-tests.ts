/**
 * Connections written as ladders, one segment a line, for tests: `A>B SYN,ACK seq=5 ack=6 len=7 win=8 at=9`, the time in
 * milliseconds. A is the client, 10 ms pass from line to line, and what is not given is 0.
 */
import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import { CHUNK_ROWS, NO_PACKETS, newChunk, type PacketTable, withChunks } from "../table/packet-table.ts";
import { type ConnectionSegments, segmentsOf } from "./connection-segments.ts";

const FLAGS: Readonly<Record<string, number>> = { SYN, ACK, FIN, RST, PSH, AE, CWR, ECE };
const HEADERS = 54;

/** One line. */
export interface LadderLine {
  readonly direction: number;
  readonly flags: number;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly window: number;
  readonly time: number; // ns
  /** What stands behind `->`: what the test expects of the line. */
  readonly expected: string;
}

/** The lines of a ladder. */
export function readLadder(ladder: string): readonly LadderLine[] {
  const lines = ladder.split("\n").filter((line) => line.trim() !== "");
  let time = -10;
  return lines.map((line) => {
    const [segment = "", expected = ""] = line.split("->");
    const [ends = "", flags = "", ...words] = segment.trim().split(/\s+/);
    const number = (name: string, otherwise = 0) =>
      Number(words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? otherwise);
    time = number("at", time + 10);
    return {
      direction: ends === "A>B" ? 0 : 1,
      flags: flags.split(",").reduce((bits, name) => bits | (FLAGS[name] ?? 0), 0),
      seq: number("seq") >>> 0,
      ack: number("ack") >>> 0,
      length: number("len"),
      window: number("win"),
      time: time * 1e6,
      expected: expected.trim(),
    };
  });
}

/** A table that holds the lines as connection 0, behind `before` packets of no connection. */
export function tableOf(lines: readonly LadderLine[], before = 0): PacketTable {
  let table = NO_PACKETS;
  const total = before + lines.length;
  for (let from = 0; from < total; from += CHUNK_ROWS) {
    const chunk = newChunk(Math.min(CHUNK_ROWS, total - from));
    chunk.length = Math.min(CHUNK_ROWS, total - from);
    chunk.connection.fill(-1);
    for (let at = Math.max(before - from, 0); at < chunk.length; at++) {
      const line = lines[from + at - before]!;
      chunk.connection[at] = 0;
      chunk.direction[at] = line.direction;
      chunk.flags[at] = line.flags;
      chunk.seq[at] = line.seq;
      chunk.ack[at] = line.ack;
      chunk.payloadLength[at] = line.length;
      chunk.wireLength[at] = HEADERS + line.length;
      chunk.window[at] = line.window;
      chunk.time[at] = line.time;
    }
    table = withChunks(table, table.chunks.length, [chunk]);
  }
  return table;
}

/** The lines' segments, behind `before` packets of no connection. */
export function segmentsOfLines(lines: readonly LadderLine[], before = 0): ConnectionSegments {
  const rows = Uint32Array.from(lines, (_, index) => before + index);
  return segmentsOf(tableOf(lines, before), rows);
}

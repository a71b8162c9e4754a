/**
 * The rows of one connection of the open capture, and its segments: scanned for the first that is asked for and while
 * the capture loads, grouped once when another is.
 */
import { type ConnectionSegments, segmentsOf } from "../core/analysis/connection-segments.ts";
import { type ConnectionRows, Grouping, groupByConnection, rowsIn, rowsWith } from "../core/table/connection-rows.ts";
import { cell, type PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";

/** The connection of a packet, by its row; null for what is no TCP segment of one. */
export function connectionOf(capture: Capture | null, row: number | null): number | null {
  if (!capture || row === null) return null;
  const connection = cell(capture.packets, "connection", row);
  return connection >= 0 && connection < capture.connections.length ? connection : null;
}

/** What was asked of a table before: most are asked for one connection only, the one that shows first. */
interface Asked {
  readonly connection: number;
  readonly rows: Uint32Array;
  /** The rows of all; null until a second one is asked for. */
  grouped: ConnectionRows | null;
}
/** Goes with the table, which is replaced, never changed. */
const asked = new WeakMap<PacketTable, Asked>();

/** Rows of the packet table, in capture order; none for a connection that there is not. */
export function rowsOfConnection({ packets, connections, state }: Capture, connection: number): Uint32Array {
  const before = asked.get(packets);
  if (before?.connection === connection) return before.rows;
  if (before && state !== "reading") {
    before.grouped ??= groupByConnection(packets, connections.length);
    return rowsIn(before.grouped, connection);
  }
  const rows = rowsWith(packets, "connection", connection);
  asked.set(packets, { connection, rows, grouped: null });
  return rows;
}

/**
 * Groups the rows of all connections beforehand and bit by bit, so that a packet of another connection shows at once.
 * The answer gives it up.
 */
export function groupRows({ packets, connections, state }: Capture): () => void {
  if (state === "reading" || asked.get(packets)?.grouped) return () => {};
  const grouping = new Grouping(packets, connections.length);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = () => {
    if (!grouping.step()) {
      timer = setTimeout(work);
      return;
    }
    const before = asked.get(packets) ?? { connection: -1, rows: new Uint32Array(0), grouped: null };
    before.grouped ??= grouping.groups;
    asked.set(packets, before);
  };
  timer = setTimeout(work);
  return () => clearTimeout(timer);
}

/** The connection copied last of each table: several panels ask for the same one. */
const copied = new WeakMap<PacketTable, { readonly connection: number; readonly segments: ConnectionSegments }>();

/** The connection's segments as columns of their own. */
export function segmentsOfConnection(capture: Capture, connection: number): ConnectionSegments {
  const { packets } = capture;
  const before = copied.get(packets);
  if (before?.connection === connection) return before.segments;
  const segments = segmentsOf(packets, rowsOfConnection(capture, connection));
  copied.set(packets, { connection, segments });
  return segments;
}

/**
 * The rows of one connection of the open capture, and its segments: grouped once for a capture that is read, scanned
 * while it loads.
 */
import { type ConnectionSegments, segmentsOf } from "../core/analysis/connection-segments.ts";
import { type ConnectionRows, groupByConnection, rowsIn, rowsWith } from "../core/table/connection-rows.ts";
import type { PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";

/** Goes with the table, which is replaced, never changed. */
const groups = new WeakMap<PacketTable, ConnectionRows>();

/** Rows of the packet table, in capture order; none for a connection that there is not. */
export function rowsOfConnection({ packets, connections, state }: Capture, connection: number): Uint32Array {
  if (state === "reading") return rowsWith(packets, "connection", connection);
  let grouped = groups.get(packets);
  if (!grouped) {
    grouped = groupByConnection(packets, connections.length);
    groups.set(packets, grouped);
  }
  return rowsIn(grouped, connection);
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

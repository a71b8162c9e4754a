/** The rows of one connection of the open capture: grouped once for a capture that is read, scanned while it loads. */
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

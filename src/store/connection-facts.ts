/**
 * What is to say of one connection of the open capture: its summary, and the states of both ends after each packet.
 * Made when somebody looks at the connection, once for a capture that has been read; two packets are read for it, the
 * SYNs, since options stand in no column.
 */
import { type ConnectionSummary, connectionSummary, synRows } from "../core/analysis/connection-summary.ts";
import { type StateHistory, stateHistory } from "../core/analysis/state-history.ts";
import { type SynOptions, synOptions } from "../core/analysis/syn-options.ts";
import type { PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { segmentsOfConnection } from "./connection-rows.ts";
import { readPackets } from "./packet.ts";

export interface ConnectionFacts {
  readonly connection: number;
  readonly summary: ConnectionSummary;
  readonly history: StateHistory;
  /** The connection's rows of the packet table: row i is the history's packet i. */
  readonly rows: Uint32Array;
}

/** The connection looked at last of each table; goes with the table, which is replaced, never changed. */
const kept = new WeakMap<PacketTable, ConnectionFacts>();

/** The facts, if they are those looked at last. */
export function keptFacts(capture: Capture, connection: number): ConnectionFacts | undefined {
  const facts = kept.get(capture.packets);
  return facts?.connection === connection ? facts : undefined;
}

/** The facts being made last of each table, for all who ask meanwhile. */
const making = new WeakMap<PacketTable, { readonly connection: number; readonly facts: Promise<ConnectionFacts> }>();

/** Makes the facts of a connection. Rejects with `FileGone` when a file cannot be read. */
export function readFacts(capture: Capture, connection: number): Promise<ConnectionFacts> {
  const begun = making.get(capture.packets);
  if (begun?.connection === connection) return begun.facts;
  const facts = makeFacts(capture, connection);
  making.set(capture.packets, { connection, facts });
  return facts;
}

async function makeFacts(capture: Capture, connection: number): Promise<ConnectionFacts> {
  const segments = segmentsOfConnection(capture, connection);
  const syns = synRows(segments);
  const offers = { client: await offerIn(capture, syns.client), server: await offerIn(capture, syns.server) };
  const facts = {
    connection,
    summary: connectionSummary(capture.connections, connection, segments, offers),
    history: stateHistory(segments),
    rows: segments.rows,
  };
  kept.set(capture.packets, facts);
  return facts;
}

async function offerIn(capture: Capture, row: number): Promise<SynOptions | null> {
  if (row < 0) return null;
  const [packet] = await readPackets(capture, [row]);
  return packet ? synOptions(packet.details.layers) : null;
}

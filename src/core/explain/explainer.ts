/**
 * Explains packets of a whole capture, for programs that go through all of them: each connection is prepared when its
 * first packet is asked for. Rows rise, so that each connection is walked over once.
 */
import { segmentsOf } from "../analysis/connection-segments.ts";
import { EvidenceWalk, evidenceOf } from "../analysis/evidence.ts";
import { type StateHistory, stateHistory } from "../analysis/state-history.ts";
import { placeOf } from "../base/bisect.ts";
import type { Layer } from "../protocols/inspection.ts";
import { groupByConnection, rowsIn } from "../table/connection-rows.ts";
import type { ConnectionTable } from "../table/connection-table.ts";
import { cell, type PacketTable } from "../table/packet-table.ts";
import { type ConnectionNumbers, connectionNumbers, ExplainedPacket } from "./connection-numbers.ts";
import { explain } from "./explain.ts";
import type { Reason } from "./reason.ts";

interface Prepared {
  readonly numbers: ConnectionNumbers;
  history: StateHistory | null;
  readonly walk: EvidenceWalk;
}

export class Explainer {
  private readonly packets: PacketTable;
  private readonly connections: ConnectionTable;
  private readonly grouped;
  private readonly prepared = new Map<number, Prepared>();

  constructor(packets: PacketTable, connections: ConnectionTable) {
    this.packets = packets;
    this.connections = connections;
    this.grouped = groupByConnection(packets, connections.length);
  }

  /** The packet in a row, ready to be explained; null for what is no TCP segment. */
  packetIn(row: number): ExplainedPacket | null {
    const { numbers } = this.preparedFor(row) ?? {};
    return numbers ? new ExplainedPacket(numbers, placeOf(numbers.segments.rows, row)) : null;
  }

  /** The reasons of the packet in a row; none for what is no TCP segment. `layers`: the packet taken apart. */
  reasons(row: number, layers: readonly Layer[] | null): readonly Reason[] {
    const packet = this.packetIn(row);
    const prepared = this.preparedFor(row);
    if (!packet || !prepared) return [];
    const { rows } = packet.segments;
    const evidence = evidenceOf(this.packets, this.connections, rows, row, prepared.walk);
    prepared.history ??= stateHistory(packet.segments);
    return explain(packet, { layers, evidence, history: prepared.history });
  }

  private preparedFor(row: number): Prepared | null {
    const connection = cell(this.packets, "connection", row);
    if (!(connection >= 0)) return null;
    const before = this.prepared.get(connection);
    if (before) return before;
    const segments = segmentsOf(this.packets, rowsIn(this.grouped, connection));
    const numbers = connectionNumbers(this.packets, this.connections, connection, segments);
    const now = { numbers, history: null, walk: new EvidenceWalk() };
    this.prepared.set(connection, now);
    return now;
  }
}

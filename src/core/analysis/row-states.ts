/**
 * The states of both ends of its connection after each packet of a table, as columns: the state histories of all
 * connections, worked out bit by bit, since a large table has many. Which table, and when, is its user's business.
 */
import { Grouping, rowsIn } from "../table/connection-rows.ts";
import type { PacketTable } from "../table/packet-table.ts";
import { SegmentsCopier } from "./connection-segments.ts";
import { StateWalk } from "./state-history.ts";

/** What states are worked out of. */
export interface StatesOf {
  readonly packets: PacketTable;
  readonly connections: { readonly length: number };
}

/** Packets that are worked out in one step at most. */
const PIECE = 10_000;

export class RowStates {
  /** By row: place in TCP_STATES; of no meaning for what is no TCP segment. */
  readonly client: Uint8Array;
  readonly server: Uint8Array;
  private readonly segments: SegmentsCopier;
  private readonly count: number;
  private readonly grouping: Grouping;
  private isGrouped = false;
  /** The next connection; and the walk over it, once it was begun. */
  private next = 0;
  private walk: StateWalk | null = null;

  constructor({ packets, connections }: StatesOf) {
    this.segments = new SegmentsCopier(packets);
    this.count = connections.length;
    this.grouping = new Grouping(packets, connections.length);
    this.client = new Uint8Array(packets.length);
    this.server = new Uint8Array(packets.length);
  }

  /** Works some packets out, a few milliseconds; true when there are none left. */
  step(): boolean {
    const { count, segments } = this;
    if (!this.isGrouped) {
      this.isGrouped = this.grouping.step();
      return false;
    }
    if (this.next >= count) return true;
    const rows = rowsIn(this.grouping.groups, this.next);
    if (!this.walk) {
      this.walk = new StateWalk(segments.segmentsOf(rows));
      if (rows.length > PIECE) return false;
    }
    if (this.walk.advance(PIECE)) this.keep(rows, this.walk);
    return false;
  }

  private keep(rows: Uint32Array, { history }: StateWalk): void {
    for (let i = 0; i < rows.length; i++) {
      this.client[rows[i]!] = history.client[i]!;
      this.server[rows[i]!] = history.server[i]!;
    }
    this.walk = null;
    this.next++;
  }
}

/** Goes with the table, which is replaced, never changed. */
const begun = new WeakMap<PacketTable, RowStates>();

/** The states of a table as far as they are worked out: whoever has time takes steps. */
export function statesOf(tables: StatesOf): RowStates {
  const before = begun.get(tables.packets);
  const states = before ?? new RowStates(tables);
  begun.set(tables.packets, states);
  return states;
}

/** The states of a table, worked out now as far as they are not. */
export function knownStates(tables: StatesOf): RowStates {
  const states = statesOf(tables);
  while (!states.step());
  return states;
}

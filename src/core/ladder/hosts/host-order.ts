/**
 * The lifelines of many hosts as they show: in order of first appearance, as far as the reader did not move them, and
 * without those that are hidden, with whose packets they go. One lifeline each, however many.
 */
import { CHUNK_ROWS } from "../../table/packet-table.ts";
import type { FlowType } from "../flow-packets.ts";
import type { Arrangement, LifelineUnit, Move } from "./arrangement.ts";
import { endKey } from "./ends.ts";
import type { EndList, FlowEnds } from "./flow-ends.ts";
import { type PacketPairs, pairAt } from "./packet-pairs.ts";

/** Which lifeline shows where, and which a packet has. */
export interface HostOrder {
  readonly flow: FlowType;
  readonly unit: LifelineUnit;
  /** Not as it comes: the reader chose what lifelines stand for, moved or hid some. */
  readonly isArranged: boolean;
  readonly pairs: PacketPairs;
  /** Places of ends by pair, the sender's and the receiver's. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly ends: EndList;
  /** The lifelines that show, from the left, as places of ends. */
  readonly shown: Int32Array;
  /** Lifeline by place of the end; -1 for one that does not show. */
  readonly lifelines: Int32Array;
}

/** All lifelines of a flow, and what shows of them. */
export interface ArrangedHosts {
  readonly hosts: HostOrder;
  readonly of: FlowEnds;
  /** All, hidden ones too, in their order, as places of ends. */
  readonly order: Int32Array;
  /** By place of the end: 1 where it is hidden. */
  readonly isHidden: Uint8Array;
  /** The flow's packets between lifelines that show: rows of the packet table, ascending. */
  readonly rows: Uint32Array;
  readonly hiddenLifelines: number;
  /** Packets that go to or from a hidden one. */
  readonly hiddenPackets: number;
}

/** The lifelines of a flow, arranged. */
export function arrangeHosts(of: FlowEnds, { unit, others, moves, hidden, groups }: Arrangement): ArrangedHosts {
  const { ends, from, to } = of;
  const { flow, pairs } = of.of;
  const order = orderOf(ends, moves);
  const isHidden = new Uint8Array(ends.length);
  if (hidden.size > 0) for (const place of order) isHidden[place] = Number(hidden.has(endKey(ends.at(place))));
  const shown = order.filter((place) => !isHidden[place]);
  const lifelines = new Int32Array(ends.length).fill(-1);
  for (let lifeline = 0; lifeline < shown.length; lifeline++) lifelines[shown[lifeline]!] = lifeline;
  const isArranged = unit !== "host" || others.size > 0 || moves.length > 0 || hidden.size > 0 || groups.length > 0;
  const hosts: HostOrder = { flow, unit, isArranged, pairs, from, to, ends, shown, lifelines };
  const hiddenLifelines = order.length - shown.length;
  const rows = hiddenLifelines === 0 ? of.of.rows : rowsBetweenShown(of.of.rows, hosts);
  const hiddenPackets = of.of.rows.length - rows.length;
  return { hosts, of, order, isHidden, rows, hiddenLifelines, hiddenPackets };
}

/** The two lifelines of a packet, by its row in the packet table; -1 for an end that shows none. */
export function lifelinesAt({ pairs, from, to, lifelines }: HostOrder, row: number): { from: number; to: number } {
  const pair = pairAt(pairs, row);
  return { from: lifelines[from[pair] ?? -1] ?? -1, to: lifelines[to[pair] ?? -1] ?? -1 };
}

/** Places of ends, each once: as they come, and then moved. */
function orderOf(ends: EndList, moves: readonly Move[]): Int32Array {
  const order = Int32Array.from({ length: ends.length }, (_, place) => place);
  for (const { end, side, target } of moves) {
    const from = order.indexOf(ends.find(end));
    const beside = order.indexOf(ends.find(target));
    if (from >= 0 && beside >= 0 && from !== beside) take(order, from, gapAt(from, beside, side));
  }
  return order;
}

/** Where a lifeline comes to stand that is taken from `from` to a side of the one at `beside`. */
function gapAt(from: number, beside: number, side: Move["side"]): number {
  const gap = side === "before" ? beside : beside + 1;
  return from < gap ? gap - 1 : gap;
}

function take(order: Int32Array, from: number, to: number): void {
  const taken = order[from]!;
  if (from < to) order.copyWithin(from, from + 1, to + 1);
  else order.copyWithin(to + 1, to, from);
  order[to] = taken;
}

function rowsBetweenShown(rows: Uint32Array, { pairs, from, to, lifelines }: HostOrder): Uint32Array {
  const shows = Uint8Array.from({ length: from.length }, (_, pair) =>
    Number((lifelines[from[pair]!] ?? -1) >= 0 && (lifelines[to[pair]!] ?? -1) >= 0),
  );
  const kept = new Uint32Array(rows.length);
  let found = 0;
  for (const row of rows) {
    // Each has a pair: it is of the flow.
    if (shows[pairs.pairOf[Math.floor(row / CHUNK_ROWS)]![row % CHUNK_ROWS]!]) kept[found++] = row;
  }
  return kept.slice(0, found);
}

/**
 * A value that a field with a column has in a row: how it is read of one row, and how of many rows at once. Which field
 * has which, is column-readers.ts's.
 */
import type { AddressKind } from "../table/address-table.ts";
import { HAS_NO_TIME, type PacketChunk, type PacketColumn } from "../table/packet-table.ts";
import type { Value } from "./kinds.ts";
import type { RowCursor } from "./row-cursor.ts";

/** A value of the row that the cursor is on; undefined where the packet does not have it. */
export type ColumnRead = (row: RowCursor) => Value | undefined;

/**
 * Puts a number for each of `length` rows from the cursor's on into `to`, NaN where a packet has none; false where some of
 * them would not be exact. The rows are of one chunk. The cursor stays where it is.
 */
export type ColumnFill = (row: RowCursor, to: Float64Array, length: number) => boolean;

export interface NumberValue {
  readonly kind: "number";
  readonly read: ColumnRead;
  readonly fill: ColumnFill;
  /** What is to be added to what `fill` puts; null for nothing. */
  readonly start: ((row: RowCursor) => bigint) | null;
}

/** Nothing but that it is there: it reads as 1. */
export interface Presence {
  readonly kind: "presence";
  readonly read: ColumnRead;
}

/** An address: packets have the row of a table that has each once. */
export interface AddressValue {
  readonly kind: "address";
  readonly read: ColumnRead;
  readonly which: "source" | "destination";
  readonly of: AddressKind;
}

export type ColumnValue = NumberValue | AddressValue | Presence;

export const presence: Presence = { kind: "presence", read: () => 1 };

/** A number that is always exact. One alone is read as a run of one row, unless that is said to be quicker otherwise. */
export function numbers(fill: ColumnFill, read: ColumnRead = readsOne(fill)): NumberValue {
  return { kind: "number", read, fill, start: null };
}

function readsOne(fill: ColumnFill): ColumnRead {
  const one = new Float64Array(1);
  return (row) => {
    fill(row, one, 1);
    return Number.isNaN(one[0]) ? undefined : one[0]!;
  };
}

/** What a column of the table holds. */
export const stored = (name: PacketColumn): NumberValue =>
  numbers(
    ({ chunk, at }, to, length) => {
      to.set(chunk[name].subarray(at, at + length));
      return true;
    },
    ({ chunk, at }) => chunk[name][at],
  );

/** A number for rows in which any of some bits of a column is set, and one for the others; NaN for none. */
export const bits = (name: PacketColumn, mask: number, set: number, clear: number): NumberValue =>
  numbers(({ chunk, at }, to, length) => {
    const column = chunk[name];
    for (let i = 0; i < length; i++) to[i] = column[at + i]! & mask ? set : clear;
    return true;
  });

/** What is worked out of one row's columns: for fields that are seldom asked for, since each row is a call. */
export const workedOut = (read: (chunk: PacketChunk, at: number) => number): NumberValue =>
  numbers(({ chunk, at }, to, length) => {
    for (let i = 0; i < length; i++) to[i] = read(chunk, at + i);
    return true;
  });

/** A time of packets that carry one; `fill` as for numbers, in nanoseconds. */
export const timed = (
  read: (row: RowCursor) => Value,
  fill: ColumnFill,
  start: NumberValue["start"] = null,
): NumberValue => ({
  kind: "number",
  read: (row) => (row.chunk.marks[row.at]! & HAS_NO_TIME ? undefined : read(row)),
  fill: (row, to, length) => fill(row, to, length) && leaveTimed(row, to, length),
  start,
});

/** Takes the times out that packets do not carry; false where rounding took something from any. */
function leaveTimed({ at, chunk: { marks, timeRest } }: RowCursor, to: Float64Array, length: number): boolean {
  let rest = 0;
  for (let i = 0; i < length; i++) {
    rest |= timeRest[at + i]!;
    if (marks[at + i]! & HAS_NO_TIME) to[i] = Number.NaN;
  }
  return rest === 0;
}

/** Nanoseconds since the first packet with a time. */
export const fillTimes: ColumnFill = ({ chunk, at }, to, length) => {
  to.set(chunk.time.subarray(at, at + length));
  let greatest = 0;
  for (let i = 0; i < length; i++) greatest = Math.max(greatest, Math.abs(to[i]!));
  return greatest <= Number.MAX_SAFE_INTEGER;
};

/** Nanoseconds since the packet before. */
export const fillDeltas: ColumnFill = (row, to, length) => {
  const first = row.delta();
  if (typeof first !== "number" || !fillTimes(row, to, length)) return false;
  for (let i = length - 1; i > 0; i--) to[i] = to[i]! - to[i - 1]!;
  to[0] = first;
  return true;
};

/** An address of one network protocol: that of the packet, if it is of its kind; or `value` in its place. */
export const address = (of: AddressKind, which: "source" | "destination", value?: Value): AddressValue => ({
  kind: "address",
  read: (row) => {
    const own = row.chunk[which][row.at]!;
    return row.kindOf(own) === of ? (value ?? row.address(own)) : undefined;
  },
  which,
  of,
});

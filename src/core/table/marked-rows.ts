/**
 * What the reader sets on packets for as long as the capture is open: marks, and points in time that other packets'
 * times count from. Rows of the packet table, ascending.
 */
import { firstFrom, placeOf } from "../base/bisect.ts";
import { exactTime, type PacketTable } from "./packet-table.ts";

export interface MarkedRows {
  readonly marked: Uint32Array;
  /** Wireshark's time references. */
  readonly references: Uint32Array;
}

export const NO_MARKED_ROWS: MarkedRows = { marked: new Uint32Array(0), references: new Uint32Array(0) };

/** What Wireshark writes as the time of a time reference. */
export const REFERENCE = "*REF*";

/** Whether a row is among ascending ones. */
export const isAmong = (rows: Uint32Array, row: number): boolean => placeOf(rows, row) >= 0;

/** The reference that a row's time counts from: itself, or the last one before it; -1 where the capture's begin is it. */
export const referenceOf = (references: Uint32Array, row: number): number =>
  references[firstFrom(references, row + 1) - 1] ?? -1;

/** Nanoseconds from a row's reference, or from the capture's first packet with a time; negative where a clock ran back. */
export function sinceReference(packets: PacketTable, references: Uint32Array, row: number): bigint {
  const reference = referenceOf(references, row);
  const time = exactTime(packets, row);
  return reference < 0 ? time : time - exactTime(packets, reference);
}

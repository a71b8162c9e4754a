/** Packets that are chosen one by one: rows of the packet table, ascending, each once. */
import { firstFrom, placeOf } from "../base/bisect.ts";

/** The rows with one more, or without it where it is among them. */
export function withToggled(rows: Uint32Array, row: number): Uint32Array {
  const place = firstFrom(rows, row);
  const isThere = rows[place] === row;
  const toggled = new Uint32Array(rows.length + (isThere ? -1 : 1));
  toggled.set(rows.subarray(0, place));
  if (!isThere) toggled[place] = row;
  toggled.set(rows.subarray(isThere ? place + 1 : place), isThere ? place : place + 1);
  return toggled;
}

/** The one of the rows that is nearest to a row, the earlier of two; there is at least one. */
export function nearestOf(rows: Uint32Array, row: number): number {
  const place = firstFrom(rows, row);
  const [below, above] = [rows[place - 1], rows[place]];
  if (below === undefined) return above!;
  return above !== undefined && above - row < row - below ? above : below;
}

/** Those of the rows that are among others, which are ascending too. */
export function commonOf(rows: Uint32Array, others: Uint32Array): Uint32Array {
  return rows.filter((row) => placeOf(others, row) >= 0);
}

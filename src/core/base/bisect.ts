/** Finding a row among rows that rise, or a value among values that do. */

/** The place of a row among ascending rows; -1 when it is none of them. */
export function placeOf(rows: Uint32Array, row: number): number {
  const place = firstFrom(rows, row);
  return rows[place] === row ? place : -1;
}

/** The place of the first of ascending rows that is not before `row`; their number when all are. */
export function firstFrom(rows: Uint32Array, row: number): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]! < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of the last of ascending values that is not greater than `value`; -1 for none. */
export function lastUpTo(values: ArrayLike<number>, value: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Which words of rows have room where rows are closer than words are high: those are moved down a little, or left out. */

/** Numbers are so far apart at least, px. */
const LEAST_APART = 15;
/** Numbers that would move further are left out. */
const MOST_SHIFT = 20;
/** Words stand above a line, which has to be so far below the one before: px, for both may slant. */
const ABOVE_LINE = 14;

/** Position i is row i of the ladder. */
export interface RowNotes {
  /** How far the row's numbers stand below its line, px; -1 where they are left out. */
  readonly shift: Int8Array;
  /** 1 where there is room for the words along its arrow. */
  readonly label: Uint8Array;
}

/** Gives rows their room. `tops` ascend; words along lines stand clear of lines of the same `side` only. */
export function placeNotes(tops: Float64Array, side: Uint8Array | null): RowNotes {
  const shift = new Int8Array(tops.length);
  const label = new Uint8Array(tops.length);
  const lines = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let free = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < tops.length; place++) {
    const top = tops[place]!;
    const down = Math.ceil(Math.max(0, free - top));
    shift[place] = down > MOST_SHIFT ? -1 : down;
    if (down <= MOST_SHIFT) free = top + down + LEAST_APART;
    const own = side ? side[place]! : 0;
    label[place] = top - lines[own]! >= ABOVE_LINE ? 1 : 0;
    lines[own] = top;
  }
  return { shift, label };
}

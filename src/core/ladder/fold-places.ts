/** Where rows stand when runs of them are folded: a run takes one line, higher than that of a row. */
import type { FoldedLines } from "./fold-lines.ts";
import { BOTTOM_MARGIN, type RowPlaces, TOP_MARGIN } from "./rows.ts";

/** Px: room for two lines of words, with strokes above and below them. */
const FOLD_HEIGHT = 78;

/** Height of a folded run among rows of a height. */
export const foldHeight = (rowHeight: number): number => Math.max(FOLD_HEIGHT, 2 * rowHeight);

/** The places of `count` rows that stand in these lines. */
export function foldedPlaces(count: number, rowHeight: number, lines: FoldedLines): RowPlaces {
  const high = foldHeight(rowHeight);
  const top = (line: number) => TOP_MARGIN + line * rowHeight + lines.foldsAbove(line) * (high - rowHeight);
  const end = top(lines.length);
  return {
    count,
    height: end + BOTTOM_MARGIN,
    top: (index) => top(lines.lineOf(index)),
    heightOf: (index) => (lines.foldOf(lines.lineOf(index)) < 0 ? rowHeight : high),
    after: (index) => lines.endOf(lines.lineOf(index)),
    at: (y) => (y < TOP_MARGIN || y >= end ? -1 : lines.firstOf(lastLine(lines.length, (line) => top(line) <= y))),
  };
}

/** The last of `count` lines for which something is true that is true for all before it. */
function lastLine(count: number, isTrue: (line: number) => boolean): number {
  let from = 0;
  let to = count;
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (isTrue(middle)) from = middle;
    else to = middle;
  }
  return from;
}

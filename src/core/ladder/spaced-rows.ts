/** Rows with room between some of them: where bytes are missing, which is written there. */
import { placeOf } from "../base/bisect.ts";
import type { Beside } from "./beside.ts";
import type { LadderContent } from "./content.ts";
import type { RowPlaces } from "./rows.ts";

/** Room for one line of small words, px. */
const MISSING_ROOM = 15;

/** The places with room for the words about missing bytes, where these show. */
export function roomForMissing(places: RowPlaces, { rows, beside }: Pick<LadderContent, "rows" | "beside">): RowPlaces {
  return spacedRows(places, rowsBehindMissing(places, rows, beside.missing));
}

/** The places with room above the lines that begin with `before`, places of rows that ascend. */
export function spacedRows(places: RowPlaces, before: Uint32Array, room = MISSING_ROOM): RowPlaces {
  const gaps = before.length;
  if (gaps === 0) return places;
  const gapsAbove = (index: number) => countOf(gaps, (gap) => before[gap]! <= index);
  return {
    ...places,
    height: places.height + gaps * room,
    top: (index) => places.top(index) + gapsAbove(index) * room,
    at: (y) => {
      const above = countOf(gaps, (gap) => places.top(before[gap]!) + (gap + 1) * room <= y);
      // What lies in a gap belongs to the line above it.
      const end = above < gaps ? places.top(before[above]!) - 0.5 : Number.POSITIVE_INFINITY;
      return places.at(Math.min(y - above * room, end));
    },
  };
}

/** The places of rows that bytes are missing before, for `spacedRows`; of a line of several rows the first. */
export function rowsBehindMissing(places: RowPlaces, rows: Uint32Array, missing: Beside["missing"]): Uint32Array {
  const found = new Set<number>();
  for (const { row, kind } of missing) {
    const index = placeOf(rows, row);
    if (index < 0) continue;
    const behind = kind === "lost" ? places.after(index) : index;
    const isFirst = behind > 0 && behind < places.count && places.top(behind) > places.top(behind - 1);
    if (isFirst) found.add(behind);
  }
  return Uint32Array.from(found).sort();
}

/** How many of `count` are the first ones for which something is true. */
function countOf(count: number, isTrue: (at: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isTrue(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Where the rows of a ladder stand among all, in px from the ladder's top. Whoever lays out or draws asks here, and
 * knows nothing of how high rows are: they may be even, stand to scale, or share a line.
 */

/** Where rows stand, each given by its place among the ladder's rows. Tops ascend; rows of one line share theirs. */
export interface RowPlaces {
  /** How many rows there are. */
  readonly count: number;
  /** Height of everything, with the room above the first row and below the last one. */
  readonly height: number;
  /** Top of a row's line; of the place behind the last row, where that one's line ends. */
  readonly top: (index: number) => number;
  /** Height of a row's line: of its words, and of the band that marks it. */
  readonly heightOf: (index: number) => number;
  /** The first row of the next line. */
  readonly after: (index: number) => number;
  /** The row at a height, the first one of its line; -1 for none. */
  readonly at: (y: number) => number;
  /** How arrows fall from sender to receiver where that is for the looks alone; absent where they are level or to scale. */
  readonly fall?: Fall;
}

/** All arrows fall by the same. */
export interface Fall {
  readonly px: number;
  readonly isFromClient: (index: number) => boolean;
}

/** Room above the first row and below the last one, where the lifelines go on. */
export const TOP_MARGIN = 4;
export const BOTTOM_MARGIN = 24;

/** Rows that are all `rowHeight` px high. */
export function evenRows(count: number, rowHeight: number): RowPlaces {
  return {
    count,
    height: TOP_MARGIN + count * rowHeight + BOTTOM_MARGIN,
    top: (index) => TOP_MARGIN + index * rowHeight,
    heightOf: () => rowHeight,
    after: (index) => index + 1,
    at: (y) => {
      const index = Math.floor((y - TOP_MARGIN) / rowHeight);
      return index >= 0 && index < count ? index : -1;
    },
  };
}

/** The row at a height, or the one that is nearest to it; -1 where there are none. */
export function nearestRow(places: RowPlaces, y: number): number {
  const index = places.at(y);
  if (index >= 0 || places.count === 0) return index;
  return y < places.top(0) ? 0 : places.at(places.top(places.count - 1));
}

/** Rows `first` .. `end` (exclusive) among all. */
export interface RowSpan {
  readonly first: number;
  readonly end: number;
}

/** Spans begin and end at multiples of so many rows: where rows move by a few of them, the same span is asked for. */
const STEP = 8;

/** The rows between two heights, and some before and behind; none where there is no height between. */
export function rowsBetween(places: RowPlaces, from: number, to: number): RowSpan {
  if (from >= to) return { first: 0, end: 0 };
  const first = Math.max(0, nearestRow(places, from));
  const last = Math.max(0, nearestRow(places, to));
  const end = Math.min(Math.ceil(places.after(last) / STEP) * STEP, places.count);
  const begin = lineStart(places, Math.floor(first / STEP) * STEP);
  return { first: begin, end: lineStart(places, end) === end ? end : places.after(end) };
}

/** The first row of a row's line; what is behind the last row begins a line of its own. */
function lineStart(places: RowPlaces, index: number): number {
  const isStart = index === 0 || index >= places.count || places.after(index - 1) === index;
  return isStart ? index : places.at(places.top(index) + places.heightOf(index) / 2);
}

/** The place behind the last row whose line ends within `room` px below the top of `first`; one line at least. */
export function endWithin(places: RowPlaces, first: number, room: number): number {
  if (first >= places.count) return places.count;
  const bottom = places.top(first) + room;
  const isCut = (line: number) => places.top(line) + places.heightOf(line) > bottom;
  let end = places.after(nearestRow(places, bottom));
  // To scale, more than one line can be cut.
  while (end > first && isCut(lineStart(places, end - 1))) end = lineStart(places, end - 1);
  return Math.max(places.after(first), end);
}

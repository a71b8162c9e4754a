/** Where notes stand on the ladder: a mark at the row of each, a bracket along the rows of a range. Lengths are px. */
import type { Arrow } from "./arrow.ts";
import type { RowPlaces } from "./rows.ts";

/** Packets that something is said of; rows of the packet table. */
interface NotedRows {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** One note in a scene. */
export interface NoteMark {
  readonly id: number;
  readonly text: string;
  /** Top and bottom of the rows in view that it is on. */
  readonly top: number;
  readonly bottom: number;
  readonly isRange: boolean;
  /** Its first and its last row are in view: there the bracket has its ends. */
  readonly hasTop: boolean;
  readonly hasBottom: boolean;
  /** Marks and brackets that overlap stand side by side: how many are further out. */
  readonly lane: number;
}

/** Marks side by side at most; further ones share the last place. */
const MOST_LANES = 3;

/** The notes on rows of a scene, whose arrows are in the order of their rows. */
export function layoutNoteMarks(
  arrows: readonly Arrow[],
  places: Pick<RowPlaces, "heightOf">,
  notes: readonly NotedRows[],
): readonly NoteMark[] {
  const marks: NoteMark[] = [];
  const ends: number[] = [];
  for (const { id, first, last, text } of notes) {
    const from = arrows.find(({ row }) => row >= first);
    const to = arrows.findLast(({ row }) => row <= last);
    if (!from || !to || from.row > to.row) continue;
    const isRange = last > first;
    const lane = freeLane(ends, first);
    ends[lane] = Math.max(ends[lane] ?? -1, last);
    marks.push({
      id,
      text,
      top: from.y,
      bottom: to.y + places.heightOf(to.index),
      isRange,
      hasTop: from.row === first,
      hasBottom: to.row === last,
      lane,
    });
  }
  return marks;
}

/** The first place whose marks end before `first`. */
function freeLane(ends: readonly number[], first: number): number {
  let lane = 0;
  while (lane < MOST_LANES - 1 && (ends[lane] ?? -1) >= first) lane++;
  return lane;
}

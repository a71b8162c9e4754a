/** The packets that are chosen where they are more than one, and what lies in them. */
import { type RowRange, type RowSums, rangeBetween, rowSums, rowsInRange } from "../core/ladder/range.ts";
import { lastCall } from "./last-call.ts";
import { ladderRows } from "./selectors.ts";
import type { State } from "./store.ts";

/** Both ends of a range as rows of the packet table; null while none is chosen. */
const ends = lastCall(
  (state: State) => state.selection.anchor,
  (state: State) => state.selection.packet,
  (anchor, packet) => (anchor === null || packet === null || anchor === packet ? null : { anchor, packet }),
);

/** Of the ladder's rows. */
export const chosenRange: (state: State) => RowRange | null = lastCall(
  ladderRows,
  ends,
  (rows, chosen) => chosen && rangeBetween(rows, chosen.anchor, chosen.packet),
);

/** Rows of the packet table, ascending: picked one by one, or the ladder's in a range; null while one is chosen. */
export const chosenRows: (state: State) => Uint32Array | null = lastCall(
  chosenRange,
  (state: State) => state.selection.picked,
  (range, picked) => picked ?? (range && rowsInRange(range)),
);

/** What lies in the chosen packets; null while one is chosen. */
export const chosenSums: (state: State) => RowSums | null = lastCall(
  (state: State) => state.capture,
  chosenRows,
  (capture, rows) => capture && rows && rowSums(capture.packets, rows),
);

/** What the reader set on each packet, and what the filter says of it: for who draws many of them. */
import { isAmong } from "../core/table/marked-rows.ts";
import { lastCall } from "./last-call.ts";
import { matchingRows, undimmedRows } from "./shown-rows.ts";
import type { State } from "./store.ts";

/** Signs by rows of the packet table. */
export interface RowSigns {
  /** Whether any packet may have one. */
  readonly hasAny: boolean;
  readonly isMarked: (row: number) => boolean;
  /** The filter that is typed takes it. */
  readonly isMatch: (row: number) => boolean;
  /** The filter that is applied does not take it, and dims it. */
  readonly isDimmed: (row: number) => boolean;
}

const byFilter = lastCall(matchingRows, undimmedRows, (matching, undimmed) => ({ matching, undimmed }));

/** The same object as long as no sign changes. */
export const rowSigns: (state: State) => RowSigns = lastCall(
  (state: State) => state.markup.marked,
  byFilter,
  (marked, { matching, undimmed }) => ({
    hasAny: marked.length > 0 || matching !== null || undimmed !== null,
    isMarked: (row) => isAmong(marked, row),
    isMatch: (row) => matching !== null && isAmong(matching, row),
    isDimmed: (row) => undimmed !== null && !isAmong(undimmed, row),
  }),
);

/** The range of packets that is chosen, and what lies in it. */
import { type RangeSums, type RowRange, rangeBetween, rangeSums } from "../core/ladder/range.ts";
import { lastCall } from "./last-call.ts";
import { ladderRows } from "./selectors.ts";
import type { State } from "./store.ts";

/** Its two ends as rows of the packet table; null while no more than one packet is chosen. */
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

/** What lies in the chosen range, whose rows are the ladder's; null without one. */
export const chosenSums: (state: State) => RangeSums | null = lastCall(
  (state: State) => state.capture,
  chosenRange,
  (capture, range) => capture && range && rangeSums(capture.packets, range),
);

/**
 * Which runs of the ladder's rows are folded. The switch says what holds for all, and the exceptions from it are kept by
 * the packet that a run begins with. Runs are looked for once the capture is read; in large ladders slice by slice.
 */
import { placeOf } from "../core/base/bisect.ts";
import { FoldedLines } from "../core/ladder/fold-lines.ts";
import { FOLD_STREAM, type Folds, NO_FOLDS, withStreams } from "../core/ladder/fold-list.ts";
import { FoldFinder, foldsOf } from "../core/ladder/folds.ts";
import { inFreeTime } from "./free-time.ts";
import { lastCall } from "./last-call.ts";
import { type State, useStore } from "./store.ts";
import { figureRows, streamRows, streamsFolded } from "./streams.ts";

/** So many rows are looked at at once; more would hold up the page. */
const AT_ONCE = 10_000;

/** What was found; goes with the rows, which are replaced, never changed. */
const found = new WeakMap<Uint32Array, Folds>();

/** The runs among the ladder's rows; none before they are found. */
function ladderFolds(state: State): Folds {
  const rows = figureRows(state);
  const { capture } = state;
  const known = found.get(rows);
  if (known) return known;
  if (!capture || capture.state === "reading" || rows.length > AT_ONCE) return NO_FOLDS;
  const folds = foldsOf(capture.packets, rows);
  found.set(rows, folds);
  return folds;
}

/** Looks for the runs of a large ladder while the page does other things; gives what ends that early. */
export function findFolds(): (() => void) | undefined {
  const state = useStore.getState();
  const rows = figureRows(state);
  const { capture } = state;
  if (!capture || capture.state === "reading" || rows.length <= AT_ONCE || found.has(rows)) return;
  const finder = new FoldFinder(capture.packets, rows);
  return inFreeTime(
    () => finder.next(AT_ONCE),
    (folds) => {
      found.set(rows, folds);
      useStore.setState(({ folding }) => ({ folding: { ...folding } })); // so that selectors ask again
    },
  );
}

/** The runs with the lines in which the ladder's rows stand. */
export interface FoldedRows {
  readonly rows: Uint32Array;
  readonly folds: Folds;
  readonly lines: FoldedLines;
}

const runs = lastCall(streamRows, ladderFolds, ({ rows, streams }, folds) => ({
  rows,
  folds: withStreams(folds, streams),
}));

/** To scale, each packet stands at its own time. */
const wanted = lastCall(
  (state: State) => state.folding,
  (state: State) => state.scale.isToScale,
  (folding, isToScale) => (isToScale ? null : folding),
);

/** Of the ladder; null where none of its runs is folded. */
export const foldedRows: (state: State) => FoldedRows | null = lastCall(runs, wanted, ({ rows, folds }, folding) => {
  if (folds.length === 0 || !folding) return null;
  const { isOn, exceptions } = folding;
  const lines = new FoldedLines(rows.length, folds, (fold) => {
    return folds.pattern[fold] === FOLD_STREAM || isOn !== exceptions.has(rows[folds.first[fold]!]!);
  });
  return lines.folded > 0 ? { rows, folds, lines } : null;
});

/** Rows that stand in folded runs; those of folded connections are not among them. */
export const foldedPackets: (state: State) => number = lastCall(foldedRows, streamsFolded, (folded, streams) =>
  folded ? folded.rows.length - folded.lines.length + folded.lines.folded - streams : 0,
);

/** Folds all runs of this ladder and of others, or shows all packets. */
export function showFolds(isOn: boolean): void {
  useStore.setState({ folding: { isOn, exceptions: new Set() } });
}

/** Folds or unfolds the run that the chosen packet is in. False where it is in none, and to scale. */
export function toggleFold(): boolean {
  const state = useStore.getState();
  const { packet } = state.selection;
  const first = packet === null ? -1 : firstOfRun(state, packet);
  if (first < 0 || !wanted(state)) return false;
  const exceptions = new Set(state.folding.exceptions);
  if (!exceptions.delete(first)) exceptions.add(first);
  useStore.setState({ folding: { ...state.folding, exceptions } });
  return true;
}

/** The folding of a state in which no folded run hides a row of the packet table. */
export function unfoldedAt(state: State, row: number): State["folding"] {
  const { folding } = state;
  const first = firstOfRun(state, row);
  if (first < 0 || folding.isOn === folding.exceptions.has(first)) return folding;
  const exceptions = new Set(folding.exceptions);
  if (!exceptions.delete(first)) exceptions.add(first);
  return { ...folding, exceptions };
}

/** The first row of the run that a row of the packet table is in; -1 for a row of none. */
function firstOfRun(state: State, row: number): number {
  const { rows, folds } = runs(state);
  const place = placeOf(rows, row);
  if (place < 0) return -1;
  let from = 0;
  let to = folds.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (folds.end[middle]! <= place) from = middle + 1;
    else to = middle;
  }
  const first = folds.first[from];
  const isRun = first !== undefined && first <= place && folds.pattern[from] !== FOLD_STREAM;
  return isRun ? rows[first]! : -1;
}

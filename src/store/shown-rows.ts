/** The packets that the applied filter lets through or leaves undimmed, and those that the typed one would: what the list shows, and the ladder of its own. */
import { firstFrom } from "../core/base/bisect.ts";
import type { AppliedFilter } from "./filter-slice.ts";
import type { State } from "./store.ts";

/** The filter that limits what shows; null while all packets show. */
export const appliedFilter = ({ filter: { applied }, capture }: State): AppliedFilter | null =>
  applied && applied.files === capture?.files ? applied : null;

/** Rows of the packet table that show, ascending; null for all. */
export const shownRows = (state: State): Uint32Array | null =>
  state.filter.dims ? null : (appliedFilter(state)?.rows ?? null);

/** Rows beside which all others are dimmed, ascending; null where none are. */
export const undimmedRows = (state: State): Uint32Array | null =>
  state.filter.dims ? (appliedFilter(state)?.rows ?? null) : null;

/** Rows that the filter being typed would take, among all that show; null where it hides the others, and without one. */
export function matchingRows(state: State): Uint32Array | null {
  const { draft } = state.filter;
  if (draft.kind !== "filter") return null;
  return shownRows(state) && appliedFilter(state)?.text === draft.text ? null : draft.found.rows;
}

/** The one of ascending rows that is nearest to `row`, of two the later one; null when there is none. */
export function nearestRow(rows: Uint32Array, row: number): number | null {
  const place = firstFrom(rows, row);
  const [before, after] = [rows[place - 1], rows[place]];
  if (before === undefined || after === undefined) return after ?? before ?? null;
  return row - before < after - row ? before : after;
}

/** The packet that is chosen and does not show; null when it shows, or none is chosen. */
export function hiddenChoice(state: State): number | null {
  const rows = shownRows(state);
  const { packet } = state.selection;
  return rows && packet !== null && rows[firstFrom(rows, packet)] !== packet ? packet : null;
}

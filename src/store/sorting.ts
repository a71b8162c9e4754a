/**
 * Sorts the packet list by one of its columns, without holding the page up: numbers from memory piece by piece, or read by
 * a worker; then the rows that show. The ladder knows nothing of it.
 */
import { RowSort } from "../core/base/row-sort.ts";
import type { SortBy } from "../core/second-pass/sort-keys.ts";
import { readKeys } from "../worker/keys-client.ts";
import type { Capture } from "./capture.ts";
import { shownColumns } from "./columns.ts";
import { loadFields } from "./field-texts.ts";
import { inFreeTime } from "./free-time.ts";
import { beginWork } from "./idle.ts";
import type { ListColumn } from "./list-columns.ts";
import { verifiesChecksums } from "./selectors.ts";
import { shownRows } from "./shown-rows.ts";
import { NOT_SORTED, type Sorting, type SortSlice } from "./sort-slice.ts";
import { keyWork } from "./sort-work.ts";
import { type State, useStore } from "./store.ts";

const { getState: state } = useStore;
const change = (to: Partial<SortSlice["sort"]>) => useStore.setState(({ sort }) => ({ sort: { ...sort, ...to } }));

/** What the list is sorted by, or shall be; null for the order of the capture. */
export const wantedSorting = ({ sort }: State): Sorting | null => sort.wanted;

/** How far sorting is. */
export const sortPhase = ({ sort }: State): SortSlice["sort"]["phase"] => sort.phase;
export const sortShare = ({ sort }: State): number => sort.share;

/** Rows that the list shows, in its order; null for all in the order of the capture. */
export function listRows(state: State): Uint32Array | null {
  const { wanted, sorted } = state.sort;
  const shown = shownRows(state);
  const isCurrent = sorted !== null && sorted.by === wanted && sorted.shown === shown;
  return isCurrent && sorted.packets === state.capture?.packets ? sorted.rows : shown;
}

/** Sorts by a column, the other way where it is so sorted, and no more after that. */
export function sortBy(column: ListColumn["id"]): void {
  const { wanted } = state().sort;
  const isSame = wanted?.column === column;
  change({ wanted: isSame && wanted.isDescending ? null : { column, isDescending: isSame } });
}

/** Has the list in the order of the capture. */
export function stopSorting(): void {
  change({ wanted: null });
}

/** The numbers found last, and of what. */
let found: { readonly of: Capture["packets"]; readonly column: string; readonly keys: Float64Array } | null = null;
/** Give up what goes on. */
let stops: (() => void)[] = [];

function giveUp(): void {
  for (const stop of stops) stop();
  stops = [];
}

/** Follows what is wanted, the open capture and the filter as long as the page is there. */
export function followSorting(): void {
  useStore.subscribe((now, before) => {
    const isNew = now.capture?.files !== before.capture?.files;
    if (isNew && now.sort.wanted) {
      change(NOT_SORTED.sort);
      return;
    }
    const { wanted } = now.sort;
    const isHidden = wanted && !shownColumns(now).some(({ id }) => id === wanted.column);
    if (isHidden) {
      stopSorting();
      return;
    }
    const isSame =
      wanted === before.sort.wanted && now.capture === before.capture && shownRows(now) === shownRows(before);
    if (!isSame) restart(now);
  });
}

function restart({ sort: { wanted }, capture }: State): void {
  giveUp();
  if (!capture || !wanted) {
    found = null;
    if (state().sort.phase !== "rest" || state().sort.sorted) change({ phase: "rest", sorted: null });
    return;
  }
  if (capture.state === "reading") {
    change({ phase: "waits", share: 0 });
    return;
  }
  if (found?.of === capture.packets && found.column === wanted.column) return sortRows(capture, wanted, found.keys);
  change({ phase: "sorting", share: 0 });
  void begin(capture, wanted);
}

async function begin(capture: Capture, wanted: Sorting): Promise<void> {
  let isWanted = true;
  const endWork = beginWork();
  stops.push(() => {
    isWanted = false;
    endWork();
  });
  const { fieldColumn } = await loadFields();
  if (!isWanted) return;
  const isField = wanted.column.startsWith("field:");
  const work = keyWork(
    capture,
    wanted.column,
    isField ? fieldColumn(wanted.column.slice("field:".length), capture) : null,
  );
  const take = (keys: Float64Array | SortBy) => {
    if (keys instanceof Float64Array) known(capture, wanted, keys);
    else readAll(capture, wanted, keys);
  };
  stops.push(inFreeTime(() => told(work.step(), work.share() / 2), take));
  endWork();
}

function readAll(capture: Capture, wanted: Sorting, by: SortBy): void {
  change({ phase: "reading", share: 0 });
  const { contents: files, packets } = capture;
  const wish = { files, packets: packets.length, by, verifiesChecksums: verifiesChecksums(state()) };
  const reading = readKeys(wish, (read) => change({ share: read / (2 * packets.length) }));
  const endWork = beginWork();
  let isWanted = true;
  stops.push(() => {
    isWanted = false;
    reading.stop();
    endWork();
  });
  reading.keys.then(
    (keys) => {
      endWork();
      if (isWanted) known(capture, wanted, keys);
    },
    () => {
      endWork();
      if (isWanted) change({ phase: "failed" });
    },
  );
}

function known(capture: Capture, wanted: Sorting, keys: Float64Array): void {
  found = { of: capture.packets, column: wanted.column, keys };
  sortRows(capture, wanted, keys);
}

function sortRows(capture: Capture, by: Sorting, keys: Float64Array): void {
  const shown = shownRows(state());
  const { packets } = capture;
  if (state().sort.phase !== "sorting") change({ phase: "sorting" });
  const rows = shown ?? allRows(packets.length);
  const sort = new RowSort(rows, keys, by.isDescending);
  const step = () => told(sort.step() ? sort : null, 0.5 + sort.share / 2);
  stops.push(inFreeTime(step, () => change({ phase: "rest", sorted: { by, packets, shown, rows: sort.rows() } })));
}

function allRows(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** Ms between words on how far it is. */
const PATIENCE = 100;
let toldAt = 0;

/** Hands a result on, and tells now and then how far the work is. */
function told<T>(result: T | null, share: number): T | null {
  if (performance.now() - toldAt > PATIENCE) {
    toldAt = performance.now();
    change({ share });
  }
  return result;
}

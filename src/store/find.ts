/**
 * Finding packets: what is typed is understood at once, and looked for when a step is asked for. What was found stays
 * until something else is looked for, so that further steps are there at once.
 */
import { statesOf } from "../core/analysis/row-states.ts";
import { firstFrom, placeOf } from "../core/base/bisect.ts";
import { type FindQuery, finderOf } from "../core/find/query.ts";
import { findLine, type TreeWords } from "../core/find/tree-lines.ts";
import { pathAtByte } from "../core/inspect/field-path.ts";
import { selectField, selectPacket } from "./actions.ts";
import type { Capture } from "./capture.ts";
import { prepareFilter } from "./filter.ts";
import { looksAtColumns } from "./find-columns.ts";
import { FindSearch, type Sought } from "./find-search.ts";
import { type FindOutcome, type FindSlice, NOTHING_SOUGHT } from "./find-slice.ts";
import { working } from "./idle.ts";
import { markedRowsOf } from "./marked-packets.ts";
import { readPackets, withMarks } from "./packet.ts";
import { shownAddresses } from "./selectors.ts";
import { shownRows } from "./shown-rows.ts";
import { useStore } from "./store.ts";

type Find = FindSlice["find"];

const { getState: state, setState: set } = useStore;
const change = (to: Partial<Find>) => set(({ find }) => ({ find: { ...find, ...to } }));

/** The search, and all that it depends on: another of these is another search. */
let now: { readonly search: FindSearch; readonly basis: readonly unknown[] } | null = null;
/** The step that waits for packets to be looked into; and from which row it goes. */
let waiting: { readonly by: 1 | -1; readonly from: number; readonly words: TreeWords } | null = null;

/** Opens the bar, or closes it. False while no capture is open. */
export function showFind(isOpen: boolean): boolean {
  if (!state().capture) return false;
  if (!isOpen) drop();
  change({ isOpen, ...(isOpen ? {} : { outcome: null, looking: null, bytes: null }) });
  return true;
}

/** Takes what is looked for, or how, and says what is wrong with it. */
export function changeQuery(changes: Partial<FindQuery>): void {
  const query = { ...state().find.query, ...changes };
  drop();
  const finder = finderOf(query);
  change({ query, problem: "problem" in finder ? finder.problem : null, outcome: null, looking: null, bytes: null });
  if (query.kind === "filter" && query.text.trim() !== "") void judge(query);
}

async function judge(query: FindQuery): Promise<void> {
  const { compileFilter } = await prepareFilter();
  const compiled = compileFilter(query.text);
  if (state().find.query === query) change({ problem: "problem" in compiled ? compiled.problem : null });
}

/** Chooses the next or the previous packet in which it is found. False without anything to look for. */
export function findStep(by: 1 | -1, words: TreeWords): boolean {
  const { capture, find } = state();
  if (!capture?.packets.length || find.query.text.trim() === "" || find.problem) return false;
  waiting = { by, from: state().selection.packet ?? (by > 0 ? -1 : capture.packets.length), words };
  change({ outcome: null, bytes: null });
  void working(begin(capture, by, words));
  return true;
}

/** Stops looking; what was found stays. */
export function stopFind(): void {
  now?.search.stop();
}

/** Begins to search, unless the search that there is will do, and takes the step as soon as it can be told. */
async function begin(capture: Capture, by: 1 | -1, words: TreeWords): Promise<void> {
  const { find, preferences, markup } = state();
  const { query } = find;
  const shown = shownRows(state());
  const addresses = shownAddresses(state());
  const { marked, references } = markup;
  const { verifiesChecksums } = preferences;
  const basis = [query, capture.packets, capture.state, shown, addresses, marked, references, verifiesChecksums];
  if (now && now.search.phase !== "failed" && basis.every((one, at) => one === now?.basis[at])) {
    if (step(now.search)) return;
    if (now.search.phase !== "stopped") return publish(now.search);
  }
  const tables = await tablesFor(query, capture);
  if (state().find.query !== query || !tables) return;
  end();
  const from = by > 0 ? ((waiting?.from ?? -1) + 1) % Math.max(1, capture.packets.length) : 0;
  const files = capture.contents;
  const wish = { files, packets: capture.packets.length, query, begin: from, words, verifiesChecksums };
  const search = new FindSearch({ ...tables, shown, wish: { ...wish, markedRows: markedRowsOf(markup) } }, publish);
  now = { search, basis };
  search.begin();
  publish(search);
}

/** What the tables tell of a query; null for a filter with a fault. */
async function tablesFor(query: FindQuery, capture: Capture): Promise<Pick<Sought, "looks" | "prepare"> | null> {
  const always = { prepare: () => true };
  if (query.kind === "filter") {
    const { asksForStates, compileFilter, RowFilter } = await prepareFilter();
    const compiled = compileFilter(query.text);
    if ("problem" in compiled) return null;
    const rows = new RowFilter(compiled, { ...capture, markedRows: state().markup });
    const prepare = asksForStates(compiled.needs) ? () => statesOf(capture).step() : always.prepare;
    return { prepare, looks: (row, length, answers) => rows.look(row, length, answers) };
  }
  const finder = finderOf(query);
  const addresses = shownAddresses(state());
  if ("problem" in finder || finder.place !== "list" || !addresses) return { ...always, looks: null };
  return { ...always, looks: looksAtColumns(capture.packets, addresses, finder) };
}

function publish(search: FindSearch): void {
  if (now?.search !== search) return;
  const { phase, looked, open, hits } = search;
  const isLooking = phase === "tables" || phase === "packets";
  change({ looking: isLooking ? { done: looked, of: open } : null });
  if (waiting && !step(search) && !isLooking) {
    waiting = null;
    change({ outcome: { kind: phase === "failed" ? "failed" : phase === "stopped" ? "stopped" : "none" } });
  }
  const { outcome } = state().find;
  if (phase === "known" && hits && outcome?.kind === "found" && !outcome.of) {
    change({ outcome: { ...outcome, of: placeAmong(hits.rows, outcome.row) } });
  }
}

/** Takes the step that waits; false when there is none, or it cannot be told yet where to. */
function step({ hits }: FindSearch): boolean {
  if (!waiting || !hits) return false;
  const { by, from, words } = waiting;
  const row = by > 0 ? hits.after(from) : hits.before(from);
  if (row === undefined || row === null) return false;
  waiting = null;
  const isRound = by > 0 ? row <= from : row >= from;
  const outcome: FindOutcome = {
    kind: "found",
    row,
    of: hits.isWhole ? placeAmong(hits.rows, row) : null,
    isRound,
    way: by,
  };
  change({ outcome });
  selectPacket(row);
  void working(showPlace(row, words));
  return true;
}

const placeAmong = (rows: Uint32Array, row: number) =>
  placeOf(rows, row) < 0 ? null : { place: firstFrom(rows, row) + 1, count: rows.length };

/** Chooses the line of the packet's tree in which it was found, or shows the bytes. */
async function showPlace(row: number, words: TreeWords): Promise<void> {
  const { capture, find, markup, preferences } = state();
  const finder = finderOf(find.query);
  if (!capture || "problem" in finder || find.query.kind === "filter" || finder.place === "list") return;
  const { verifiesChecksums } = preferences;
  // A file that cannot be read any more is told of by the panels that show its packets.
  const [read] = await readPackets(capture, [row], { verifiesChecksums }).catch(() => []);
  const { find: later, selection } = state();
  if (!read || later.query !== find.query || selection.packet !== row) return;
  const { layers } = withMarks(capture, read, markup).details;
  if (finder.place === "details") return selectField(findLine(layers, words, finder.isIn));
  const range = finder.inBytes(read.bytes, 0, read.bytes.byteLength);
  if (!range) return;
  selectField(pathAtByte(layers, range.from));
  change({ bytes: { ...range, row } });
}

function end(): void {
  now?.search.cancel();
  now = null;
}

/** Drops the search with the step that waits for it. */
function drop(): void {
  end();
  waiting = null;
}

/** Follows the open capture as long as the page is there: another one is searched afresh. */
export function followFind(): void {
  useStore.subscribe(({ capture }, before) => {
    if (capture?.files === before.capture?.files) return;
    drop();
    const { query } = state().find;
    set({ find: { ...NOTHING_SOUGHT.find, query, problem: state().find.problem } });
  });
}

/**
 * The display filter: what is typed is understood and searched for at once, and limits what shows when it is applied. A
 * filter takes effect when its packets are known; until then the one before does.
 */
import { statesOf } from "../core/analysis/row-states.ts";
import type { CompiledFilter } from "../core/filter/compile.ts";
import type { LooksAtRows } from "../core/filter/row-scan.ts";
import { readForFilter } from "../worker/filter-client.ts";
import type { FilterWish } from "../worker/filter-job.ts";
import { selectPacket } from "./actions.ts";
import type { Capture } from "./capture.ts";
import { chosenValues } from "./chosen-values.ts";
import { FilterSearch } from "./filter-search.ts";
import { type FilterDraft, type FilterSlice, type Found, NO_FILTER } from "./filter-slice.ts";
import { working } from "./idle.ts";
import { rememberFilter } from "./kept-filters.ts";
import { areStatesKnown } from "./known-states.ts";
import { markedRowsOf } from "./marked-packets.ts";
import { ladderRows } from "./selectors.ts";
import { hiddenChoice, nearestRow, shownRows } from "./shown-rows.ts";
import { useStore } from "./store.ts";

type Filter = FilterSlice["filter"];
type Language = typeof import("./filter-language.ts");

const { getState: state, setState: set } = useStore;
const change = (to: Partial<Filter>) => set(({ filter }) => ({ filter: { ...filter, ...to } }));

/** How the fields begin that are states. */
const STATES = "tcp.state";

let language: Language | null = null;

/** A filter with its search. */
interface Searched {
  readonly text: string;
  readonly search: FilterSearch;
  /** Whether it asks for what the reader sets on packets. */
  readonly asksMarkedRows: boolean;
  /** The packet whose values it asks for, a row of the packet table; null for none. */
  readonly chosen: number | null;
}
/** Of what is typed, of what was applied and is not known yet, and of what shows; often one and the same. */
let [typed, pending, applied]: (Searched | null)[] = [null, null, null];

/** The filter language; null before it is loaded. */
export const filterLanguage = (): Language | null => language;

/** Loads the filter language: somebody is about to type. */
export async function prepareFilter(): Promise<Language> {
  language ??= await working(import("./filter-language.ts"));
  return language;
}

/** Takes what stands in the filter's field, says what is wrong with it, or begins to search for it. */
export async function typeFilter(text: string): Promise<void> {
  if (text.trim() === "") return dropTyped({ kind: "empty", text });
  const isJudged = typed && (typed.chosen === null || typed.chosen === state().selection.packet);
  if (text === state().filter.draft.text && isJudged) return;
  if (language) return judge(text, language);
  dropTyped({ kind: "unknown", text });
  const loaded = await prepareFilter();
  if (state().filter.draft.text === text) await judge(text, loaded);
}

/**
 * Applies a filter, which hides what it does not take, or dims it. False when something is wrong with it: then the one
 * before stays. The empty one shows all.
 */
export async function applyFilter(text: string, dims = false): Promise<boolean> {
  await typeFilter(text);
  const { draft } = state().filter;
  if (draft.kind === "empty") clearFilter();
  const { capture } = state();
  if (draft.kind !== "filter" || draft.text !== text || !typed || !capture) return draft.kind === "empty";
  const before = pending;
  pending = typed;
  end(before);
  change({ pending: { text, found: draft.found }, dims });
  rememberFilter(text);
  typed.search.allowReading();
  publish(typed.search);
  return true;
}

/** Hides what the applied filter does not take, or dims it. */
export function dimFiltered(dims: boolean): void {
  change({ dims });
  chooseShown();
}

/** Shows all packets, and empties the field. */
export function clearFilter(): void {
  const before = [pending, applied];
  [pending, applied] = [null, null];
  for (const one of before) end(one);
  dropTyped({ kind: "empty", text: "" });
  change({ pending: null, applied: null, dims: false });
}

/** Stops reading packets for a filter; the one before stays. */
export function stopFilter(): void {
  pending?.search.stopReading();
  applied?.search.stopReading();
}

/** Follows the open capture as long as the page is there. */
export function followFilter(): void {
  useStore.subscribe(({ capture, markup }, before) => {
    const isSetAnew = markup.marked !== before.markup.marked || markup.references !== before.markup.references;
    if (isSetAnew) for (const one of new Set([typed, pending, applied])) if (one?.asksMarkedRows) one.search.again();
    if (capture === before.capture) return;
    if (!capture || capture.files !== before.capture?.files) return forget();
    for (const one of new Set([typed, pending, applied])) one?.search.follow(capture);
  });
}

function forget(): void {
  const before = [typed, pending, applied];
  [typed, pending, applied] = [null, null, null];
  for (const one of before) one?.search.cancel();
  set(NO_FILTER);
}

async function judge(text: string, loaded: Language): Promise<void> {
  const { capture } = state();
  // They take a while in a large capture: they are begun while the rest is being typed.
  if (capture && text.includes(STATES)) areStatesKnown(capture);
  const { compileFilter, inOrder } = loaded;
  const compiled = compileFilter(text, () => []);
  if ("problem" in compiled) return dropTyped({ kind: "problem", text, problem: compiled.problem });
  if (compiled.ofChosen.length === 0) return searchFor(text, compiled, { row: null, values: [] }, loaded);
  dropTyped({ kind: "unknown", text });
  const row = state().selection.packet;
  const values = await working(chosenValues(state(), compiled.ofChosen, loaded)).catch(() => null);
  if (state().filter.draft.text !== text) return;
  const meant = compileFilter(text, values && inOrder(values));
  if ("problem" in meant) dropTyped({ kind: "problem", text, problem: meant.problem });
  else if (values) searchFor(text, meant, { row, values }, loaded);
}

/** What a filter asks of the chosen packet: its row, null where it asks nothing, and its values. */
interface Chosen {
  readonly row: number | null;
  readonly values: FilterWish["ofChosen"];
}

function searchFor(
  text: string,
  compiled: CompiledFilter,
  chosen: Chosen,
  { asksForStates, asksMarkedRows, RowFilter }: Language,
): void {
  const known = [pending, applied].find((one) => one?.text === text && one.chosen === chosen.row);
  const read = (capture: Capture, rows: Uint32Array<ArrayBuffer>, onRead: (packets: number) => void) => {
    const { contents, packets } = capture;
    const { preferences, markup } = state();
    const { verifiesChecksums } = preferences;
    const wish = { files: contents, packets: packets.length, text, ofChosen: chosen.values, rows, verifiesChecksums };
    return readForFilter({ ...wish, markedRows: markedRowsOf(markup) }, onRead);
  };
  const looks = (capture: Capture): LooksAtRows => {
    const rows = new RowFilter(compiled, { ...capture, markedRows: state().markup });
    return (row, length, answers) => rows.look(row, length, answers);
  };
  const prepare = asksForStates(compiled.needs) ? (capture: Capture) => statesOf(capture).step() : () => true;
  const before = typed;
  const asks = asksMarkedRows(compiled);
  const search = () => new FilterSearch({ looks, prepare, read }, publish);
  typed = known ?? { text, search: search(), asksMarkedRows: asks, chosen: chosen.row };
  end(before);
  change({ draft: { kind: "filter", text, found: typed.search.found } });
  const { capture } = state();
  if (capture) typed.search.follow(capture);
}

function dropTyped(draft: FilterDraft): void {
  const before = typed;
  typed = null;
  end(before);
  change({ draft });
}

/** Ends a search that nothing stands for any more. */
function end(one: Searched | null): void {
  if (one && ![typed, pending, applied].includes(one)) one.search.cancel();
}

/** Whether the packets of a filter are known, as far as the capture is. */
const isSettled = ({ phase }: Found, capture: Capture): boolean =>
  phase === "known" || (phase === "columns" && capture.state === "reading");

function publish(search: FilterSearch): void {
  const { found } = search;
  const { capture, filter } = state();
  if (!capture) return;
  const { files } = capture;
  let next: Filter = filter;
  if (typed?.search === search) next = { ...next, draft: { kind: "filter", text: typed.text, found } };
  const isNew = pending?.search === search && isSettled(found, capture);
  if (pending?.search === search) next = { ...next, pending: isNew ? null : { text: pending.text, found } };
  if (isNew) [applied, pending] = [pending, null];
  if (applied?.search === search) next = { ...next, applied: { text: applied.text, files, found, rows: found.rows } };
  set({ filter: next });
  if (isNew) chooseShown();
}

/** A chosen packet that no longer shows leaves its place to the nearest one that does, of the ladder if it has any. */
function chooseShown(): void {
  const hidden = hiddenChoice(state());
  if (hidden === null) return;
  const nearest =
    nearestRow(ladderRows(state()), hidden) ?? nearestRow(shownRows(state()) ?? new Uint32Array(0), hidden);
  if (nearest !== null) selectPacket(nearest);
}

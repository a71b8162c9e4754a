/** Everything that changes the state. Called by the views; each is one step that a user would name. */
import { firstFrom } from "../core/base/bisect.ts";
import { layerOf } from "../core/inspect/field-path.ts";
import { cell } from "../core/table/packet-table.ts";
import * as worker from "../worker/client.ts";
import type { Reply, Rows } from "../worker/protocol.ts";
import {
  beginLoading,
  type Capture,
  emptyCapture,
  type Failure,
  type Loading,
  type OpenFile,
  type UnreadFile,
  withRows,
} from "./capture.ts";
import { fetchFile } from "./fetch-file.ts";
import { unfoldedAt } from "./folding.ts";
import { beginWork, working } from "./idle.ts";
import { asksToLeave } from "./markup.ts";
import { forgetPackets } from "./packet.ts";
import { shownRows } from "./shown-rows.ts";
import { NOTHING_SELECTED, ONE_CHOSEN, type Preferences, type State, useStore } from "./store.ts";
import { streamsShowing } from "./streams.ts";

const { getState: state, setState: set } = useStore;

/** Ends the work that `whenIdle` waits for, of the job being read. */
let endReading = () => {};
/** Gives up the file being fetched, if one is. */
let abortFetch = () => {};

/** Opens files, several as one capture; the one on the screen stays until the first packets of the new one are there. */
export function openFiles(files: readonly OpenFile[]): void {
  if (asksToLeave(() => openFiles(files))) return;
  abortFetch();
  endReading();
  endReading = beginWork();
  const job = worker.open(files.map(({ blob }) => blob));
  set({ loading: beginLoading(job, files), failure: null, reference: null });
}

/** Gets ready to read while the page has nothing to do. */
export function prepareReading(): void {
  worker.prepare();
}

/** Stops fetching or reading; the packets read so far stay. */
export function cancelReading(): void {
  abortFetch();
  worker.cancel();
}

/** Lets the file grow that was asked about; `cancelReading` is the other answer. */
export function growOn(): void {
  set(({ loading }) => (loading ? { loading: { ...loading, growing: null } } : {}));
  worker.goOn();
}

/** Fetches a capture and opens it. Only what the reader asked for is ever fetched. */
export async function openAddress(address: string): Promise<void> {
  if (asksToLeave(() => void openAddress(address))) return;
  const file = await fetchAddress(address);
  if (file) openFiles([file]);
}

/** Fetches a file, with its progress on the screen; null when that failed, which is told, or was cancelled. */
export async function fetchAddress(address: string): Promise<OpenFile | null> {
  const name = nameOf(address);
  const fetching = new AbortController();
  abortFetch();
  abortFetch = () => fetching.abort();
  set({ loading: beginLoading(0, [{ name, blob: new Blob() }]), failure: null });
  const fetched = await working(
    fetchFile(address, fetching.signal, (bytes, size) => {
      set(({ loading }) => (loading ? { loading: { ...loading, bytes, size } } : {}));
    }),
  );
  if (fetching.signal.aborted) {
    set(({ loading }) => (loading?.job === 0 ? { loading: null } : {}));
    return null;
  }
  const isThere = "file" in fetched;
  set({ loading: null, ...(isThere ? {} : { failure: { kind: "link", address, fault: fetched.fault } }) });
  return isThere ? { name, blob: fetched.file } : null;
}

/** The last part of an address's path, which names the file. */
function nameOf(address: string): string {
  const path = address.replace(/[?#].*$/s, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name) || address;
  } catch {
    return name; // a percent sign that begins no byte
  }
}

/** Reports what kept a capture from opening. What is open stays open. */
export function fail(failure: Failure): void {
  set({ failure });
}

/** Takes the message about a failure away. */
export function dismissFailure(): void {
  set({ failure: null });
}

/** Closes the capture and shows the start page. */
export function closeCapture(): void {
  if (asksToLeave(closeCapture)) return;
  if (state().loading) worker.cancel();
  set({ capture: null, failure: null, selection: NOTHING_SELECTED });
}

/**
 * Chooses a packet, everywhere; its connection too, unless the ladder shows all. Null chooses none. With `extend` the
 * range from the packet chosen before is chosen with it. A folded run that it is in unfolds, unless it stays folded.
 */
export function selectPacket(row: number | null, extend = false, staysFolded = false): void {
  const { capture, selection } = state();
  const connection = row === null || !capture ? -1 : cell(capture.packets, "connection", row);
  const shown = selection.connection === null || !(connection >= 0) ? selection.connection : connection;
  const anchor = extend && row !== null ? (selection.anchor ?? selection.packet) : null;
  const next = { ...selection, ...ONE_CHOSEN, packet: row, anchor, connection: shown, hoveredField: null };
  if (row === null || staysFolded) {
    set({ selection: next });
    return;
  }
  const streams = streamsShowing(state(), row);
  set({ selection: next, streams, folding: unfoldedAt({ ...state(), streams, selection: next }, row) });
}

/** Chooses the packet `by` places on among those that show, or the nearest that there is. False without packets. */
export function stepPacket(by: number): boolean {
  const { capture, selection } = state();
  const rows = shownRows(state());
  const last = (rows ?? capture?.packets ?? []).length - 1;
  if (last < 0) return false;
  const now = selection.packet ?? -1;
  // A packet that does not show stands before the next one that does.
  const at = !rows || now < 0 ? now : firstFrom(rows, now);
  const from = rows && by > 0 && now >= 0 && rows[at] !== now ? at - 1 : at;
  const place = Math.min(Math.max(from + by, 0), last);
  selectPacket(rows ? rows[place]! : place);
  return true;
}

/** Shows a connection's ladder; null shows all TCP packets. The chosen packet stays when it belongs to it. */
export function selectConnection(connection: number | null): void {
  const { capture, selection } = state();
  const { packet } = selection;
  const stays =
    packet !== null && capture && (connection === null || cell(capture.packets, "connection", packet) === connection);
  const first = connection === null || !capture ? -1 : firstShown(capture, connection);
  const chosen = stays ? packet : first < 0 ? null : first;
  set({ selection: { ...selection, ...ONE_CHOSEN, connection, flow: "tcp", packet: chosen } });
}

/** The first packet of a connection that shows, else its first; -1 for none. */
function firstShown(capture: Capture, connection: number): number {
  const shown = shownRows(state());
  const first = shown?.find((row) => cell(capture.packets, "connection", row) === connection);
  return first ?? capture.connections.columns.firstRow[connection] ?? -1;
}

/** Chooses a field of the chosen packet by its path, and shows its header; null chooses none. */
export function selectField(field: string | null): void {
  set(({ selection }) => ({
    selection: { ...selection, field, hoveredField: null, layer: field === null ? selection.layer : layerOf(field) },
  }));
}

/** Shows a header in diagram and bytes, by its path; a field chosen in another header is chosen no longer. */
export function showLayer(layer: string): void {
  set(({ selection }) => {
    const field = selection.field !== null && layerOf(selection.field) === layer ? selection.field : null;
    return { selection: { ...selection, field, layer } };
  });
}

/** Marks the field under the pointer; null when the pointer left. */
export function hoverField(hoveredField: string | null): void {
  if (state().selection.hoveredField === hoveredField) return;
  set(({ selection }) => ({ selection: { ...selection, hoveredField } }));
}

/** Opens the field reference at a protocol's or a field's key; at its beginning when the key is empty. */
export function showReference(topic: string): void {
  set({ reference: topic });
}

/** Closes the field reference. */
export function closeReference(): void {
  set({ reference: null });
}

/** Writes sequence numbers relative to the connection's first, or as they stand in the packet. */
export function showNumbers(numbers: State["ladder"]["numbers"]): void {
  set(({ ladder }) => ({ ladder: { ...ladder, numbers } }));
}

/** Writes times as seconds since something, or as the time of day. */
export function showTimes(timeStyle: State["ladder"]["timeStyle"]): void {
  set(({ ladder }) => ({ ladder: { ...ladder, timeStyle } }));
}

/** Shows the states of a connection's ends beside its lifelines, or leaves them out. */
export function showStates(states: boolean): void {
  set(({ ladder }) => ({ ladder: { ...ladder, states } }));
}

/** Shows the ladder as a table, or as arrows. */
export function showAsTable(asTable: boolean): void {
  set(({ ladder }) => ({ ladder: { ...ladder, asTable } }));
}

/** Writes addresses by the names that the capture has for them, or as they are. */
export function showNames(names: boolean): void {
  set(({ ladder }) => ({ ladder: { ...ladder, names } }));
}

/** Changes what is kept on this machine. */
export function prefer(changes: Partial<Preferences>): void {
  set(({ preferences }) => ({ preferences: { ...preferences, ...changes } }));
}

worker.onReply((reply) => {
  switch (reply.kind) {
    case "progress":
      return set(({ loading }) =>
        loading ? { loading: { ...loading, bytes: reply.bytes, packets: reply.packets } } : {},
      );
    case "rows":
      return takeRows(reply);
    case "growing":
      return askToGrow(reply);
    case "done":
      return finish(reply);
    case "crashed":
      return crash(reply.message, reply.packets);
  }
});

function takeRows(rows: Rows): void {
  const { capture, loading } = state();
  if (loading) set(withNews(capture, loading, rows));
}

/** What rows change: the capture, and with its first ones what is chosen. */
function withNews(capture: Capture | null, loading: Loading, rows: Rows): Pick<State, "capture"> & Partial<State> {
  const isFirst = capture?.job !== rows.job;
  return { capture: withRows(capture, loading, rows), ...(isFirst ? { selection: firstSelection(rows) } : {}) };
}

/** A newly opened capture shows its first connection from its first packet on; all packets where there is none. */
function firstSelection({ chunks, connections }: Rows): State["selection"] {
  const hasConnection = connections !== null && connections.length > 0;
  const first = hasConnection ? (connections.columns.firstRow[0] ?? 0) : 0;
  const packet = chunks.length > 0 ? first : null;
  return { ...NOTHING_SELECTED, packet, connection: hasConnection ? 0 : null, flow: hasConnection ? "tcp" : "any" };
}

function askToGrow({ file, unpacked }: Extract<Reply, { kind: "growing" }>): void {
  set(({ loading }) => {
    const grows = loading?.files[file];
    return loading && grows ? { loading: { ...loading, growing: { file: grows, bytes: unpacked } } } : {};
  });
}

function finish(done: Extract<Reply, { kind: "done" }>): void {
  const { capture, loading } = state();
  if (loading) {
    // In one step: the page draws once.
    const news = done.rows ? withNews(capture, loading, done.rows) : { capture };
    const opened = news.capture?.job === loading.job ? news.capture : null;
    set({ ...news, loading: null, ...ended(done, opened, loading) });
  }
  endReading();
}

/** What a job's end changes; `capture` is what its rows made, null when none came. */
function ended(done: Extract<Reply, { kind: "done" }>, capture: Capture | null, loading: Loading): Partial<State> {
  const { files: reports, interfaces, cancelled } = done;
  const unread = reports.flatMap(({ problem, packets }, file): UnreadFile[] =>
    problem && packets === 0 ? [{ name: loading.files[file]?.name ?? "", problem }] : [],
  );
  const failure: Pick<Partial<State>, "failure"> = unread.length > 0 && !cancelled
    ? { failure: { kind: "files", files: unread, others: reports.length - unread.length } }
    : {};
  if (capture) {
    forgetPackets(capture); // read while their connections still grew
    const isDamaged = reports.some(({ problem, packets }) => problem && packets > 0);
    const how = cancelled ? "stopped" : isDamaged ? "damaged" : "whole";
    return { ...failure, capture: { ...capture, interfaces, reports, state: how } };
  }
  if (cancelled || unread.length === reports.length) return failure;
  const empty = { ...emptyCapture(loading), interfaces, reports, state: "whole" as const };
  return { ...failure, capture: empty, selection: NOTHING_SELECTED };
}

function crash(message: string, packets: number): void {
  const { capture, loading } = state();
  const opened = capture !== null && capture.job === loading?.job;
  set({
    ...(opened ? { capture: { ...capture, state: "stopped" as const } } : {}),
    loading: null,
    failure: { kind: "crash", files: loading?.files ?? [], message, packets },
  });
  endReading();
}

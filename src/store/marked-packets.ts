/**
 * Marks that the reader sets on packets, and time references: packets that the times of later ones count from. They are
 * taken back as notes are.
 */
import { firstFrom } from "../core/base/bisect.ts";
import { commonRows } from "../core/base/row-sets.ts";
import { withToggled } from "../core/ladder/picks.ts";
import { isAmong, type MarkedRows, NO_MARKED_ROWS } from "../core/table/marked-rows.ts";
import { cell, HAS_NO_TIME } from "../core/table/packet-table.ts";
import { selectPacket } from "./actions.ts";
import { changeMarkup } from "./markup.ts";
import { markedPacket as packetAtCursor } from "./picks.ts";
import { chosenRows } from "./range.ts";
import { shownRows } from "./shown-rows.ts";
import { useStore } from "./store.ts";

const { getState: state } = useStore;

/** What of the markup is of rows, to be sent to a worker. */
export const markedRowsOf = ({ marked, references }: MarkedRows): MarkedRows => ({ marked, references });

/** Marks the chosen packets, or takes their marks away where all of them are marked. False without a packet. */
export function toggleMark(): boolean {
  const packet = packetAtCursor(state());
  const rows = chosenRows(state()) ?? (packet === null ? null : Uint32Array.of(packet));
  if (!state().capture || !rows) return false;
  changeMarkup({ marked: toggled(state().markup.marked, rows) }, null);
  return true;
}

/** Marks one packet, or takes its mark away. */
export function toggleMarkOf(row: number): void {
  changeMarkup({ marked: withToggled(state().markup.marked, row) }, null);
}

/** Marks all packets that the list shows, or takes their marks away where all are marked. False without a capture. */
export function toggleMarksOfShown(): boolean {
  const { capture, markup } = state();
  if (!capture) return false;
  const rows = shownRows(state()) ?? Uint32Array.from({ length: capture.packets.length }, (_, row) => row);
  const marked = toggled(markup.marked, rows);
  changeMarkup({ marked }, marked.length > markup.marked.length ? "markedShown" : "marksCleared");
  return true;
}

/** Takes all marks away. */
export function clearMarks(): void {
  changeMarkup({ marked: NO_MARKED_ROWS.marked }, "marksCleared");
}

/** Chooses the next or the previous of some rows among those that show, from the last on at the first. False without any. */
function step(of: Uint32Array, by: 1 | -1): boolean {
  const shown = shownRows(state());
  const rows = shown ? commonRows(of, shown) : of;
  if (rows.length === 0) return false;
  const now = packetAtCursor(state()) ?? -1;
  const place = by > 0 ? firstFrom(rows, now + 1) : firstFrom(rows, Math.max(0, now)) - 1;
  selectPacket(rows[(place + rows.length) % rows.length]!);
  return true;
}

/** Chooses the next or the previous marked packet that shows. */
export const stepMark = (by: 1 | -1): boolean => step(state().markup.marked, by);

/** Chooses the next or the previous time reference that shows. */
export const stepReference = (by: 1 | -1): boolean => step(state().markup.references, by);

/** Makes the packet a time reference, or no longer. False without a packet that has a time. */
export function toggleReference(row = packetAtCursor(state())): boolean {
  const { capture, markup } = state();
  if (!capture || row === null || cell(capture.packets, "marks", row) & HAS_NO_TIME) return false;
  changeMarkup({ references: withToggled(markup.references, row) }, null);
  return true;
}

/** Lets all times count from the capture's begin again. False where they do. */
export function clearReferences(): boolean {
  if (state().markup.references.length === 0) return false;
  changeMarkup({ references: NO_MARKED_ROWS.references }, "referencesCleared");
  return true;
}

/** The marked rows with others, or without them where all of them are marked. */
function toggled(marked: Uint32Array, rows: Uint32Array): Uint32Array {
  if (rows.every((row) => isAmong(marked, row))) return marked.filter((row) => !isAmong(rows, row));
  const added = rows.filter((row) => !isAmong(marked, row));
  const all = new Uint32Array(marked.length + added.length);
  all.set(marked);
  all.set(added, marked.length);
  return all.sort();
}

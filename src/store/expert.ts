/** What is worth knowing of the open capture's packets, and the way from one finding to the next. */
import { type ExpertEntry, expertEntries } from "../core/analysis/expert.ts";
import { BAD_TCP } from "../core/analysis/findings.ts";
import { cell } from "../core/table/packet-table.ts";
import { selectPacket } from "./actions.ts";
import { lastCall } from "./last-call.ts";
import { ladderRows } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const NONE: readonly ExpertEntry[] = [];

/** Of the whole capture, the gravest first. */
export const captureEntries: (state: State) => readonly ExpertEntry[] = lastCall(
  (state: State) => state.capture?.packets ?? null,
  () => null,
  (packets) => (packets ? expertEntries(packets) : NONE),
);

/** Of the connection that the ladder shows; of the whole capture where it shows all. */
export const connectionEntries: (state: State) => readonly ExpertEntry[] = lastCall(
  (state: State) => state.capture?.packets ?? null,
  (state: State) => state.selection.connection,
  (packets, connection) => (packets ? expertEntries(packets, connection) : NONE),
);

/** Opens and closes the sheet of findings. */
export function showExpert(isExpertOpen: boolean): void {
  useStore.setState({ isExpertOpen });
}

/**
 * Chooses the next packet of the ladder with trouble in it, or the previous one with `by` -1; at an end it goes on from
 * the other. False when there is none.
 */
export function stepFinding(by: 1 | -1): boolean {
  const state = useStore.getState();
  const rows = ladderRows(state);
  const { capture, selection } = state;
  if (!capture || rows.length === 0) return false;
  const at = selection.packet === null ? -1 : rows.indexOf(selection.packet);
  const from = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= rows.length; step++) {
    const row = rows[(from + by * step + 2 * rows.length) % rows.length]!;
    if ((cell(capture.packets, "findings", row) & BAD_TCP) === 0) continue;
    selectPacket(row);
    return true;
  }
  return false;
}

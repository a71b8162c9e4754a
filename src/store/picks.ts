/** Choosing packets one by one, beside those that are chosen; and the mark that moves between them by keys. */
import { nearestOf, withToggled } from "../core/ladder/picks.ts";
import { selectPacket } from "./actions.ts";
import { lastCall } from "./last-call.ts";
import { chosenRows } from "./range.ts";
import { selectedPacket } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

/** The row that the keys act on: where the mark was moved to, else the chosen packet. */
export const markedPacket = ({ selection }: State): number | null => selection.cursor ?? selection.packet;

/** What lists show of the selection. The same object until something of it changes. */
export const listedSelection = lastCall(
  lastCall(selectedPacket, markedPacket, (selected, marked) => ({ selected, marked })),
  chosenRows,
  (one, chosen) => ({ ...one, chosen }),
);

/** Adds a packet to the chosen ones, or takes it away from them; the last one stays. The packet shown is one of them. */
export function pickPacket(row: number): void {
  const state = useStore.getState();
  const { packet } = state.selection;
  if (packet === null) return selectPacket(row);
  const picked = withToggled(chosenRows(state) ?? Uint32Array.of(packet), row);
  if (picked.length === 0) return;
  selectPacket(nearestOf(picked, row));
  useStore.setState(({ selection }) => ({
    selection: { ...selection, picked: picked.length > 1 ? picked : null, cursor: row },
  }));
}

/** Moves the mark to a packet without choosing it. */
export function markPacket(row: number): void {
  useStore.setState(({ selection }) => ({ selection: { ...selection, cursor: row } }));
}

/** Goes back to the one packet that is shown. False when no others are chosen. */
export function chooseOne(): boolean {
  const state = useStore.getState();
  if (!chosenRows(state)) return false;
  selectPacket(state.selection.packet);
  return true;
}

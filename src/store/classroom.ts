/** The classroom: whether it is open, and the step from one shown packet to the next. The chosen packet is the step. */
import { firstFrom } from "../core/base/bisect.ts";
import { selectPacket } from "./actions.ts";
import { ladderRows } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Opens the classroom at the chosen packet, or at the first that the ladder shows; false where it shows none. */
export function showClassroom(isClassroomOpen: boolean): boolean {
  if (isClassroomOpen && ladderRows(state()).length === 0) return false;
  set({ isClassroomOpen });
  if (isClassroomOpen) toPlace(Math.max(0, classroomPlace(state())));
  return true;
}

/** Place of the current packet among the ladder's rows: of the chosen one, or of the next that shows; -1 for none. */
export function classroomPlace(now: State): number {
  const rows = ladderRows(now);
  const { packet } = now.selection;
  return packet === null ? -1 : Math.min(firstFrom(rows, packet), rows.length - 1);
}

/** Goes to a place among the ladder's rows, or to the nearest that there is. */
export function toPlace(place: number): void {
  const rows = ladderRows(state());
  const row = rows[Math.min(Math.max(place, 0), rows.length - 1)];
  if (row !== undefined && row !== state().selection.packet) selectPacket(row);
}

/** Goes on, or back by a negative number. */
export function stepPlace(by: number): void {
  toPlace(classroomPlace(state()) + by);
}

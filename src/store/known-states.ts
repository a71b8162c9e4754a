/** Works out the states of all connections of a capture bit by bit, for whoever shows them in rows. */
import { statesOf } from "../core/analysis/row-states.ts";
import type { Capture } from "./capture.ts";
import { inFreeTime } from "./free-time.ts";
import { useStore } from "./store.ts";

/** The table whose states are being worked out. */
let working: Capture["packets"] | null = null;

/** Whether the states are known; where they are not, they are worked out, and the store says when they are. */
export function areStatesKnown(capture: Capture): boolean {
  const { packets } = capture;
  if (useStore.getState().statesKnownOf === packets) return true;
  if (working === packets || capture.state === "reading") return false;
  working = packets;
  const states = statesOf(capture);
  inFreeTime(
    () => (states.step() ? states : null),
    // It may be asked while rows are drawn, when nothing else may change.
    () => setTimeout(() => useStore.setState({ statesKnownOf: packets })),
  );
  return false;
}

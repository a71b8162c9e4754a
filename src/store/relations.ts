/** From an acknowledgment to what it acknowledges, and back. */
import { selectPacket } from "./actions.ts";
import { relatedArrows } from "./findings.ts";
import { openCapture, selectedPacket } from "./selectors.ts";
import { useStore } from "./store.ts";

/** Chooses the last of the segments that the chosen packet newly acknowledges. False where it acknowledges none. */
export function toAcknowledged(): boolean {
  return choose(related()?.releases.at(-1) ?? -1);
}

/** Chooses the packet that acknowledges the chosen one. False while there is none. */
export function toAcknowledgment(): boolean {
  return choose(related()?.releasedBy ?? -1);
}

function related() {
  const state = useStore.getState();
  const capture = openCapture(state);
  const packet = selectedPacket(state);
  return capture && packet !== null ? relatedArrows(capture, packet) : null;
}

function choose(row: number): boolean {
  if (row < 0) return false;
  selectPacket(row);
  return true;
}

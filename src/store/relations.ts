/** From an acknowledgment to what it acknowledges, from an ICMP error to what it quotes, and back. */
import { selectPacket } from "./actions.ts";
import { relatedArrows } from "./findings.ts";
import { quotationsOf } from "./quotations.ts";
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

/** Chooses the packet that the chosen error quotes. False where it quotes none that was captured. */
export function toQuoted(): boolean {
  return choose(quotations()?.quoted ?? -1);
}

/** Chooses the first error that quotes the chosen packet. False while there is none. */
export function toError(): boolean {
  return choose(quotations()?.errors[0] ?? -1);
}

function quotations() {
  const state = useStore.getState();
  const capture = openCapture(state);
  const packet = selectedPacket(state);
  return capture && packet !== null ? quotationsOf(capture, packet) : null;
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

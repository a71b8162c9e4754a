/** "What if this packet were lost?": which packet is asked about. The model itself is what-if-model.ts's. */
import { cell } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { openCapture, selectedPacket } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

/** The connection of a packet, by its row; null for what is no TCP segment of one. */
export function connectionOf(capture: Capture | null, row: number | null): number | null {
  if (!capture || row === null) return null;
  const connection = cell(capture.packets, "connection", row);
  return connection >= 0 && connection < capture.connections.length ? connection : null;
}

/** The packet that is asked about, by its row; null while nothing is asked. */
export const askedPacket = (state: State) => state.whatIf;

/** Asks about a packet, the chosen one unless another is given. False where it is no TCP segment. */
export function askWhatIf(row: number | null = selectedPacket(useStore.getState())): boolean {
  if (connectionOf(openCapture(useStore.getState()), row) === null) return false;
  useStore.setState({ whatIf: row });
  return true;
}

/** Asks no more. */
export function closeWhatIf(): void {
  useStore.setState({ whatIf: null });
}

/** "What if this packet were lost?": which packet is asked about. The model itself is what-if-model.ts's. */
import { connectionOf } from "./connection-rows.ts";
import { openCapture, selectedPacket } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

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

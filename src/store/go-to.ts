/** Going to a packet by its number. */
import { selectPacket } from "./actions.ts";
import { useStore } from "./store.ts";

/** Asks for a packet's number, or no longer. False while no capture is open. */
export function showGoTo(isGoToOpen: boolean): boolean {
  if (!useStore.getState().capture) return false;
  useStore.setState({ isGoToOpen });
  return true;
}

/** Chooses a packet by its number, from 1. False where the capture has none of this number. */
export function goToPacket(number: number): boolean {
  const packets = useStore.getState().capture?.packets.length ?? 0;
  if (!Number.isInteger(number) || number < 1 || number > packets) return false;
  selectPacket(number - 1);
  return true;
}

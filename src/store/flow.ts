/** Whose packets the ladder shows when it shows no connection. */
import type { FlowType } from "../core/ladder/flow-packets.ts";
import { ONE_CHOSEN, useStore } from "./store.ts";

/** Shows the packets of a flow between all their hosts; the chosen packet stays. */
export function showFlow(flow: FlowType): void {
  useStore.setState(({ selection }) => ({ selection: { ...selection, ...ONE_CHOSEN, connection: null, flow } }));
}

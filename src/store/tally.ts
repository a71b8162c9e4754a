/** Conversations and endpoints of the open capture: counted when they are asked for, once for each capture. */
import { AddressTable } from "../core/table/address-table.ts";
import { NamedAddresses } from "../core/table/named-addresses.ts";
import * as worker from "../worker/client.ts";
import { selectConnection } from "./actions.ts";
import { working } from "./idle.ts";
import { lastCall } from "./last-call.ts";
import { areNamesShown, captureNames } from "./selectors.ts";
import { type State, useStore } from "./store.ts";
import type { TallyCount } from "./tally-slice.ts";

const { getState: state, setState: set } = useStore;

/** How far the open capture is counted; null when it is not. */
export const captureTally = ({ tally, capture }: State): TallyCount | null =>
  tally && tally.files === capture?.files ? tally : null;

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The counted addresses as panels write them; null before. */
export const tallyAddresses: (state: State) => NamedAddresses | null = lastCall(
  (state: State) => (state.tally?.phase === "counted" ? state.tally.addresses : null),
  (state: State) => (areNamesShown(state) ? captureNames(state) : NO_NAMES),
  (addresses, names) => addresses && new NamedAddresses(addresses, names),
);

/** Opens and closes the view of conversations and endpoints. */
export function showTally(isTallyOpen: boolean): void {
  set({ isTallyOpen });
}

/** Counts the open capture, unless it is still being read. Resolves when that has ended, however it did. */
export async function countConversations(): Promise<void> {
  const { capture } = state();
  if (!capture || capture.state === "reading") return;
  const { files, contents, packets } = capture;
  if (captureTally(state())?.phase === "counting") return;
  const change = (to: TallyCount) => {
    if (state().tally?.files === files) set({ tally: to });
  };
  set({ tally: { phase: "counting", files, packets: 0 } });
  try {
    const counted = await working(
      worker.count(contents, packets.length, (done) => change({ phase: "counting", files, packets: done })),
    );
    if (!counted) return change({ phase: "stopped", files });
    const { conversations, addresses } = counted;
    change({ phase: "counted", files, conversations, addresses: new AddressTable().with(addresses) });
  } catch (fault) {
    change({ phase: "failed", files, message: fault instanceof Error ? fault.message : String(fault) });
  }
}

/** Gives up counting. */
export function stopCounting(): void {
  worker.cancelCounting();
}

/** Leaves the tables for a connection's ladder. */
export function goToLadder(connection: number): void {
  showTally(false);
  selectConnection(connection);
}

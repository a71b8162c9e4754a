/** The store's state as the ladder's layout wants it. */
import { useMemo } from "react";
import type { LadderContent } from "../../core/ladder/content.ts";
import { type HostOrder, hostOrder, NO_HOSTS } from "../../core/ladder/hosts.ts";
import type { LaneStates } from "../../core/ladder/lane-states.ts";
import type { Capture, OpenFile } from "../../store/capture.ts";
import { ladderRows, selectedConnection, shownAddresses, shownNumbers, timeDecimals } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";

/** Hosts met so far in each capture, whose later versions share its files. */
const met = new WeakMap<readonly OpenFile[], HostOrder>();

/** What the ladder shows of the capture; the same object until that changes. */
export function useLadderContent(capture: Capture): LadderContent {
  const { files, packets, connections, addresses: plain, startSeconds, startNanoseconds } = capture;
  const rows = useStore(ladderRows);
  const numbers = useStore(shownNumbers);
  const timeStyle = useStore((state) => state.ladder.timeStyle);
  const decimals = useStore(timeDecimals);
  const addresses = useStore(shownAddresses) ?? plain;
  const isAll = useStore((state) => selectedConnection(state) === null);
  const lanes = useLanes(capture);
  return useMemo(() => {
    const hosts = isAll ? hostOrder(packets, addresses.length, met.get(files) ?? NO_HOSTS) : null;
    if (hosts) met.set(files, hosts);
    const start = BigInt(startSeconds) * 1_000_000_000n + BigInt(startNanoseconds);
    return { packets, connections, addresses, rows, hosts, lanes, numbers, timeStyle, start, decimals };
  }, [
    files,
    packets,
    connections,
    addresses,
    rows,
    lanes,
    numbers,
    timeStyle,
    startSeconds,
    startNanoseconds,
    decimals,
    isAll,
  ]);
}

/** The states of the ends of the connection that shows; null until they are known, and where none are wanted. */
function useLanes(capture: Capture): LaneStates | null {
  const connection = useStore(selectedConnection);
  const areWanted = useStore((state) => state.ladder.states);
  const facts = useConnectionFacts(capture, connection);
  return useMemo(
    () => (facts && areWanted && facts.connection === connection ? { rows: facts.rows, ...facts.history } : null),
    [facts, areWanted, connection],
  );
}

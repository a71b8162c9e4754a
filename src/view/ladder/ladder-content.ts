/** The store's state as the ladder's layout wants it. */
import { useMemo } from "react";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { FlowType } from "../../core/ladder/flow-packets.ts";
import { type HostOrder, hostOrder, NO_HOSTS } from "../../core/ladder/hosts.ts";
import type { LaneStates } from "../../core/ladder/lane-states.ts";
import { NO_WORDS } from "../../core/ladder/packet-words.ts";
import type { PacketTable } from "../../core/table/packet-table.ts";
import type { Capture, OpenFile } from "../../store/capture.ts";
import {
  ladderRows,
  selectedConnection,
  shownAddresses,
  shownFlow,
  shownNumbers,
  timeDecimals,
} from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";

/** Hosts met so far in each flow of a capture, whose later versions share its files. */
const met = new WeakMap<readonly OpenFile[], Map<FlowType, HostOrder>>();

/** What the ladder shows of the capture; the same object until that changes. */
export function useLadderContent(capture: Capture): LadderContent {
  const { files, packets, connections, addresses: plain, startSeconds, startNanoseconds } = capture;
  const rows = useStore(ladderRows);
  const numbers = useStore(shownNumbers);
  const timeStyle = useStore((state) => state.ladder.timeStyle);
  const decimals = useStore(timeDecimals);
  const addresses = useStore(shownAddresses) ?? plain;
  const flow = useStore(shownFlow);
  const lanes = useLanes(capture);
  return useMemo(() => {
    const hosts = flow && hostsOf(files, packets, addresses.length, flow);
    const start = BigInt(startSeconds) * 1_000_000_000n + BigInt(startNanoseconds);
    return {
      packets,
      connections,
      addresses,
      rows,
      hosts,
      lanes,
      words: NO_WORDS,
      numbers,
      timeStyle,
      start,
      decimals,
    };
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
    flow,
  ]);
}

function hostsOf(files: readonly OpenFile[], packets: PacketTable, addresses: number, flow: FlowType): HostOrder {
  const known = met.get(files) ?? new Map<FlowType, HostOrder>();
  const hosts = hostOrder(packets, addresses, flow, known.get(flow) ?? NO_HOSTS);
  met.set(files, known.set(flow, hosts));
  return hosts;
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

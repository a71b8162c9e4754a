/** The store's state as the ladder's layout wants it. */
import { useCallback, useMemo } from "react";
import type { FindingTitle } from "../../core/ladder/arrow-finding.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { NamedHosts } from "../../core/ladder/hosts/lifeline-names.ts";
import type { LaneStates } from "../../core/ladder/lane-states.ts";
import { NO_WORDS } from "../../core/ladder/packet-words.ts";
import type { Quotations } from "../../core/ladder/quotations.ts";
import { arrangedHosts } from "../../store/arranged-hosts.ts";
import type { Capture } from "../../store/capture.ts";
import {
  ladderRows,
  lifelineAddresses,
  selectedConnection,
  shownAddresses,
  shownNumbers,
  timeDecimals,
} from "../../store/selectors.ts";
import { type State, useStore } from "../../store/store.ts";
import { findingTitle as titleOf } from "../parts/core-words.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";
import { useTranslation } from "../translation.ts";
import { useBeside } from "./use-beside.ts";
import { quotedWords } from "./words.ts";

/** What the ladder shows of the capture; the same object until that changes. With all rows unless told otherwise. */
export function useLadderContent(capture: Capture, rowsOf: (state: State) => Uint32Array = ladderRows): LadderContent {
  const { packets, connections, addresses: plain, startSeconds, startNanoseconds } = capture;
  const rows = useStore(rowsOf);
  const numbers = useStore(shownNumbers);
  const timeStyle = useStore((state) => state.ladder.timeStyle);
  const references = useStore((state) => state.markup.references);
  const decimals = useStore(timeDecimals);
  const addresses = useStore(shownAddresses) ?? plain;
  const hosts = useHosts();
  const lanes = useLanes(capture);
  const beside = useBeside(capture, rows);
  const quotations = useQuotations(capture);
  const findingTitle = useFindingTitle();
  return useMemo(() => {
    const start = BigInt(startSeconds) * 1_000_000_000n + BigInt(startNanoseconds);
    return {
      packets,
      connections,
      addresses,
      rows,
      hosts,
      lanes,
      beside,
      words: NO_WORDS,
      quotations,
      findingTitle,
      numbers,
      timeStyle,
      references,
      start,
      decimals,
    };
  }, [
    packets,
    connections,
    addresses,
    rows,
    lanes,
    beside,
    quotations,
    findingTitle,
    numbers,
    timeStyle,
    references,
    startSeconds,
    startNanoseconds,
    decimals,
    hosts,
  ]);
}

/** Which packets ICMP errors quote, in words. */
function useQuotations({ quotes }: Capture): Quotations {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      quotedBy: (row) => quotes.quotedBy(row),
      words: quotedWords(t),
    }),
    [quotes, t],
  );
}

/** What findings are called in the language of the page. */
function useFindingTitle(): FindingTitle {
  const { t } = useTranslation();
  return useCallback((finding) => titleOf(finding, t), [t]);
}

/** The lifelines of many hosts with their names; null for a connection. */
function useHosts(): NamedHosts | null {
  const arranged = useStore(arrangedHosts);
  const addresses = useStore(lifelineAddresses);
  return useMemo(() => arranged && addresses && { ...arranged.hosts, addresses }, [arranged, addresses]);
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

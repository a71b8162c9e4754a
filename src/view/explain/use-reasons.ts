/** The reasons of a packet, made again when it or what is known of its connection changes. */
import { useMemo } from "react";
import { explain } from "../../core/explain/explain.ts";
import type { Reason } from "../../core/explain/reason.ts";
import type { Layer } from "../../core/protocols/inspection.ts";
import type { Capture } from "../../store/capture.ts";
import { explainedPacket } from "../../store/explain.ts";
import { selectedConnection, shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";

/**
 * None for what is no TCP segment. `layers`: the packet taken apart; null tells nothing that needs its bytes. Without states where the ladder shows many hosts, of whose connections none is walked.
 */
export function useReasons(capture: Capture, row: number, layers: readonly Layer[] | null): readonly Reason[] {
  const isRaw = useStore(shownNumbers) === "raw";
  const facts = useConnectionFacts(capture, useStore(selectedConnection));
  return useMemo(() => {
    const explained = explainedPacket(capture, row, isRaw);
    if (!explained) return [];
    // The packet before stays until the next one is read, which may be of another connection.
    const isOwn = facts?.rows[explained.place] === row;
    const history = isOwn ? facts.history : null;
    return explain(explained, { layers, evidence: [], history });
  }, [capture, row, layers, isRaw, facts]);
}

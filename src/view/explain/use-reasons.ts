/** The reasons of a packet, made again when it or what is known of its connection changes. */
import { useMemo } from "react";
import { explain } from "../../core/explain/explain.ts";
import type { Reason } from "../../core/explain/reason.ts";
import type { Layer } from "../../core/protocols/inspection.ts";
import type { Capture } from "../../store/capture.ts";
import { connectionOf } from "../../store/connection-rows.ts";
import { explainedPacket } from "../../store/explain.ts";
import { selectedConnection, shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";

/** Segments that a connection has at most to be walked for one of its packets, where the ladder shows many connections. */
const FEW = 5000;

/**
 * None for what is no TCP segment. `layers`: the packet taken apart; null tells nothing that needs its bytes. Without the
 * states of a long connection where the ladder shows many: each next packet may be one of another.
 */
export function useReasons(capture: Capture, row: number, layers: readonly Layer[] | null): readonly Reason[] {
  const isRaw = useStore(shownNumbers) === "raw";
  const selected = useStore(selectedConnection);
  const facts = useConnectionFacts(capture, selected ?? shortConnectionOf(capture, row));
  return useMemo(() => {
    const explained = explainedPacket(capture, row, isRaw);
    if (!explained) return [];
    // The packet before stays until the next one is read, which may be of another connection.
    const isOwn = facts?.rows[explained.place] === row;
    const history = isOwn ? facts.history : null;
    return explain(explained, { layers, evidence: [], history });
  }, [capture, row, layers, isRaw, facts]);
}

function shortConnectionOf(capture: Capture, row: number): number | null {
  const connection = connectionOf(capture, row);
  if (connection === null) return null;
  const { packetsOut, packetsIn } = capture.connections.columns;
  return packetsOut[connection]! + packetsIn[connection]! <= FEW ? connection : null;
}

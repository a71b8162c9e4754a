/** Ladders of segment-lines-for-tests.ts, judged and ready to be explained: for tests. Row i is line i + 1. */
import { ConnectionTracker } from "../analysis/connections.ts";
import { learnRoundTrip } from "../analysis/handshake.ts";
import { SegmentAnalysis } from "../analysis/segment-analysis.ts";
import { readSegments } from "../analysis/segment-lines-for-tests.ts";
import type { ConnectionTable } from "../table/connection-table.ts";
import { NO_PACKETS, newChunk, type PacketTable, withChunk } from "../table/packet-table.ts";
import { Explainer } from "./explainer.ts";
import type { ExplainedField, Reason } from "./reason.ts";
import { equationOf, slotText } from "./sentence.ts";

/** The tables of a ladder, as the decoder fills them. */
export function tablesOfLadder(ladder: string): { packets: PacketTable; connections: ConnectionTable } {
  const connections = new ConnectionTracker();
  const analysis = new SegmentAnalysis();
  const chunk = newChunk();
  for (const { segment: given } of readSegments(ladder)) {
    const segment = { ...given };
    const at = chunk.length++;
    const connection = connections.add(segment);
    analysis.add(segment, connection, connections.direction, connections.columns, connections.place);
    learnRoundTrip(connections.columns, connections.place, segment);
    chunk.connection[at] = connection;
    chunk.direction[at] = connections.direction;
    chunk.time[at] = segment.time;
    chunk.seq[at] = segment.seq;
    chunk.ack[at] = segment.ack;
    chunk.flags[at] = segment.flags;
    chunk.window[at] = segment.window;
    chunk.payloadLength[at] = segment.length;
    chunk.wireLength[at] = segment.wireLength;
    chunk.findings[at] = analysis.findings;
    chunk.related[at] = analysis.related;
    chunk.acknowledged[at] = analysis.acknowledged;
    chunk.amount[at] = analysis.amount;
  }
  return { packets: withChunk(NO_PACKETS, 0, chunk), connections: connections.snapshot() };
}

/** The reasons of each line. */
export function reasonsOfLadder(ladder: string): readonly (readonly Reason[])[] {
  const { packets, connections } = tablesOfLadder(ladder);
  const explainer = new Explainer(packets, connections);
  return Array.from({ length: packets.length }, (_, row) => explainer.reasons(row, null));
}

/** Reasons of one field: "seqAfterData 726 = 1@4 + 725@4", each operand with its packet. */
export function written(reasons: readonly Reason[], field: ExplainedField): readonly string[] {
  return reasons.filter((reason) => reason.field === field).map((reason) => `${reason.kind} ${sideOf(reason)}`);
}

function sideOf(reason: Reason): string {
  const place = (packet: number) => (packet > 0 ? `@${packet}` : "");
  const terms = reason.operands.map(({ value, packet }) => `${value}${place(packet)}`);
  const sign = equationOf(reason) || reason.operands.length === 1 ? "=" : ":";
  return [slotText(reason, reason.value), ...(terms.length > 0 ? [sign, terms.join(" + ")] : [])].join(" ");
}

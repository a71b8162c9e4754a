/**
 * What is to say of one connection: who, how it opened and ended, what was agreed, what was measured. Facts and the rows
 * of the packets that show them; the words are the view's. Computed when somebody asks.
 */
import type { ConnectionTable } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { completenessWords } from "./completeness.ts";
import type { ConnectionSegments } from "./connection-segments.ts";
import { type Ending, endingOf } from "./ending.ts";
import { type CapturePoint, capturePointOf, type Opening, openingOf } from "./opening.ts";
import { durationOf, type SideSummary, sideSummary } from "./side-summary.ts";
import { type Agreement, agreementOf, type SynOptions } from "./syn-options.ts";

export interface ConnectionSummary {
  /** A SYN told who is client; else the ports had to. */
  readonly rolesSeen: boolean;
  readonly client: SideSummary;
  readonly server: SideSummary;
  /** What each offered; null when its SYN was not captured. */
  readonly offers: { readonly client: SynOptions | null; readonly server: SynOptions | null };
  readonly agreement: Agreement | null;
  readonly opening: Opening;
  readonly capturePoint: CapturePoint;
  readonly ending: Ending;
  /** In Wireshark's words. */
  readonly completeness: string;
  /** From its first packet to its last, in ns. */
  readonly duration: number;
}

/** Which packets hold the SYNs whose options the summary wants: rows of the packet table, -1 for none. */
export function synRows(segments: ConnectionSegments): { readonly client: number; readonly server: number } {
  const { syn, synAck } = openingOf(segments);
  return { client: syn, server: synAck };
}

/** The summary of a connection, by its row and its segments; `offers` are the options in its SYNs. */
export function connectionSummary(
  connections: ConnectionTable,
  connection: number,
  segments: ConnectionSegments,
  offers: ConnectionSummary["offers"],
): ConnectionSummary {
  const { columns } = connections;
  const opening = openingOf(segments);
  return {
    rolesSeen: columns.rolesSeen[connection] === 1,
    client: sideSummary(segments, CLIENT_TO_SERVER, columns.windowShiftOut[connection]!),
    server: sideSummary(segments, SERVER_TO_CLIENT, columns.windowShiftIn[connection]!),
    offers,
    agreement: agreementOf(offers.client, offers.server),
    opening,
    capturePoint: capturePointOf(opening.times),
    ending: endingOf(connections, connection, segments),
    completeness: completenessWords(columns.completeness[connection]!),
    duration: durationOf(segments),
  };
}

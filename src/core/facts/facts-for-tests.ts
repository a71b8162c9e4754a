/** Facts of ladders, for tests: lines of segment-lines-for-tests.ts, with the options that their SYNs would have. */
import { acknowledgements } from "../analysis/acknowledgements.ts";
import { segmentsOf } from "../analysis/connection-segments.ts";
import { connectionSummary } from "../analysis/connection-summary.ts";
import type { SynOptions } from "../analysis/syn-options.ts";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { connectionNumbers } from "../explain/connection-numbers.ts";
import { type ConversationFacts, conversationFacts } from "./conversation-facts.ts";
import type { Sockets } from "./fact-lines.ts";

/** What a SYN of these ladders offers. */
export const OFFER: SynOptions = { mss: 1460, windowShift: 1, sackPermitted: true, timestamps: false, fastOpen: false };

export const SOCKETS: Sockets = {
  client: { address: "192.168.1.102", port: 1161 },
  server: { address: "128.119.245.12", port: 80 },
};

/** The facts of a ladder's connection; an offer is null where its SYN was not captured. */
export function factsOf(
  ladder: string,
  server: SynOptions | null = { ...OFFER, sackPermitted: false },
  client: SynOptions | null = OFFER,
): ConversationFacts {
  const { packets, connections } = tablesOf(ladder);
  const rows = Uint32Array.from({ length: packets.length }, (_, row) => row);
  const segments = segmentsOf(packets, rows);
  const summary = connectionSummary(connections, 0, segments, { client, server });
  const numbers = connectionNumbers(packets, connections, 0, segments);
  return conversationFacts(
    numbers,
    summary,
    acknowledgements(segments, () => []),
  );
}

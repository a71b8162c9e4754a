/** What was sent again: which packets, by which verdict, and which sent the same bytes first. */
import { FAST_RETRANSMISSION, RETRANSMISSION, SPURIOUS_RETRANSMISSION } from "../analysis/findings.ts";
import type { ConnectionNumbers } from "../explain/connection-numbers.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";

/** Places in the connection. */
export interface SentAgain {
  readonly place: number;
  readonly kind: "retransmission" | "fast" | "spurious";
  /** The packet that sent its first byte first; -1 where that was not captured. */
  readonly first: number;
}

const AGAIN = RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION;

/** The packets of both sides that the analysis takes for retransmissions, in the order of the capture. */
export function sentAgain({ segments, client, server }: ConnectionNumbers): readonly SentAgain[] {
  const found: SentAgain[] = [];
  for (let place = 0; place < segments.length; place++) {
    const bits = segments.findings[place]! & AGAIN;
    if (bits === 0) continue;
    const { sent } = segments.direction[place] === CLIENT_TO_SERVER ? client : server;
    const first = sent.placeAt(sent.holder(sent.countBefore(place), segments.seq[place]!));
    const kind = bits & FAST_RETRANSMISSION ? "fast" : bits & SPURIOUS_RETRANSMISSION ? "spurious" : "retransmission";
    found.push({ place, kind, first });
  }
  return found;
}

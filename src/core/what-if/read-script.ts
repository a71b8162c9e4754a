/**
 * Makes a model's script of a captured connection whose opening was seen: actions by read-actions.ts, habits and speeds
 * by measure.ts, options from the SYNs.
 */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import type { ConnectionSummary } from "../analysis/connection-summary.ts";
import type { SynOptions } from "../analysis/syn-options.ts";
import { RST, windowBytes } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type Basis, directionOf } from "./basis.ts";
import { ackHabit, bytePace, holdsAckOfFin } from "./measure.ts";
import type { Side } from "./model.ts";
import { readActions } from "./read-actions.ts";
import type { Script, SideScript } from "./script.ts";

/** Captured segments that a model is made of, at most. */
export const MOST_CAPTURED = 200;

/** Why there is no model of a connection. */
export type NoScript = "openingNotCaptured" | "simultaneousOpen" | "clockRanBack";

/** Bytes that timestamps take of a segment, padded (RFC 7323 §3.2). */
const TIMESTAMPS = 12;
/** RFC 9293 §3.7.1, where a SYN offers no MSS. */
const DEFAULT_MSS = 536;
/** Segments of one size that tell it for the greatest that fits. */
const FULL_ONES = 3;

/** The script, or why there is none. `shifts` are the connection's window scales (SHIFT_* of the connection table). */
export function readScript(
  segments: ConnectionSegments,
  summary: Pick<ConnectionSummary, "opening" | "client" | "server" | "offers" | "agreement">,
  shifts: Readonly<Record<Side, number>>,
): Script | NoScript {
  const { opening, client, server, offers, agreement } = summary;
  if (opening.isSimultaneous) return "simultaneousOpen";
  const { times } = opening;
  if (!times || !client.initialSeq || !server.initialSeq || !offers.client || !offers.server)
    return "openingNotCaptured";
  if (times.toServer < 0 || times.toClient < 0) return "clockRanBack";
  const timestamps = agreement?.timestamps ?? false;
  const count = Math.min(segments.length, MOST_CAPTURED);
  const mss = {
    client: segmentSize(segments, CLIENT_TO_SERVER, offers.server, timestamps),
    server: segmentSize(segments, SERVER_TO_CLIENT, offers.client, timestamps),
  };
  const basis: Basis = {
    segments,
    count,
    mss,
    initial: { client: client.initialSeq.raw, server: server.initialSeq.raw },
    way: { client: times.toClient / 2, server: times.toServer / 2 },
  };
  const oneWay = Math.round(times.total / 2);
  const side = (of: Side, offer: SynOptions): SideScript => ({
    actions: readActions(basis, of),
    mss: mss[of],
    offeredMss: offer.mss ?? DEFAULT_MSS,
    window: Math.max(largestWindow(basis, of, shifts[of]), mss[of === "client" ? "server" : "client"]),
    ...ackHabit(basis, of),
    holdsAckOfFin: holdsAckOfFin(basis, of),
    perByte: bytePace(basis, of, times.total),
  });
  return {
    client: side("client", offers.client),
    server: side("server", offers.server),
    oneWay,
    sack: agreement?.sack ?? false,
    timestamps,
    captured: count,
    isCut: count < segments.length,
  };
}

/** Most data in a segment: what the other side offers, or less where several segments of one size say so. */
function segmentSize(
  { length, payload, direction }: ConnectionSegments,
  sent: number,
  offer: SynOptions,
  timestamps: boolean,
): number {
  const most = Math.max(1, (offer.mss ?? DEFAULT_MSS) - (timestamps ? TIMESTAMPS : 0));
  let largest = 0;
  let times = 0;
  for (let i = 0; i < length; i++) {
    if (direction[i] !== sent || payload[i]! < largest) continue;
    times = payload[i] === largest ? times + 1 : 1;
    largest = payload[i]!;
  }
  return largest > 0 && largest < most && times >= FULL_ONES ? largest : most;
}

function largestWindow({ segments, count }: Basis, side: Side, shift: number): number {
  const { direction, flags, window } = segments;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    if (direction[i] !== directionOf(side) || flags[i]! & RST) continue;
    largest = Math.max(largest, windowBytes(window[i]!, flags[i]!, shift));
  }
  return largest;
}

/**
 * Makes a model's script of a captured connection whose opening was seen: actions by read-actions.ts, habits and speeds
 * by measure.ts, options from the SYNs.
 */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import type { ConnectionSummary } from "../analysis/connection-summary.ts";
import type { SynOptions } from "../analysis/syn-options.ts";
import { placeOf } from "../base/bisect.ts";
import { RST, windowBytes } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type Basis, directionOf } from "./basis.ts";
import { ackHabit, bytePace, holdsAckOfFin } from "./measure.ts";
import { peerOf, type Side } from "./model.ts";
import { readActions } from "./read-actions.ts";
import type { Action, Script, SideScript } from "./script.ts";

/** Captured segments that a model is made of, at most. */
const MOST_CAPTURED = 200;

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
  { opening, offers, agreement }: Pick<ConnectionSummary, "opening" | "offers" | "agreement">,
  shifts: Readonly<Record<Side, number>>,
): Script | NoScript {
  if (opening.isSimultaneous) return "simultaneousOpen";
  const { times } = opening;
  if (!times || !offers.client || !offers.server) return "openingNotCaptured";
  if (times.toServer < 0 || times.toClient < 0) return "clockRanBack";
  const hasTimestamps = agreement?.timestamps ?? false;
  const first = placeOf(segments.rows, opening.syn);
  const end = Math.min(segments.length, first + MOST_CAPTURED);
  const answer = placeOf(segments.rows, opening.synAck);
  const basis: Basis = {
    segments,
    first,
    end,
    initial: { client: segments.seq[first]!, server: segments.seq[answer]! },
    way: { client: times.toClient / 2, server: times.toServer / 2 },
    mss: {
      client: segmentSize(segments, CLIENT_TO_SERVER, offers.server, hasTimestamps),
      server: segmentSize(segments, SERVER_TO_CLIENT, offers.client, hasTimestamps),
    },
  };
  const actions = { client: readActions(basis, "client"), server: readActions(basis, "server") };
  const side = (of: Side) => sideOf(basis, of, attainable(actions[of], actions[peerOf(of)]), shifts[of]);
  return {
    client: side("client"),
    server: side("server"),
    oneWay: Math.round(times.total / 2),
    sack: agreement?.sack ?? false,
    initial: basis.initial,
    captured: end - first,
    isCut: end < segments.length,
  };
}

function sideOf(basis: Basis, side: Side, actions: readonly Action[], shift: number): SideScript {
  const { way, mss } = basis;
  return {
    actions,
    mss: mss[side],
    // Room for a segment at least: closed windows are no part of the model.
    window: Math.max(largestWindow(basis, side, shift), mss[peerOf(side)]),
    ...ackHabit(basis, side),
    holdsAckOfFin: holdsAckOfFin(basis, side),
    perByte: bytePace(basis, side, 2 * (way.client + way.server)),
  };
}

/** The actions, none of which waits for more than the other side sends: captures may lack packets, or be wrong. */
function attainable(actions: readonly Action[], others: readonly Action[]): readonly Action[] {
  const most = others.reduce((sum, { does, bytes }) => sum + (does === "close" ? 1 : bytes), 0);
  return actions.map((action) => (action.needs <= most ? action : { ...action, needs: most }));
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

function largestWindow({ segments, first, end }: Basis, side: Side, shift: number): number {
  const { direction, flags, window } = segments;
  let largest = 0;
  for (let i = first; i < end; i++) {
    if (direction[i] !== directionOf(side) || flags[i]! & RST) continue;
    largest = Math.max(largest, windowBytes(window[i]!, flags[i]!, shift));
  }
  return largest;
}

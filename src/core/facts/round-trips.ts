/**
 * The round-trip times that the ACKs of one side's data show, and what a sender estimates of them (RFC 6298 §2): for each
 * ACK that covers new data one sample, from the latest segment that it covers. A segment that was sent again gives none
 * (§3, Karn's algorithm). The first sample is the first data segment's, as course books have it: the SYN's is not counted.
 */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import type { ConnectionNumbers } from "../explain/connection-numbers.ts";
import type { SentOrder } from "../explain/sent-order.ts";
import { ACK } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, exactTime, type PacketTable } from "../table/packet-table.ts";

/** α and β of RFC 6298 §2.3, and K. */
export const ALPHA = 1 / 8;
export const BETA = 1 / 4;
const K = 4;
/** RTO is never below one second (§2.4); in ns. */
const LEAST_RTO = 1e9;

/** One sample, and the estimates after it; times in ns, places in the connection. */
export interface RoundTrip {
  /** The segment that the time is taken from, and the ACK of it. */
  readonly sent: number;
  readonly ack: number;
  readonly sample: number;
  /** EstimatedRTT (SRTT) before; NaN before the first. */
  readonly before: number;
  /** (1 - α) × before + α × sample; the sample itself at first. */
  readonly estimated: number;
  /** RTTVAR, and SRTT + 4 × RTTVAR, at least a second. */
  readonly variation: number;
  readonly timeout: number;
}

/** The samples of what the side `direction` sent, in the order of their ACKs. */
export function roundTrips(
  { packets, segments, client, server }: ConnectionNumbers,
  direction: number,
): readonly RoundTrip[] {
  const { length, flags, payload, rows, ack } = segments;
  const { sent: order } = direction === CLIENT_TO_SERVER ? client : server;
  const trips: RoundTrip[] = [];
  const again = new Set<number>();
  /** Of the segments in order, how many are acknowledged. */
  let done = 0;
  for (let at = 0; at < length; at++) {
    const count = order.countBefore(at);
    if (segments.direction[at] === direction) noteAgain(segments, order, at, count, again);
    else if (flags[at]! & ACK && count > 0) {
      const last = order.lastUpTo(count, ack[at]!);
      if (last < done) continue;
      done = last + 1;
      const sent = order.placeAt(last);
      if (payload[sent]! === 0 || again.has(last)) continue;
      trips.push(estimate(trips.at(-1), { sent, ack: at, sample: between(packets, rows[sent]!, rows[at]!) }));
    }
  }
  return trips;
}

/** Exact, however late in the capture the two came. */
const between = (packets: PacketTable, from: number, to: number): number =>
  Number(exactTime(packets, to) - exactTime(packets, from));

/** Of the segments in order, those that the segment in a place sends again. */
function noteAgain(
  { seq, payload }: ConnectionSegments,
  order: SentOrder,
  at: number,
  count: number,
  again: Set<number>,
): void {
  if (payload[at] === 0) return;
  const first = order.holder(count, seq[at]!);
  if (first < 0) return;
  const last = order.holder(count, (seq[at]! + payload[at]! - 1) >>> 0);
  for (let index = first; index <= (last < 0 ? count - 1 : last); index++) again.add(index);
}

type Sample = Pick<RoundTrip, "sent" | "ack" | "sample">;

/** §2.2 for the first sample, §2.3 for the others. */
function estimate(previous: RoundTrip | undefined, measured: Sample): RoundTrip {
  const { sample } = measured;
  const before = previous?.estimated ?? Number.NaN;
  const variation = previous
    ? (1 - BETA) * previous.variation + BETA * Math.abs(previous.estimated - sample)
    : sample / 2;
  const estimated = previous ? (1 - ALPHA) * previous.estimated + ALPHA * sample : sample;
  return { ...measured, before, estimated, variation, timeout: Math.max(LEAST_RTO, estimated + K * variation) };
}

/**
 * The round-trip times that the ACKs of one side's data show, and what a sender estimates of them (RFC 6298 §2): for each
 * ACK that covers new data one sample, from the latest segment that it covers. A segment that was sent again gives none
 * (§3, Karn's algorithm). The first sample is the first data segment's, as course books have it: the SYN's is not counted.
 */
import type { ConnectionNumbers } from "../explain/connection-numbers.ts";
import { NONE } from "../explain/sent-order.ts";
import { CLIENT_TO_SERVER, exactTime } from "../table/packet-table.ts";
import { type CoverVisitor, walkCovers } from "./covers.ts";

/** α and β of RFC 6298 §2.3, and K. */
const ALPHA = 1 / 8;
const BETA = 1 / 4;
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

export interface RoundTrips {
  /** How many samples there are. */
  readonly count: number;
  /** The first of them, in the order of their ACKs. */
  readonly first: readonly RoundTrip[];
  /** The last one; null without any. */
  readonly last: RoundTrip | null;
}

/** The samples of what the side `direction` sent, of which `most` are kept. */
export function roundTrips(numbers: ConnectionNumbers, direction: number, most: number): RoundTrips {
  const samples = new Samples(numbers, direction, most);
  walkCovers(numbers, direction, samples);
  return samples;
}

class Samples implements CoverVisitor, RoundTrips {
  count = 0;
  readonly first: RoundTrip[] = [];
  last: RoundTrip | null = null;
  private readonly numbers: ConnectionNumbers;
  private readonly order;
  private readonly most: number;
  /** Segments of the order that were sent again. */
  private readonly repeated = new Set<number>();

  constructor(numbers: ConnectionNumbers, direction: number, most: number) {
    this.numbers = numbers;
    this.order = (direction === CLIENT_TO_SERVER ? numbers.client : numbers.server).sent;
    this.most = most;
  }

  covers(ack: number, _from: number, to: number): void {
    const { segments } = this.numbers;
    const sent = this.order.placeAt(to);
    if (segments.payload[sent] === 0 || this.repeated.has(to)) return;
    this.last = estimate(this.last, sent, ack, this.between(sent, ack));
    this.count++;
    if (this.first.length < this.most) this.first.push(this.last);
  }

  again(place: number, count: number): void {
    const { seq, payload } = this.numbers.segments;
    const first = this.order.holder(count, seq[place]!);
    if (first === NONE) return;
    const last = this.order.holder(count, (seq[place]! + payload[place]! - 1) >>> 0);
    for (let index = first; index <= (last === NONE ? count - 1 : last); index++) this.repeated.add(index);
  }

  private between(from: number, to: number): number {
    const { packets, segments } = this.numbers;
    const { time, rows } = segments;
    if (Math.abs(time[to]!) < Number.MAX_SAFE_INTEGER) return time[to]! - time[from]!;
    return Number(exactTime(packets, rows[to]!) - exactTime(packets, rows[from]!));
  }
}

/** §2.2 for the first sample, §2.3 for the others. */
function estimate(previous: RoundTrip | null, sent: number, ack: number, sample: number): RoundTrip {
  const before = previous?.estimated ?? Number.NaN;
  const variation = previous
    ? (1 - BETA) * previous.variation + BETA * Math.abs(previous.estimated - sample)
    : sample / 2;
  const estimated = previous ? (1 - ALPHA) * previous.estimated + ALPHA * sample : sample;
  const timeout = Math.max(LEAST_RTO, estimated + K * variation);
  return { sent, ack, sample, before, estimated, variation, timeout };
}

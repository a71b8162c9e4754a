/** What the captured times tell of a side: how it acknowledges, and how long its link takes for a byte. */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { type Basis, directionOf } from "./basis.ts";
import type { Side } from "./model.ts";
import type { SideScript } from "./script.ts";

/** An ACK that comes sooner after its segment was not held back, ns: a queue on the way may have taken that long. */
const AT_ONCE = 30e6;
/** How long an ACK is held back where the capture does not show it, and at most (RFC 1122 §4.2.3.2), ns. */
const DELAY = 200e6;
const MOST_DELAY = 500e6;
/** Data of a segment whose gap to the one before tells the link's speed, bytes. */
const LARGE = 1000;
/** Gaps that tell it. */
const LEAST_GAPS = 3;

/**
 * Whether `side` acknowledges each segment or every second one, and how long it holds an ACK back: by how many segments its
 * ACKs cover, and how long those took that cover one.
 */
export function ackHabit(basis: Basis, side: Side): Pick<SideScript, "ackEvery" | "ackDelay"> {
  const seen = { one: 0, more: 0, longest: 0 };
  for (const { covered, isBare, delay } of coveringAcks(basis, side)) {
    if (covered === 1 && isBare) seen.longest = Math.max(seen.longest, delay);
    if (covered === 1 && isBare && delay < AT_ONCE) seen.one++;
    else seen.more++;
  }
  const isEager = seen.one > 0 && seen.one >= seen.more;
  const ackDelay = seen.longest >= AT_ONCE ? Math.min(seen.longest, MOST_DELAY - 1) : DELAY;
  return { ackEvery: isEager ? 1 : 2, ackDelay: Math.round(ackDelay) };
}

/** An ACK that covers segments with data for the first time. */
interface CoveringAck {
  readonly covered: number;
  /** Without data, SYN or FIN. */
  readonly isBare: boolean;
  /** ns from the arrival of the first of them. */
  readonly delay: number;
}

function* coveringAcks({ segments, first, end, way }: Basis, side: Side): Generator<CoveringAck> {
  const { direction, flags, seq, payload, ack, time } = segments;
  let waiting: { readonly end: number; readonly at: number }[] = [];
  for (let i = first; i < end; i++) {
    if (flags[i]! & (SYN | RST)) continue;
    if (direction[i] !== directionOf(side)) {
      if (payload[i]! > 0) waiting.push({ end: seqAdd(seq[i]!, payload[i]!), at: time[i]! + way[side] });
      continue;
    }
    const covered = flags[i]! & ACK ? waiting.filter((one) => seqDelta(ack[i]!, one.end) >= 0) : [];
    const [earliest] = covered;
    if (!earliest) continue;
    waiting = waiting.filter((one) => !covered.includes(one));
    const isBare = payload[i] === 0 && !(flags[i]! & FIN);
    yield { covered: covered.length, isBare, delay: time[i]! - way[side] - earliest.at };
  }
}

/** Whether the first segment of `side` that acknowledges the other side's FIN is its own FIN. */
export function holdsAckOfFin({ segments, first, end }: Basis, side: Side): boolean {
  const { direction, flags, seq, payload, ack } = segments;
  const own = directionOf(side);
  let behind: number | null = null;
  for (let i = first; i < end; i++) {
    if (direction[i] !== own && flags[i]! & FIN) behind ??= seqAdd(seq[i]!, payload[i]! + 1);
    else if (direction[i] === own && behind !== null && flags[i]! & ACK && seqDelta(ack[i]!, behind) >= 0)
      return (flags[i]! & FIN) !== 0;
  }
  return false;
}

/** Time that a byte of what `side` sends takes, ns, by the gaps between its large segments and between the ACKs of them. */
export function bytePace({ segments, first, end }: Basis, side: Side, roundTrip: number): number {
  const { direction, payload, time, wireLength, flags, ack } = segments;
  const own = directionOf(side);
  const ofData: number[] = [];
  const ofAcks: number[] = [];
  let data = -1;
  let acked = -1;
  for (let i = first; i < end; i++) {
    if (direction[i] === own && payload[i]! >= LARGE) {
      if (data >= 0) note(ofData, time[i]! - time[data]!, wireLength[i]!, roundTrip);
      data = i;
    } else if (direction[i] !== own && payload[i] === 0 && (flags[i]! & (ACK | SYN)) === ACK) {
      const bytes = acked < 0 ? 0 : seqDelta(ack[i]!, ack[acked]!);
      if (bytes >= LARGE) note(ofAcks, time[i]! - time[acked]!, bytes, roundTrip);
      acked = i;
    }
  }
  return Math.max(middle(ofData), middle(ofAcks));
}

function note(paces: number[], gap: number, bytes: number, roundTrip: number): void {
  if (gap >= 0 && gap < roundTrip) paces.push(gap / bytes);
}

function middle(paces: readonly number[]): number {
  if (paces.length < LEAST_GAPS) return 0;
  return paces.toSorted((a, b) => a - b)[paces.length >> 1]!;
}

/**
 * Which segments of a connection reached the other side, and when, as far as the capture tells: it was taken at one
 * point, and what passed there may have been lost behind it, or may have crossed with what came the other way.
 *
 * An endpoint's every segment acknowledges all that it has received in order. So a SYN or FIN has arrived when the other
 * side acknowledges it before it is sent again, and has not yet arrived while the other side sends segments that do not.
 * Nothing proves that an ACK arrives; it is taken to, unless its receiver goes on repeating what it acknowledges. A RST
 * arrives behind the last segment that its receiver sends.
 */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import type { ConnectionSegments } from "./connection-segments.ts";

/** How a SYN or FIN fared; packets by their place in the connection. */
export interface Arrival {
  /** It reaches its receiver after this packet: itself, unless it crossed with others. */
  readonly after: number;
  /** The packet that acknowledges it. */
  readonly answer: number;
}

/** What a segment repeats when it is sent again: a SYN, a SYN, ACK or a FIN; 0 for all others. */
export const kindOf = (flags: number): number => (flags & RST ? 0 : flags & SYN ? flags & (SYN | ACK) : flags & FIN);

/** The number behind a SYN or FIN. */
export function endOf({ seq, flags, payload }: ConnectionSegments, i: number): number {
  return seqAdd(seq[i]!, flags[i]! & SYN ? 1 : payload[i]! + 1);
}

/** When the SYN or FIN in packet `i` arrives; null when no packet before `end` shows it. */
export function arrivalOf(segments: ConnectionSegments, i: number, end: number): Arrival | null {
  const { direction, flags, ack } = segments;
  const kind = kindOf(flags[i]!);
  const behind = endOf(segments, i);
  let after = i;
  for (let j = i + 1; j < end; j++) {
    if (direction[j] === direction[i]) {
      if (kindOf(flags[j]!) === kind) return null;
    } else if (flags[j]! & ACK && seqDelta(ack[j]!, behind) >= 0) return { after, answer: j };
    else after = j;
  }
  return null;
}

/** What an endpoint sends in an epoch; packets by their place in the connection, -1 for none. */
export interface Sent {
  /** Its last SYN or SYN, ACK before its first other segment. */
  lastSyn: number;
  /** That one was sent again, not for the first time. */
  isSynRepeated: boolean;
  lastFin: number;
  first: number;
  last: number;
}

/**
 * A connection from its SYN, or from the first packet captured, to the last packet before another SYN reopens it with
 * the same sequence number.
 */
export interface Epoch {
  readonly from: number;
  end: number;
  /** By direction. */
  readonly sent: readonly [Sent, Sent];
}

const nothingSent = (): Sent => ({ lastSyn: -1, isSynRepeated: false, lastFin: -1, first: -1, last: -1 });
const newEpoch = (from: number): Epoch => ({ from, end: from, sent: [nothingSent(), nothingSent()] });

/** The epochs of a connection, nearly always one. */
export function epochsOf(segments: ConnectionSegments): readonly Epoch[] {
  const { length, flags, direction } = segments;
  let epoch = newEpoch(0);
  const epochs = [epoch];
  let isEnding = false;
  for (let i = 0; i < length; i++) {
    const kind = kindOf(flags[i]!);
    if (isEnding && kind === SYN) {
      epoch = newEpoch(i);
      epochs.push(epoch);
      isEnding = false;
    }
    if (flags[i]! & (FIN | RST)) isEnding = true;
    epoch.end = i + 1;
    note(epoch.sent[direction[i] === 0 ? 0 : 1], i, flags);
  }
  return epochs;
}

function note(sent: Sent, i: number, flags: Uint16Array): void {
  const isSyn = (flags[i]! & (SYN | RST)) === SYN;
  const hasOnlySyns = sent.lastSyn === sent.last;
  if (isSyn && hasOnlySyns) {
    sent.isSynRepeated = sent.lastSyn >= 0 && kindOf(flags[sent.lastSyn]!) === kindOf(flags[i]!);
    sent.lastSyn = i;
  }
  if (kindOf(flags[i]!) === FIN) sent.lastFin = i;
  if (sent.first < 0) sent.first = i;
  sent.last = i;
}

/** How much the ACKs of one side cover: bytes, and how many segments at once (RFC 9293 §3.8.6.3, delayed ACKs). */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import { seqDelta } from "../base/seq32.ts";
import type { SentOrder } from "../explain/sent-order.ts";
import { ACK } from "../protocols/tcp.ts";

export interface AckHabits {
  /** ACKs that cover new data. */
  readonly count: number;
  /** Bytes that the middle one of them covers, by size; 0 without any. */
  readonly median: number;
  /** Of how many each covers one segment, two, more; and the first of those: places in the connection, -1 for none. */
  readonly one: Seen;
  readonly two: Seen;
  readonly more: Seen;
}

interface Seen {
  count: number;
  first: number;
}

/** The ACKs of what the side `direction` sent, `order` being its segments. */
export function ackHabits(segments: ConnectionSegments, direction: number, order: SentOrder): AckHabits {
  const { length, flags, ack, payload } = segments;
  const sizes: number[] = [];
  const seen = { one: { count: 0, first: -1 }, two: { count: 0, first: -1 }, more: { count: 0, first: -1 } };
  let done = 0;
  let before: number | null = null;
  for (let at = 0; at < length; at++) {
    if (segments.direction[at] === direction || !(flags[at]! & ACK)) continue;
    const count = order.countBefore(at);
    if (count === 0) continue;
    const last = order.lastUpTo(count, ack[at]!);
    if (last < done) continue;
    const covered = last + 1 - done;
    done = last + 1;
    const from = before;
    before = ack[at]!;
    if (payload[order.placeAt(last)] === 0 || from === null) continue; // a SYN or a FIN alone
    sizes.push(seqDelta(ack[at]!, from));
    const of = covered === 1 ? seen.one : covered === 2 ? seen.two : seen.more;
    of.count++;
    if (of.first < 0) of.first = at;
  }
  sizes.sort((a, b) => a - b);
  return { count: sizes.length, median: sizes[sizes.length >> 1] ?? 0, ...seen };
}

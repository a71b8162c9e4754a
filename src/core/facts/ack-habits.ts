/** How much the ACKs of one side cover: bytes, and how many segments at once (RFC 9293 §3.8.6.3, delayed ACKs). */
import { seqDelta } from "../base/seq32.ts";
import type { ConnectionNumbers } from "../explain/connection-numbers.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import { walkCovers } from "./covers.ts";

export interface AckHabits {
  /** ACKs that cover new data. */
  readonly count: number;
  /** The fewest bytes that one of them covers, and the most; 0 without any. */
  readonly least: number;
  readonly most: number;
  /** The size that they have most often, and how many have it; null where no size is frequent. */
  readonly usual: { readonly bytes: number; readonly count: number } | null;
  /** Of how many each covers one segment, two, more; and the first of those: places in the connection, -1 for none. */
  readonly one: Seen;
  readonly two: Seen;
  readonly more: Seen;
}

interface Seen {
  count: number;
  first: number;
}

/** The part of all ACKs that a size has to have to be called usual. */
const FREQUENT = 1 / 3;

/** The ACKs of what the side `direction` sent. */
export function ackHabits(numbers: ConnectionNumbers, direction: number): AckHabits {
  const { segments, client, server } = numbers;
  const { ack, payload } = segments;
  const { sent } = direction === CLIENT_TO_SERVER ? client : server;
  const sizes: number[] = [];
  const seen = { one: { count: 0, first: -1 }, two: { count: 0, first: -1 }, more: { count: 0, first: -1 } };
  let before: number | null = null;
  walkCovers(numbers, direction, {
    covers(at, from, to) {
      const since = before;
      before = ack[at]!;
      if (payload[sent.placeAt(to)] === 0 || since === null) return; // a SYN or a FIN alone
      sizes.push(seqDelta(ack[at]!, since));
      const of = to === from ? seen.one : to === from + 1 ? seen.two : seen.more;
      of.count++;
      if (of.first < 0) of.first = at;
    },
    again() {},
  });
  const sorted = Float64Array.from(sizes).sort();
  return { count: sizes.length, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, usual: usualOf(sizes), ...seen };
}

/** Two sizes that are as frequent as each other are neither of them usual. */
function usualOf(sizes: readonly number[]): AckHabits["usual"] {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  if (!first || first[1] === second?.[1] || first[1] < sizes.length * FREQUENT) return null;
  return { bytes: first[0], count: first[1] };
}

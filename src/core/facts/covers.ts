/**
 * One walk over a connection along what one side sent: each ACK of the other side that covers more than the ones before,
 * with the segments that it is the first to cover. Segments are those that went beyond all before, by their place in the
 * side's order.
 */
import type { ConnectionNumbers } from "../explain/connection-numbers.ts";
import { ACK } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";

/** What is met on the way; places are those in the connection. */
export interface CoverVisitor {
  /** An ACK is the first to cover the segments `from` .. `to` of the order. */
  covers(ack: number, from: number, to: number): void;
  /** A segment with data brings nothing beyond what `count` segments of the order brought before. */
  again(place: number, count: number): void;
}

/** Numbers of two SYNs are so far apart in the order that nothing between them is a segment's. */
const FAR = 2 ** 33;

/** Walks along what the side `direction` sent. */
export function walkCovers({ segments, client, server }: ConnectionNumbers, direction: number, visitor: CoverVisitor) {
  const { sent } = direction === CLIENT_TO_SERVER ? client : server;
  const { length, flags, payload, ack } = segments;
  let count = 0;
  let done = 0;
  for (let at = 0; at < length; at++) {
    if (segments.direction[at] === direction) {
      if (sent.placeAt(count) === at) count++;
      else if (payload[at]! > 0) visitor.again(at, count);
    } else if (done < count && flags[at]! & ACK) {
      let to = done;
      while (to < count && sent.distance(to, ack[at]!, count) >= 0) to++;
      if (to === done || sent.distance(to - 1, ack[at]!, count) > FAR) continue;
      visitor.covers(at, done, to - 1);
      done = to;
    }
  }
}

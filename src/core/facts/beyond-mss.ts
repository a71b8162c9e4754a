/**
 * Segments with more data than the other side asks for by its MSS (RFC 9293 §3.7.1). Hosts do not send such: the network
 * card divides them behind the point of capture, or has joined them before it.
 */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import type { ConnectionSummary } from "../analysis/connection-summary.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";

export interface BeyondMss {
  readonly count: number;
  /** Of the largest, the first of several: its bytes of data, and its place in the connection, -1 for none. */
  readonly bytes: number;
  readonly place: number;
}

/** Those of both sides; none of a side whose peer's MSS is not known. */
export function beyondMss(
  { length, direction, payload }: ConnectionSegments,
  offers: ConnectionSummary["offers"],
): BeyondMss {
  const ofClient = offers.server?.mss ?? Number.POSITIVE_INFINITY;
  const ofServer = offers.client?.mss ?? Number.POSITIVE_INFINITY;
  const beyond = { count: 0, bytes: 0, place: -1 };
  for (let place = 0; place < length; place++) {
    const bytes = payload[place]!;
    if (bytes <= (direction[place] === CLIENT_TO_SERVER ? ofClient : ofServer)) continue;
    beyond.count++;
    if (bytes <= beyond.bytes) continue;
    beyond.bytes = bytes;
    beyond.place = place;
  }
  return beyond;
}

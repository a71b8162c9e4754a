/** How long a segment took to be acknowledged: a sample of the round-trip time (RFC 6298 §3). In ns. */

import { endOfSegment } from "../analysis/connection-segments.ts";
import { placeOf } from "../base/bisect.ts";
import { seqDelta } from "../base/seq32.ts";
import { cell, exactTime } from "../table/packet-table.ts";
import type { ExplainedPacket } from "./connection-numbers.ts";
import { type Reason, reason } from "./reason.ts";

/** The time from the segment that the packet acknowledges to its last byte; none when it acknowledges no such. */
export function timeReasons(p: ExplainedPacket): readonly Reason[] {
  const { rows } = p.segments;
  const sent = placeOf(rows, cell(p.numbers.packets, "acknowledged", rows[p.place]!));
  if (sent < 0) return [];
  const here = sinceFirst(p, p.place);
  const there = sinceFirst(p, sent);
  const operands = [p.operand(p.place, "here", here), p.operand(sent, "sent", -there)];
  const isAgain = isSentAgain(p, sent);
  const kind = isAgain ? "timeRoundTripAmbiguous" : "timeRoundTrip";
  return [reason("time", kind, here - there, operands, isAgain)];
}

/** From the connection's first packet, which is exact however late that came. */
function sinceFirst({ numbers, segments }: ExplainedPacket, place: number): number {
  const { rows } = segments;
  return Number(exactTime(numbers.packets, rows[place]!) - exactTime(numbers.packets, rows[0]!));
}

/** Whether the end of what a segment holds was sent once more before the packet that acknowledges it, or before. */
function isSentAgain(p: ExplainedPacket, sent: number): boolean {
  const { segments, place } = p;
  const end = endOfSegment(segments, sent);
  const isCopy = (at: number) =>
    segments.direction[at] === segments.direction[sent] &&
    seqDelta(segments.seq[at]!, end) < 0 &&
    seqDelta(endOfSegment(segments, at), end) >= 0;
  for (let at = sent + 1; at < place; at++) if (isCopy(at)) return true;
  const { sent: order } = p.other;
  const first = order.placeAt(order.holder(order.countBefore(place), (end - 1) >>> 0));
  return first >= 0 && first < sent;
}

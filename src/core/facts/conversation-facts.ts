/** All that laboratory sheets ask of one connection, beyond its summary: computed when somebody asks. */
import { type Acknowledgements, NO_PLACE } from "../analysis/acknowledgements.ts";
import type { ConnectionSummary } from "../analysis/connection-summary.ts";
import { WINDOW_FULL } from "../analysis/findings.ts";
import type { Direction } from "../analysis/segment.ts";
import { placeOf } from "../base/bisect.ts";
import { acknowledgmentReasons } from "../explain/acknowledgment.ts";
import { type ConnectionNumbers, ExplainedPacket } from "../explain/connection-numbers.ts";
import type { Reason } from "../explain/reason.ts";
import { CLIENT_TO_SERVER, cell, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type AckHabits, ackHabits } from "./ack-habits.ts";
import { type BeyondMss, beyondMss } from "./beyond-mss.ts";
import { type DataSegment, dataSegments } from "./data-segments.ts";
import { type RoundTrips, roundTrips } from "./round-trips.ts";
import { type SentAgain, sentAgain } from "./sent-again.ts";

/** Segments with data that are told one by one, as the sheets ask for. */
const FIRST_SEGMENTS = 6;

/** Samples of the round-trip time that are told one by one. */
const MOST_TRIPS = 1000;

export interface ConversationFacts {
  readonly numbers: ConnectionNumbers;
  readonly summary: ConnectionSummary;
  /** Why the SYN, ACK acknowledges what it does; null where it was not captured. */
  readonly answer: Reason | null;
  readonly beyondMss: BeyondMss;
  /** The side that sends more data; the facts below are of what it sends. */
  readonly sender: Direction;
  readonly first: readonly DataSegment[];
  /** Segments with data that it sent. */
  readonly count: number;
  readonly trips: RoundTrips;
  readonly acks: AckHabits;
  /** The most bytes that were under way, and the packet behind which they were: its place, -1 for none. */
  readonly underWay: { readonly bytes: number; readonly place: number };
  /** Packets that fill the other side's window, and the first one's place; -1 for none. */
  readonly full: { readonly count: number; readonly first: number };
  /** Of both sides. */
  readonly again: readonly SentAgain[];
}

/** The facts of a connection that is prepared. */
export function conversationFacts(
  numbers: ConnectionNumbers,
  summary: ConnectionSummary,
  acknowledged: Pick<Acknowledgements, "releasedBy">,
): ConversationFacts {
  const sender = summary.server.payload > summary.client.payload ? SERVER_TO_CLIENT : CLIENT_TO_SERVER;
  return {
    numbers,
    summary,
    answer: answerOf(numbers, summary.opening.synAck),
    beyondMss: beyondMss(numbers.segments, summary.offers),
    sender,
    first: dataSegments(numbers.segments, sender, acknowledged, FIRST_SEGMENTS),
    trips: roundTrips(numbers, sender, MOST_TRIPS),
    acks: ackHabits(numbers, sender),
    ...walked(numbers, sender),
    again: sentAgain(numbers),
  };
}

function answerOf(numbers: ConnectionNumbers, row: number): Reason | null {
  const place = row < 0 ? NO_PLACE : placeOf(numbers.segments.rows, row);
  return place < 0 ? null : (acknowledgmentReasons(new ExplainedPacket(numbers, place, true))[0] ?? null);
}

function walked({ packets, segments }: ConnectionNumbers, sender: Direction) {
  const underWay = { bytes: 0, place: NO_PLACE };
  const full = { count: 0, first: NO_PLACE };
  let count = 0;
  for (let place = 0; place < segments.length; place++) {
    if (segments.direction[place] !== sender || segments.payload[place] === 0) continue;
    count++;
    if (segments.findings[place]! & WINDOW_FULL && full.count++ === 0) full.first = place;
    const bytes = cell(packets, "amount", segments.rows[place]!);
    if (bytes <= underWay.bytes) continue;
    underWay.bytes = bytes;
    underWay.place = place;
  }
  return { underWay, full, count };
}

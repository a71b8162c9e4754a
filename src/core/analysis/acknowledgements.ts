/**
 * Which ACK released which segment: for every segment of a connection the first packet of the other side that says its
 * bytes arrived, by its acknowledgment number or by SACK (RFC 9293 §3.4, RFC 2018), and for every packet the segments
 * that it newly acknowledges. Made in one walk over the connection; asking costs no more than the answer is long.
 */
import { seqDelta } from "../base/seq32.ts";
import { ACK } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type ConnectionSegments, endOfSegment } from "./connection-segments.ts";

/** Place in the connection that is none. */
export const NO_PLACE = -1;

/** All numbers are places in the connection, from 0. */
export interface Acknowledgements {
  /** By segment: the packet that covers all of it with its acknowledgment number; NO_PLACE while none does. */
  readonly releasedBy: Int32Array;
  /** By segment: the earlier packet whose SACK covers it; NO_PLACE where none did. */
  readonly heldBy: Int32Array;
  /** The segments that a packet newly acknowledges, in the order in which they were sent. */
  readonly releases: (place: number) => Uint32Array;
  /** The segments whose arrival a packet's SACK is the first to tell of. */
  readonly holds: (place: number) => Uint32Array;
}

/** Edges of SACK blocks, left and right by turns, raw; none for most packets. */
export type SackEdges = (row: number) => readonly number[];

/** Who acknowledged what. `sacks` tells of a row of the packet table. */
export function acknowledgements(segments: ConnectionSegments, sacks: SackEdges): Acknowledgements {
  const { length, rows, ack, flags, direction } = segments;
  const releasedBy = new Int32Array(length).fill(NO_PLACE);
  const heldBy = new Int32Array(length).fill(NO_PLACE);
  const waiting = [new Waiting(segments), new Waiting(segments)];
  for (let place = 0; place < length; place++) {
    const own = direction[place] === CLIENT_TO_SERVER ? CLIENT_TO_SERVER : SERVER_TO_CLIENT;
    const others = waiting[1 - own]!;
    if (flags[place]! & ACK) {
      const edges = sacks(rows[place]!);
      for (let edge = 0; edge < edges.length; edge += 2) others.hold(edges[edge]!, edges[edge + 1]!, place, heldBy);
      others.release(ack[place]!, place, releasedBy);
    }
    waiting[own]!.add(place);
  }
  return { releasedBy, heldBy, releases: grouped(releasedBy), holds: grouped(heldBy) };
}

/** Segments of one side that no acknowledgment number has covered yet, oldest first. */
class Waiting {
  private readonly segments: ConnectionSegments;
  private readonly places: Uint32Array;
  /** Of `places`, those from `done` on wait. */
  private done = 0;
  private count = 0;
  /** Some segment does not begin at or behind the end of the one before. */
  private isShuffled = false;

  constructor(segments: ConnectionSegments) {
    this.segments = segments;
    this.places = new Uint32Array(segments.length);
  }

  add(place: number): void {
    const { segments, places } = this;
    if (endOfSegment(segments, place) === segments.seq[place]) return;
    if (this.count > this.done && this.beginsBefore(place, endOfSegment(segments, places[this.count - 1]!)))
      this.isShuffled = true;
    places[this.count++] = place;
  }

  release(ack: number, by: number, releasedBy: Int32Array): void {
    const { places } = this;
    while (this.done < this.count && this.isCovered(places[this.done]!, ack)) releasedBy[places[this.done++]!] = by;
    // In order, nothing behind the first that stays can be covered.
    if (this.isShuffled) this.sift(ack, by, releasedBy);
    if (this.done === this.count) {
      this.done = 0;
      this.count = 0;
      this.isShuffled = false;
    }
  }

  hold(left: number, right: number, by: number, heldBy: Int32Array): void {
    const { places } = this;
    for (let at = this.done; at < this.count; at++) {
      const place = places[at]!;
      if (heldBy[place] !== NO_PLACE || this.beginsBefore(place, left)) continue;
      if (this.isCovered(place, right)) heldBy[place] = by;
    }
  }

  /** Keeps those that an acknowledgment number does not cover, in their order; the others are released. */
  private sift(ack: number, by: number, releasedBy: Int32Array): void {
    const { places, segments } = this;
    let kept = this.done;
    this.isShuffled = false;
    for (let at = this.done; at < this.count; at++) {
      const place = places[at]!;
      if (this.isCovered(place, ack)) {
        releasedBy[place] = by;
        continue;
      }
      if (kept > this.done && this.beginsBefore(place, endOfSegment(segments, places[kept - 1]!)))
        this.isShuffled = true;
      places[kept++] = place;
    }
    this.count = kept;
  }

  /** Whether a segment ends before a number. */
  private isCovered(place: number, number: number): boolean {
    return seqDelta(endOfSegment(this.segments, place), number) <= 0;
  }

  /** Whether a segment begins before a number. */
  private beginsBefore(place: number, seq: number): boolean {
    return seqDelta(this.segments.seq[place]!, seq) < 0;
  }
}

/** The inverse of an index: asks for the places that name a place. */
function grouped(namedBy: Int32Array): (place: number) => Uint32Array {
  const { length } = namedBy;
  const offsets = new Uint32Array(length + 1);
  for (let place = 0; place < length; place++) {
    const name = namedBy[place]!;
    if (name !== NO_PLACE) offsets[name + 1]!++;
  }
  for (let place = 0; place < length; place++) offsets[place + 1]! += offsets[place]!;
  const places = new Uint32Array(offsets[length]!);
  const next = offsets.slice();
  for (let place = 0; place < length; place++) {
    const name = namedBy[place]!;
    if (name !== NO_PLACE) places[next[name]!++] = place;
  }
  return (place) => places.subarray(offsets[place] ?? 0, offsets[place + 1] ?? 0);
}

/**
 * Which segment of one side sent a number first: those that went beyond all that was sent before, with where they end.
 * The first may be one that sends nothing, and tells only where its side has got to. Their ends rise, so that the segment before a number, and the one that holds it, take a search among them.
 *
 * Numbers are unwrapped: counted on past 2^32, so that they rise in transfers of any length. A SYN with a number of its
 * own begins far behind all that was before, and is never mistaken for its continuation.
 */
import { type ConnectionSegments, endOfSegment } from "../analysis/connection-segments.ts";
import { seqDelta } from "../base/seq32.ts";
import { SYN } from "../protocols/tcp.ts";

/** Place that is none. */
export const NONE = -1;

/** So far apart are the numbers of two SYNs. */
const FAR = 2 ** 34;

export class SentOrder {
  private readonly segments: ConnectionSegments;
  /** Places of the segments in the connection, and the unwrapped numbers behind their last byte, SYN or FIN. */
  private readonly places: Uint32Array;
  private readonly ends: Float64Array;
  private length = 0;

  /** Room for `most` segments, all of one side. */
  constructor(segments: ConnectionSegments, most: number) {
    this.segments = segments;
    this.places = new Uint32Array(most);
    this.ends = new Float64Array(most);
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** Takes in the side's next segment, which takes up sequence numbers; the first need not. */
  add(place: number): void {
    const { segments, length } = this;
    const raw = endOfSegment(segments, place);
    if (length === 0) return this.append(place, raw);
    const last = this.ends[length - 1]!;
    if (segments.flags[place]! & SYN) {
      const isOverdue = raw === segments.seq[this.places[0]!];
      if (!isOverdue && !this.isKnown(place, length)) this.append(place, last + FAR);
    } else {
      const end = this.unwrapped(raw, length);
      if (end > last) this.append(place, end);
    }
  }

  private append(place: number, end: number): void {
    this.places[this.length] = place;
    this.ends[this.length++] = end;
  }

  private isKnown(place: number, count: number): boolean {
    const seq = this.segments.seq[place]!;
    const holder = this.holder(count, seq);
    return holder !== NONE && this.segments.seq[this.places[holder]!] === seq;
  }

  /** How many of them come before a place of the connection. */
  countBefore(place: number): number {
    let from = 0;
    let to = this.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.places[middle]! < place) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The place in the connection of one of them; NONE for none. */
  placeAt(index: number): number {
    return index < 0 || index >= this.length ? NONE : this.places[index]!;
  }

  /** How far the end of one of them lies before a raw number, `count` of them being sent. */
  distance(index: number, raw: number, count: number): number {
    return this.unwrapped(raw, count) - this.ends[index]!;
  }

  /** Of the first `count`, the last that ends at a raw number or before, and counts from the same SYN; else NONE. */
  lastUpTo(count: number, raw: number): number {
    const last = this.upTo(count, raw);
    return last !== NONE && this.distance(last, raw, count) > FAR / 2 ? NONE : last;
  }

  /** Of the first `count`, the one that sent the byte with a raw number first; NONE when none did. */
  holder(count: number, raw: number): number {
    const next = this.upTo(count, raw) + 1;
    if (next >= count) return NONE;
    return seqDelta(this.segments.seq[this.places[next]!]!, raw) <= 0 ? next : NONE;
  }

  private upTo(count: number, raw: number): number {
    const wanted = this.unwrapped(raw, count);
    let from = 0;
    let to = count;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.ends[middle]! <= wanted) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  private unwrapped(raw: number, count: number): number {
    const last = count - 1;
    if (last < 0) return raw;
    return this.ends[last]! + seqDelta(raw, endOfSegment(this.segments, this.places[last]!));
  }
}

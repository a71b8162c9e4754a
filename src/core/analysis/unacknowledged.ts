/**
 * Segments that wait for their acknowledgment, one list a flow, oldest first. A flow is one direction of a connection.
 *
 * What is known of a list is LIST_NUMBERS numbers in an array of whoever owns the flow, from a place `of` on, zeros at
 * first. The segments of all lists share columns, and places that come free are used again: 16 bytes for each segment
 * that waits, of which a list never holds more than MOST_WAITING. Which segments an acknowledgment removes or shortens
 * is Wireshark's rule.
 */
import { seqDelta } from "../base/seq32.ts";
import { grown } from "../table/columns.ts";

/** Segments that one flow may have waiting; later ones are not kept (Wireshark's rule). */
export const MOST_WAITING = 10_000;

const NONE = -1;

/** Numbers of a list, one behind the other. */
export const LIST_NUMBERS = 8;
const OLDEST = 0; // place of a segment; stands one higher, so that 0 is none
const NEWEST = 1;
const COUNT = 2;
const LOWEST = 3; // first byte that waits, counted from the base
const HIGHEST = 4; // end of the last byte that waits, likewise
const SHUFFLED = 5; // 1 when some segment does not begin at or behind the end of the one before
const EARLIEST = 6; // as LOWEST, but numbers before the base are lower, not higher
const WIDE = 7; // 1 when some segment begins or ends NEAR or farther from where the oldest begins

/**
 * While all that waits lies this close together, comparing with the earliest tells of all, but for acknowledgments from
 * about 2^31 behind: of those it depends on the segment whether they count as behind it or as ahead.
 */
const NEAR = 2 ** 28;
const FAR_BEHIND = 2 * NEAR - 2 ** 31;

export class Unacknowledged {
  private segments = {
    seq: new Int32Array(1024),
    end: new Int32Array(1024), // first sequence number behind it
    row: new Int32Array(1024), // of the packet table
    next: new Int32Array(1024), // place of the one sent after it; NONE for the newest
  };
  private used = 0;
  private free = NONE;

  /** Whether one more segment would be kept. */
  hasRoom(flows: Int32Array, of: number): boolean {
    return flows[of + COUNT]! < MOST_WAITING;
  }

  /**
   * Adds a segment that takes up the numbers from `seq` to before `end`, both counted from the flow's base (unsigned),
   * where there is room.
   */
  append(flows: Int32Array, of: number, base: number, seq: number, end: number, row: number): void {
    if (!this.hasRoom(flows, of)) return;
    const place = this.take();
    const { segments } = this;
    segments.seq[place] = seq;
    segments.end[place] = end;
    segments.row[place] = row;
    segments.next[place] = NONE;
    if (flows[of + COUNT]!++ === 0) {
      flows[of + OLDEST] = place + 1;
      flows[of + EARLIEST] = seq;
      flows[of + LOWEST] = seq - base;
      flows[of + HIGHEST] = end - base;
      flows[of + SHUFFLED] = 0;
      flows[of + WIDE] = 0;
    } else {
      const newest = flows[of + NEWEST]! - 1;
      segments.next[newest] = place;
      if (seqDelta(seq, segments.end[newest]!) < 0) flows[of + SHUFFLED] = 1;
      const oldest = segments.seq[flows[of + OLDEST]! - 1]!;
      if (!isNear(seq, oldest) || !isNear(end, oldest)) flows[of + WIDE] = 1;
      if (seqDelta(seq, flows[of + EARLIEST]!) < 0) flows[of + EARLIEST] = seq;
      if ((seq - base) >>> 0 < flows[of + LOWEST]! >>> 0) flows[of + LOWEST] = seq - base;
      if ((end - base) >>> 0 > flows[of + HIGHEST]! >>> 0) flows[of + HIGHEST] = end - base;
    }
    flows[of + NEWEST] = place + 1;
  }

  /**
   * Removes what `ack` covers, shortens what it covers in part; returns the row of the oldest segment that ends exactly
   * there, -1 when none does.
   */
  acknowledge(flows: Int32Array, of: number, base: number, ack: number): number {
    if (flows[of + COUNT] === 0) return NONE;
    const ahead = seqDelta(ack, flows[of + EARLIEST]!);
    if (flows[of + WIDE] === 0 && ahead > FAR_BEHIND) {
      if (ahead <= 0) return NONE;
      if (flows[of + SHUFFLED] === 0) return this.fromOldest(flows, of, base, ack);
    }
    return this.fromAll(flows, of, base, ack);
  }

  /** Counts what waits from another base from now on: finds the lowest and the highest number anew. */
  rebase(flows: Int32Array, of: number, base: number): void {
    const { seq, end, next } = this.segments;
    flows[of + LOWEST] = -1; // the highest of all, unsigned
    flows[of + HIGHEST] = 0;
    for (let place = flows[of + OLDEST]! - 1; place !== NONE; place = next[place]!) {
      if ((seq[place]! - base) >>> 0 < flows[of + LOWEST]! >>> 0) flows[of + LOWEST] = seq[place]! - base;
      if ((end[place]! - base) >>> 0 > flows[of + HIGHEST]! >>> 0) flows[of + HIGHEST] = end[place]! - base;
    }
  }

  /** Row of the segment that has waited longest; -1 when none waits. */
  oldest(flows: Int32Array, of: number): number {
    const place = flows[of + OLDEST]! - 1;
    return place < 0 ? NONE : this.segments.row[place]!;
  }

  /** Bytes from the first that waits to the last, holes between them included; 0 when none waits. */
  extent(flows: Int32Array, of: number): number {
    return flows[of + COUNT] === 0 ? 0 : (flows[of + HIGHEST]! - flows[of + LOWEST]!) >>> 0;
  }

  /** In order nothing behind the first that stays can be covered. */
  private fromOldest(flows: Int32Array, of: number, base: number, ack: number): number {
    const { seq, end, row, next } = this.segments;
    let exact = NONE;
    let place = flows[of + OLDEST]! - 1;
    while (place !== NONE && seqDelta(ack, end[place]!) >= 0) {
      if (end[place] === (ack | 0)) exact = row[place]!;
      const after = next[place]!;
      this.release(place);
      flows[of + COUNT]!--;
      place = after;
    }
    flows[of + OLDEST] = place + 1;
    if (place === NONE) return exact;
    if (seqDelta(seq[place]!, ack) < 0) seq[place] = ack;
    flows[of + EARLIEST] = seq[place]!;
    const lowest = (seq[place]! - base) | 0;
    const highest = (end[flows[of + NEWEST]! - 1]! - base) | 0;
    // Numbers before the base count as high ones, though they come first.
    if (highest !== flows[of + HIGHEST] || lowest >>> 0 > highest >>> 0) this.rebase(flows, of, base);
    else flows[of + LOWEST] = lowest;
    return exact;
  }

  private fromAll(flows: Int32Array, of: number, base: number, ack: number): number {
    const { seq, end, row, next } = this.segments;
    let exact = NONE;
    let before = NONE;
    let isShuffled = 0;
    let isWide = 0;
    for (let place = flows[of + OLDEST]! - 1, after: number; place !== NONE; place = after) {
      after = next[place]!;
      if (seqDelta(ack, end[place]!) >= 0) {
        if (exact === NONE && end[place] === (ack | 0)) exact = row[place]!;
        if (before === NONE) flows[of + OLDEST] = after + 1;
        else next[before] = after;
        this.release(place);
        flows[of + COUNT]!--;
        continue;
      }
      if (seqDelta(seq[place]!, ack) < 0) seq[place] = ack;
      const from = (seq[place]! - base) >>> 0;
      const to = (end[place]! - base) >>> 0;
      if (before !== NONE && seqDelta(seq[place]!, end[before]!) < 0) isShuffled = 1;
      const oldest = seq[flows[of + OLDEST]! - 1]!;
      if (!isNear(seq[place]!, oldest) || !isNear(end[place]!, oldest)) isWide = 1;
      if (before === NONE || seqDelta(seq[place]!, flows[of + EARLIEST]!) < 0) flows[of + EARLIEST] = seq[place]!;
      if (before === NONE || from < flows[of + LOWEST]! >>> 0) flows[of + LOWEST] = from;
      if (before === NONE || to > flows[of + HIGHEST]! >>> 0) flows[of + HIGHEST] = to;
      before = place;
    }
    flows[of + NEWEST] = before + 1;
    flows[of + SHUFFLED] = isShuffled;
    flows[of + WIDE] = isWide;
    return exact;
  }

  private take(): number {
    if (this.free !== NONE) {
      const place = this.free;
      this.free = this.segments.next[place]!;
      return place;
    }
    if (this.used === this.segments.seq.length) this.segments = grown(this.segments, this.used + 1);
    return this.used++;
  }

  private release(place: number): void {
    this.segments.next[place] = this.free;
    this.free = place;
  }
}

function isNear(a: number, b: number): boolean {
  const delta = seqDelta(a, b);
  return delta > -NEAR && delta < NEAR;
}

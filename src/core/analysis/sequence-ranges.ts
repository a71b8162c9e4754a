/** Which bytes of one direction were sent, as ranges of sequence numbers: tells how many of a segment's came before. */
import { seqDelta } from "../base/seq32.ts";

export class SequenceRanges {
  /** Ranges apart from each other, lowest first; numbers that do not wrap, counted from the first segment's. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** A sequence number as it stands in packets, and as it is counted here; the latest, so that others are near it. */
  private raw = 0;
  private counted = 0;

  /** Adds `length` bytes from `seq` on; returns how many of them were there already. */
  add(seq: number, length: number): number {
    if (length <= 0) return 0;
    if (this.starts.length === 0) this.raw = seq;
    const start = this.counted + seqDelta(seq, this.raw);
    const end = start + length;
    if (end > this.counted) {
      this.raw = (seq + length) >>> 0;
      this.counted = end;
    }
    return this.merge(start, end);
  }

  private merge(start: number, end: number): number {
    const { starts, ends } = this;
    const last = starts.length - 1;
    // Nearly all segments begin where the one before ended.
    if (last >= 0 && start === ends[last]) {
      ends[last] = end;
      return 0;
    }
    const first = this.firstEndingAt(start);
    let behind = first;
    let known = 0;
    for (; behind < starts.length && starts[behind]! <= end; behind++) {
      known += Math.max(0, Math.min(end, ends[behind]!) - Math.max(start, starts[behind]!));
    }
    const from = behind > first ? Math.min(start, starts[first]!) : start;
    const to = behind > first ? Math.max(end, ends[behind - 1]!) : end;
    starts.splice(first, behind - first, from);
    ends.splice(first, behind - first, to);
    return known;
  }

  /** The first range that ends at a number or behind it. */
  private firstEndingAt(number: number): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

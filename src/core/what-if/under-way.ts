/** What a modelled sender has sent and nobody acknowledged: its retransmission queue (RFC 9293 §3.4). */
import type { Block } from "./model.ts";

/** What takes sequence numbers, as it was sent first; sent again it is the same. */
export interface Sent {
  readonly seq: number;
  /** The number behind it. */
  readonly end: number;
  readonly length: number;
  readonly isSyn: boolean;
  readonly isFin: boolean;
  readonly firstAt: number; // ns
  lastAt: number; // ns
  times: number;
  /** The other side holds it. */
  isSacked: boolean;
}

/** A segment's own numbers. */
export type Span = Pick<Sent, "seq" | "end" | "length" | "isSyn" | "isFin">;

export class UnderWay {
  private segments: Sent[] = [];

  /** The first unacknowledged; undefined when there is none. */
  get first(): Sent | undefined {
    return this.segments[0];
  }

  /** How many behind the first are held by the other side. */
  get heldBehindFirst(): number {
    return this.segments.filter(({ isSacked }, index) => isSacked && index > 0).length;
  }

  add(span: Span, now: number): void {
    this.segments.push({ ...span, firstAt: now, lastAt: now, times: 1, isSacked: false });
  }

  /** The other side reports blocks that it holds. */
  hold(blocks: readonly Block[]): void {
    for (const sent of this.segments) {
      sent.isSacked ||= blocks.some(([from, to]) => from <= sent.seq && sent.end <= to);
    }
  }

  /** Takes out what an ACK covers. */
  cover(ack: number): readonly Sent[] {
    const covered = this.segments.filter(({ end }) => end <= ack);
    this.segments = this.segments.filter(({ end }) => end > ack);
    return covered;
  }

  /** The first within these numbers that the other side does not hold. */
  missing(from: number, to: number): Sent | undefined {
    return this.segments.find(({ seq, end, isSacked }) => seq >= from && end <= to && !isSacked);
  }
}

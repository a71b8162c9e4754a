/**
 * The receiving half of a modelled endpoint: what has come in order, what is held out of order, and when to acknowledge
 * (RFC 9293 §3.10.7.4, RFC 5681 §4.2, RFC 2018 §4). The application reads at once, so the window never shrinks.
 */
import type { Block } from "./model.ts";
import type { SideScript } from "./script.ts";

/** What a segment with data or FIN brought. */
export type Receipt = "inOrder" | "gapFilled" | "outOfOrder" | "old";

export class Receiver {
  /** RCV.NXT. */
  next = 0;
  /** The number of the other side's FIN; Infinity until it is known. */
  finAt = Number.POSITIVE_INFINITY;
  /** When a held back ACK is sent at the latest, ns; NaN while none is held back. */
  ackAt = Number.NaN;
  readonly window: number;
  private readonly habit: Pick<SideScript, "ackEvery" | "ackDelay" | "holdsAckOfFin">;
  /** Held out of order, the latest first. */
  private held: Block[] = [];
  /** Segments in order since the last ACK. */
  private pending = 0;

  constructor(script: Pick<SideScript, "window" | "ackEvery" | "ackDelay" | "holdsAckOfFin">) {
    this.window = script.window;
    this.habit = script;
  }

  /** The other side's FIN has come, and all before it. */
  get isEnded(): boolean {
    return this.next > this.finAt;
  }

  /** Bytes of data that the application got. */
  get bytes(): number {
    return Math.max(0, this.next - 1 - (this.isEnded ? 1 : 0));
  }

  /** Blocks to report, three at most, so that they fit beside timestamps. */
  get blocks(): readonly Block[] {
    return this.held.slice(0, 3);
  }

  /** The sequence number test of RFC 9293 §3.10.7.4 for `space` numbers from `seq` on; the window is never 0. */
  accepts(seq: number, space: number): boolean {
    const inWindow = (number: number) => number >= this.next && number < this.next + this.window;
    return inWindow(seq) || (space > 0 && inWindow(seq + space - 1));
  }

  /** Takes the numbers from `from` to `to`, FIN included. */
  take(from: number, to: number): Receipt {
    if (to <= this.next) return "old";
    if (from > this.next) {
      this.hold([from, to]);
      return "outOfOrder";
    }
    this.next = to;
    if (this.held.length === 0) return "inOrder";
    for (const [start, end] of this.held.toSorted((a, b) => a[0] - b[0])) {
      if (start <= this.next) this.next = Math.max(this.next, end);
    }
    this.held = this.held.filter(([start]) => start > this.next);
    return "gapFilled";
  }

  private hold(block: Block): void {
    let [from, to] = block;
    const apart = this.held.filter(([start, end]) => {
      if (end < from || start > to) return true;
      from = Math.min(from, start);
      to = Math.max(to, end);
      return false;
    });
    this.held = [[from, to], ...apart];
  }

  /** A segment came in order: whether it is acknowledged at once. */
  isAckDue(now: number): boolean {
    this.pending++;
    if (this.pending >= this.habit.ackEvery) return true;
    if (Number.isNaN(this.ackAt)) this.ackAt = now + this.habit.ackDelay;
    return false;
  }

  /** The FIN came in order: likewise. */
  isAckOfFinDue(now: number): boolean {
    if (!this.habit.holdsAckOfFin) return true;
    if (Number.isNaN(this.ackAt)) this.ackAt = now + this.habit.ackDelay;
    return false;
  }

  /** An ACK is on its way. */
  acknowledged(): void {
    this.pending = 0;
    this.ackAt = Number.NaN;
  }
}

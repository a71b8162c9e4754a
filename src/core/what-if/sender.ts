/**
 * The sending half of a modelled endpoint: what is sent and when again. Retransmission after a timeout (RFC 6298 §5) or
 * after three duplicate ACKs (RFC 5681 §3.2, with RFC 6582 for what is still missing), SACK blocks passed over (RFC 2018
 * §5). How much may be under way is congestion.ts's, how long the timer runs timeout.ts's.
 */
import { Congestion } from "./congestion.ts";
import type { Block, Cause } from "./model.ts";
import type { SideScript } from "./script.ts";
import { Timeout } from "./timeout.ts";
import { type Sent, type Span, UnderWay } from "./under-way.ts";

/** A segment to be sent. */
export interface Outgoing extends Omit<Span, "end"> {
  readonly cause: Cause;
  readonly isAgain: boolean;
}

/** What an ACK was to the sender. */
export type AckNews =
  | { readonly kind: "new"; readonly bytes: number }
  | { readonly kind: "duplicate"; readonly count: number }
  | { readonly kind: "old" };

/** Duplicate ACKs that are taken for a loss (RFC 5681 §3.2). */
const DUPLICATES = 3;

export class Sender {
  /** SND.UNA and SND.NXT; 0 is the SYN's. */
  una = 0;
  next = 0;
  /** When the retransmission timer ends, ns; NaN while it is off. */
  timerAt = Number.NaN;
  readonly congestion: Congestion;
  private readonly timeout: Timeout;
  private readonly mss: number;
  private readonly hasSack: boolean;
  /** The other side's receive window. */
  private readonly window: number;
  /** The number behind all that the application wrote. */
  private written = 1;
  private isClosing = false;
  private readonly underWay = new UnderWay();
  private duplicates = 0;
  /** Up to where a loss is being repaired, and by what; RFC 6582's "recover". */
  private recover = 0;
  private repair: "none" | "fast" | "timeout" = "none";
  /** What is sent again after a timeout, from here on. */
  private resendAt = 0;
  /** A segment that is due at once. */
  private due: Outgoing | null = null;

  constructor({ mss }: Pick<SideScript, "mss">, window: number, hasSack: boolean, leastTimeout: number) {
    this.mss = mss;
    this.hasSack = hasSack;
    this.window = window;
    this.timeout = new Timeout(leastTimeout);
    this.congestion = new Congestion(mss);
  }

  /** Something is written that was never sent. */
  get hasMore(): boolean {
    return this.next < this.written;
  }

  /** The FIN was sent, and acknowledged. */
  get isFinSent(): boolean {
    return this.isClosing && this.next > this.written;
  }
  get isFinAcknowledged(): boolean {
    return this.isFinSent && this.una === this.next;
  }

  write(bytes: number): void {
    this.written += bytes;
  }

  close(): void {
    this.isClosing = true;
  }

  /** The SYN, or the SYN of a SYN, ACK. */
  open(cause: Cause, now: number): Outgoing {
    return this.first({ seq: 0, end: 1, length: 0, isSyn: true, isFin: false }, cause, now);
  }

  /** What may be sent now; null for nothing. Call it until it says so. */
  outgoing(now: number): Outgoing | null {
    if (this.due) {
      const { due } = this;
      this.due = null;
      return due;
    }
    return this.resend(now) ?? this.fresh(now);
  }

  /** An acceptable ACK came; `isBare` without data, SYN or FIN. */
  acknowledged(ack: number, blocks: readonly Block[], isBare: boolean, now: number): AckNews {
    this.underWay.hold(blocks);
    if (ack > this.una) return this.advance(ack, now);
    if (ack < this.una || !isBare || this.una === this.next || this.una === 0) return { kind: "old" };
    this.duplicates++;
    this.afterDuplicate(now);
    return { kind: "duplicate", count: this.duplicates };
  }

  /** The timer ended: what is unacknowledged first goes again (RFC 6298 §5.4 to §5.6). Ns of its first sending. */
  timerEnded(now: number): void {
    const { first } = this.underWay;
    if (!first) {
      this.timerAt = Number.NaN;
      return;
    }
    const ended = this.timeout.value;
    this.timeout.double();
    if (first.times === 1 && !first.isSyn) this.congestion.timeout(this.next - this.una);
    else this.congestion.timeoutAgain();
    this.repair = "timeout";
    this.recover = this.next;
    this.resendAt = first.end;
    this.duplicates = 0;
    const kind = first.isSyn ? "timeoutOfSyn" : "timeout";
    const operands = { ended, next: this.timeout.value, times: first.times, window: this.congestion.window };
    this.due = this.again(first, { kind, source: "RFC 6298 §5.4–5.6", operands }, now);
    this.timerAt = now + this.timeout.value;
  }

  /** When what is unacknowledged first was sent first, ns; NaN without any. */
  get waitingSince(): number {
    return this.underWay.first?.firstAt ?? Number.NaN;
  }

  /** It is the SYN that is unacknowledged. */
  get isOpening(): boolean {
    return this.una === 0;
  }

  private advance(ack: number, now: number): AckNews {
    const bytes = ack - this.una;
    this.measure(this.underWay.cover(ack), now);
    const isRepaired = ack >= this.recover;
    if (this.repair !== "fast") {
      if (this.una > 0) this.congestion.acknowledged(bytes);
    } else if (isRepaired) this.congestion.leaveFastRecovery(this.next - ack);
    else {
      this.congestion.partial(bytes);
      this.fillNext(now);
    }
    if (isRepaired) this.repair = "none";
    this.una = ack;
    this.duplicates = 0;
    this.timerAt = ack === this.next ? Number.NaN : now + this.timeout.value; // RFC 6298 §5.2, §5.3
    return { kind: "new", bytes };
  }

  /** Karn's algorithm: what was sent again tells nothing, and what waited for it neither (RFC 6298 §3). */
  private measure(covered: readonly Sent[], now: number): void {
    const last = covered.at(-1);
    if (!last) return;
    if (covered.every(({ times }) => times === 1)) this.timeout.sample(now - last.lastAt);
    else if (covered[0]?.isSyn) this.timeout.beginAfterLostSyn();
  }

  private afterDuplicate(now: number): void {
    const { congestion, duplicates } = this;
    if (this.repair === "fast") congestion.inflate();
    if (duplicates !== DUPLICATES || this.repair !== "none" || this.una <= this.recover) return;
    const { first } = this.underWay;
    if (!first) return;
    congestion.enterFastRecovery(this.next - this.una);
    this.repair = "fast";
    this.recover = this.next;
    const operands = { ack: this.una, window: congestion.window };
    this.due = this.again(first, { kind: "fastRetransmit", source: "RFC 5681 §3.2", operands }, now);
    this.timerAt = now + this.timeout.value;
  }

  /**
   * A repair goes on: the ACK asks for another segment sent before (RFC 6582 §3.2, step 3). Where SACK tells, only if as
   * many behind it have come as for the first (RFC 6675 §4, IsLost): it may be under way still.
   */
  private fillNext(now: number): void {
    const { first, heldBehindFirst } = this.underWay;
    if (!first || (this.hasSack && heldBehindFirst < DUPLICATES)) return;
    const source = this.hasSack ? "RFC 6675 §5" : "RFC 6582 §3.2";
    this.due = this.again(first, { kind: "stillMissing", source, operands: { ack: first.seq } }, now);
  }

  /** After a timeout, as the congestion window opens again: what was sent before it and is not held. */
  private resend(now: number): Outgoing | null {
    if (this.repair !== "timeout") return null;
    const next = this.underWay.missing(Math.max(this.resendAt, this.una), this.recover);
    if (!next || next.end - this.una > this.congestion.window) return null;
    this.resendAt = next.end;
    const cause: Cause = { kind: "stillMissing", source: "RFC 5681 §3.1", operands: { ack: this.una } };
    return this.again(next, cause, now);
  }

  /** New data, or the FIN behind it. */
  private fresh(now: number): Outgoing | null {
    if (this.una === 0 || this.isFinSent) return null;
    const isHeldUp = this.repair === "timeout" && this.una < this.recover;
    const left = this.written - this.next;
    if (isHeldUp || (left === 0 && !this.isClosing)) return null;
    const flight = this.next - this.una;
    const limited = this.repair === "none" ? Math.min(this.duplicates, 2) * this.mss : 0;
    const length = Math.min(left, this.mss, this.window);
    const room = Math.min(this.window, this.congestion.window + limited) - flight;
    if (length > room) return null;
    const isFin = this.isClosing && length === left;
    const isExtra = length > this.congestion.window - flight;
    const cause: Cause =
      length === 0
        ? { kind: "closes", source: "RFC 9293 §3.6", operands: {} }
        : isExtra
          ? { kind: "limitedTransmit", source: "RFC 3042 §2", operands: { count: this.duplicates } }
          : { kind: "data", source: "RFC 5681 §3.1", operands: { flight: flight + length, window: this.allowed } };
    const end = this.next + length + (isFin ? 1 : 0);
    return this.first({ seq: this.next, end, length, isSyn: false, isFin }, cause, now);
  }

  /** Bytes that may be under way. */
  private get allowed(): number {
    return Math.min(this.window, this.congestion.window);
  }

  private first(made: Span, cause: Cause, now: number): Outgoing {
    this.underWay.add(made, now);
    this.next = made.end;
    if (Number.isNaN(this.timerAt)) this.timerAt = now + this.timeout.value; // RFC 6298 §5.1
    return { ...made, cause, isAgain: false };
  }

  private again(sent: Sent, cause: Cause, now: number): Outgoing {
    sent.times++;
    sent.lastAt = now;
    return { ...sent, cause, isAgain: true };
  }
}

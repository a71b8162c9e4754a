/**
 * How many bytes a modelled sender may have under way: slow start, congestion avoidance, and what a loss makes of them
 * (RFC 5681 §3.1, §3.2; the initial window of RFC 6928 §2).
 */

export class Congestion {
  /** cwnd, bytes. */
  window: number;
  private threshold = Number.POSITIVE_INFINITY; // ssthresh
  private readonly mss: number;

  constructor(mss: number) {
    this.mss = mss;
    this.window = Math.min(10 * mss, Math.max(2 * mss, 14_600));
  }

  /** An ACK covers new bytes while nothing is being repaired, or after a timeout. */
  acknowledged(bytes: number): void {
    const { mss } = this;
    if (this.window < this.threshold) this.window += Math.min(bytes, mss);
    else this.window += Math.max(1, Math.floor((mss * mss) / this.window));
  }

  /** A segment timed out for the first time, with so many bytes under way (RFC 5681 §3.1, equation 4). */
  timeout(flight: number): void {
    this.threshold = this.half(flight);
    this.window = this.mss;
  }

  /** It timed out again. */
  timeoutAgain(): void {
    this.window = this.mss;
  }

  /** Three duplicate ACKs came (§3.2, steps 2 and 3). */
  enterFastRecovery(flight: number): void {
    this.threshold = this.half(flight);
    this.window = this.threshold + 3 * this.mss;
  }

  /** A further one: a segment has left the network (§3.2, step 4). */
  inflate(): void {
    this.window += this.mss;
  }

  /** An ACK covers part of what was under way (RFC 6582 §3.2, step 3). */
  partial(bytes: number): void {
    this.window = Math.max(this.mss, this.window - bytes + (bytes >= this.mss ? this.mss : 0));
  }

  /** All that was under way is acknowledged (RFC 6582 §3.2, step 3, the first choice). */
  leaveFastRecovery(flight: number): void {
    this.window = Math.min(this.threshold, Math.max(flight, this.mss) + this.mss);
  }

  private half(flight: number): number {
    return Math.max(Math.floor(flight / 2), 2 * this.mss);
  }
}

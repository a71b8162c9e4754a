/**
 * The retransmission timeout: estimated of round-trip times and doubled when it ends (RFC 6298). Times in ns. Which
 * round-trip times count is the sender's to know (Karn's algorithm, §3).
 */

/** §2.1, before the first sample; and again after a SYN was lost (§5.7). */
const FIRST_TIMEOUT = 1e9;
const AFTER_LOST_SYN = 3e9;
/** §2.5. */
const MOST_TIMEOUT = 60e9;
const ALPHA = 1 / 8;
const BETA = 1 / 4;
const K = 4;

export class Timeout {
  /** How long the timer runs now. */
  value = FIRST_TIMEOUT;
  private readonly least: number;
  private smoothed = Number.NaN;
  private variation = Number.NaN;

  constructor(least: number) {
    this.least = least;
  }

  /** A round-trip time was measured (§2.2, §2.3). */
  sample(roundTrip: number): void {
    if (Number.isNaN(this.smoothed)) {
      this.smoothed = roundTrip;
      this.variation = roundTrip / 2;
    } else {
      this.variation = (1 - BETA) * this.variation + BETA * Math.abs(this.smoothed - roundTrip);
      this.smoothed = (1 - ALPHA) * this.smoothed + ALPHA * roundTrip;
    }
    this.value = Math.min(MOST_TIMEOUT, Math.max(this.least, Math.round(this.smoothed + K * this.variation)));
  }

  /** The timer ended (§5.5). */
  double(): void {
    this.value = Math.min(MOST_TIMEOUT, this.value * 2);
  }

  /** The connection is established, but its SYN was sent more than once (§5.7). */
  beginAfterLostSyn(): void {
    this.value = AFTER_LOST_SYN;
  }
}

/** Random numbers that are the same on every run and machine: Marsaglia's xorshift with 32 bits of state. */
export class Random {
  private state: number;

  /** `seed` is any 32-bit number but zero, at which xorshift would stay. */
  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** An unsigned 32-bit number, never zero. */
  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }
}

/**
 * Rows sorted by a number each, step by step, so that nobody waits: a radix sort over the bits of the numbers, 16 at a
 * time. Stable: equal rows keep their order. Rows without a number (NaN) come last, whichever way it goes.
 */

/** Rows that one step goes over: a millisecond or so. */
const PIECE = 1 << 16;
const BUCKETS = 1 << 16;
/** Groups of 16 bits in a number of 64. */
const DIGITS = 4;

export class RowSort {
  private order: Uint32Array<ArrayBuffer>;
  private other: Uint32Array<ArrayBuffer>;
  private readonly absent: Uint32Array<ArrayBuffer>;
  private present = 0;
  private missing = 0;
  private readonly given: Uint32Array;
  private readonly keys: Float64Array;
  private readonly words: Uint32Array;
  private readonly flip: number;
  private readonly counts = new Uint32Array(BUCKETS);
  /** What is done now: -1 parts the rows with a number from those without, then each digit is counted and moved. */
  private digit = -1;
  private isCounted = false;
  private at = 0;

  /** Sorts `rows`, whose numbers are in `keys` by row. Neither is changed. */
  constructor(rows: Uint32Array, keys: Float64Array, isDescending: boolean) {
    this.given = rows;
    this.keys = keys;
    this.words = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
    this.order = new Uint32Array(rows.length);
    this.other = new Uint32Array(rows.length);
    this.absent = new Uint32Array(rows.length);
    this.flip = isDescending ? BUCKETS - 1 : 0;
  }

  /** How much of the work is done, 0 .. 1. */
  get share(): number {
    const passes = 1 + 2 * DIGITS;
    const pass = this.digit < 0 ? 0 : 1 + 2 * this.digit + (this.isCounted ? 1 : 0);
    return Math.min(1, (pass + this.at / Math.max(1, this.given.length)) / passes);
  }

  /** Goes on for a piece; true when the rows are sorted. */
  step(): boolean {
    if (this.digit < 0) this.part();
    else if (this.digit === DIGITS) return true;
    else if (this.isCounted) this.move();
    else this.count();
    return this.digit === DIGITS;
  }

  /** The rows, when they are sorted. */
  rows(): Uint32Array<ArrayBuffer> {
    this.order.set(this.absent.subarray(0, this.missing), this.present);
    return this.order;
  }

  private part(): void {
    const { given, keys, order, absent } = this;
    const end = Math.min(given.length, this.at + PIECE);
    for (; this.at < end; this.at++) {
      const row = given[this.at]!;
      if (Number.isNaN(keys[row]!)) absent[this.missing++] = row;
      else order[this.present++] = row;
    }
    if (this.at === given.length) this.next(0);
  }

  private count(): void {
    const { order, counts } = this;
    const end = Math.min(this.present, this.at + PIECE);
    for (; this.at < end; this.at++) counts[this.digitOf(order[this.at]!)]!++;
    if (this.at < this.present) return;
    // Numbers that all have the same digit stay as they are: most of them for small whole numbers.
    if (counts.includes(this.present)) return this.next(this.digit + 1);
    let sum = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const here = counts[bucket]!;
      counts[bucket] = sum;
      sum += here;
    }
    this.isCounted = true;
    this.at = 0;
  }

  private move(): void {
    const { order, other, counts } = this;
    const end = Math.min(this.present, this.at + PIECE);
    for (; this.at < end; this.at++) {
      const row = order[this.at]!;
      other[counts[this.digitOf(row)]!++] = row;
    }
    if (this.at < this.present) return;
    [this.order, this.other] = [other, order];
    this.next(this.digit + 1);
  }

  private next(digit: number): void {
    this.digit = digit;
    this.isCounted = false;
    this.at = 0;
    this.counts.fill(0);
  }

  /** 16 bits of a row's number, by which rows are sorted: of negative numbers all bits turn, of others the sign. */
  private digitOf(row: number): number {
    const { words, digit } = this;
    const high = words[2 * row + 1]!;
    const word = digit < 2 ? words[2 * row]! : high;
    const turned = high & 0x80000000 ? ~word : digit < 2 ? word : word ^ 0x80000000;
    return ((turned >>> (digit & 1 ? 16 : 0)) & (BUCKETS - 1)) ^ this.flip;
  }
}

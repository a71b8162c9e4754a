/**
 * xxHash, 64 bits wide, with seed 0: the checksum of Zstandard's frames. Fed in pieces of any length.
 *
 * Numbers of 64 bits are held as two halves: a BigInt for every eight bytes is far slower than unpacking them.
 */

/** Halves of a number: upper, lower. */
type Halves = readonly [upper: number, lower: number];

const PRIME_1: Halves = [0x9e3779b1, 0x85ebca87];
const PRIME_2: Halves = [0xc2b2ae3d, 0x27d4eb4f];
const PRIME_3: Halves = [0x165667b1, 0x9e3779f9];
const PRIME_4: Halves = [0x85ebca77, 0xc2b2ae63];
const PRIME_5: Halves = [0x27d4eb2f, 0x165667c5];

/** Bytes that are taken in together, a quarter into each of four sums. */
const STRIPE = 32;
const LANE = 8;

/** What the operations below work on, as a processor has one: no object is made for a number. */
let upper = 0;
let lower = 0;

function load([high, low]: Halves): void {
  upper = high | 0;
  lower = low | 0;
}

function add(high: number, low: number): void {
  const sum = (lower >>> 0) + (low >>> 0);
  upper = (upper + high + (sum > 0xffff_ffff ? 1 : 0)) | 0;
  lower = sum | 0;
}

function xor(high: number, low: number): void {
  upper ^= high;
  lower ^= low;
}

/** Multiplies by quarters of 16 bits, whose products a double holds exactly. */
function multiply(high: number, low: number): void {
  const a0 = lower & 0xffff;
  const a1 = lower >>> 16;
  const b0 = low & 0xffff;
  const b1 = low >>> 16;
  const least = a0 * b0;
  const middle = a1 * b0 + (least >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  const carried = a1 * b1 + (middle >>> 16) + (other >>> 16);
  upper = (carried + Math.imul(upper, low) + Math.imul(lower, high)) | 0;
  lower = (other << 16) | (least & 0xffff);
}

/** Rotates by 1 .. 31 bits to the left. */
function rotate(by: number): void {
  const high = upper;
  upper = (high << by) | (lower >>> (32 - by));
  lower = (lower << by) | (high >>> (32 - by));
}

/** The step by which eight bytes join the sum at hand. */
function round(high: number, low: number): void {
  const sumUpper = upper;
  const sumLower = lower;
  upper = high;
  lower = low;
  multiply(PRIME_2[0], PRIME_2[1]);
  add(sumUpper, sumLower);
  rotate(31);
  multiply(PRIME_1[0], PRIME_1[1]);
}

export class XxHash64 {
  /** Four sums, each upper half first. */
  private readonly sums = new Int32Array(STRIPE / 4);
  /** The beginning of a stripe that is not whole yet. */
  private readonly rest = new Uint8Array(STRIPE);
  private readonly restView = new DataView(this.rest.buffer);
  private length = 0;

  constructor() {
    load(PRIME_1);
    add(...PRIME_2);
    this.store(0);
    load(PRIME_2);
    this.store(2);
    // The fourth begins with minus the first prime.
    load([~PRIME_1[0], ~PRIME_1[1]]);
    add(0, 1);
    this.store(6);
  }

  update(bytes: Uint8Array): this {
    const held = this.length % STRIPE;
    this.length += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(STRIPE - held, bytes.length);
      this.rest.set(bytes.subarray(0, at), held);
      if (held + at < STRIPE) return this;
      this.stripes(this.restView, 0, STRIPE);
    }
    const whole = at + Math.floor((bytes.length - at) / STRIPE) * STRIPE;
    this.stripes(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at, whole);
    this.rest.set(bytes.subarray(whole));
    return this;
  }

  /** The hash's lower 32 bits of all bytes so far, 0 .. 2^32 - 1: those that Zstandard keeps. */
  digestLower(): number {
    if (this.length < STRIPE) load(PRIME_5);
    else this.joinSums();
    add(Math.floor(this.length / 2 ** 32), this.length | 0);
    this.joinRest();
    xor(0, upper >>> 1); // a shift by 33
    multiply(PRIME_2[0], PRIME_2[1]);
    xor(upper >>> 29, (lower >>> 29) | (upper << 3));
    multiply(PRIME_3[0], PRIME_3[1]);
    xor(0, upper);
    return lower >>> 0;
  }

  private stripes(view: DataView, from: number, to: number): void {
    for (let at = from; at < to; at += STRIPE) {
      for (let lane = 0; lane < STRIPE; lane += LANE) {
        this.recall(lane / 4);
        round(view.getInt32(at + lane + 4, true), view.getInt32(at + lane, true));
        this.store(lane / 4);
      }
    }
  }

  private joinSums(): void {
    load([0, 0]);
    for (const [place, by] of SUM_ROTATIONS) {
      const sumUpper = upper;
      const sumLower = lower;
      this.recall(place);
      rotate(by);
      add(sumUpper, sumLower);
    }
    for (const [place] of SUM_ROTATIONS) {
      const hashUpper = upper;
      const hashLower = lower;
      load([0, 0]);
      round(this.sums[place]!, this.sums[place + 1]!);
      xor(hashUpper, hashLower);
      multiply(PRIME_1[0], PRIME_1[1]);
      add(...PRIME_4);
    }
  }

  private joinRest(): void {
    const end = this.length % STRIPE;
    let at = 0;
    for (; at + LANE <= end; at += LANE) {
      const hashUpper = upper;
      const hashLower = lower;
      load([0, 0]);
      round(this.restView.getInt32(at + 4, true), this.restView.getInt32(at, true));
      xor(hashUpper, hashLower);
      rotate(27);
      multiply(PRIME_1[0], PRIME_1[1]);
      add(...PRIME_4);
    }
    if (at + 4 <= end) {
      this.join(this.restView.getInt32(at, true), PRIME_1, 23, PRIME_2);
      add(...PRIME_3);
      at += 4;
    }
    for (; at < end; at++) this.join(this.rest[at]!, PRIME_5, 11, PRIME_1);
  }

  /** Joins an unsigned number of 32 bits, times one prime, with the hash; rotates; multiplies by another. */
  private join(value: number, prime: Halves, by: number, then: Halves): void {
    const hashUpper = upper;
    const hashLower = lower;
    load([0, value]);
    multiply(prime[0], prime[1]);
    xor(hashUpper, hashLower);
    rotate(by);
    multiply(then[0], then[1]);
  }

  private recall(place: number): void {
    upper = this.sums[place]!;
    lower = this.sums[place + 1]!;
  }

  private store(place: number): void {
    this.sums[place] = upper;
    this.sums[place + 1] = lower;
  }
}

/** Place of each sum, and by how many bits it is rotated when the four become one. */
const SUM_ROTATIONS = [
  [0, 1],
  [2, 7],
  [4, 12],
  [6, 18],
] as const;

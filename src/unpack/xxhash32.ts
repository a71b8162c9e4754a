/** xxHash, 32 bits wide, with seed 0: the checksum of LZ4's frames. Fed in pieces of any length. */

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

/** Bytes that are taken in together, a quarter into each of four sums. */
const STRIPE = 16;

export class XxHash32 {
  private readonly sums = Int32Array.of(PRIME_1 + PRIME_2, PRIME_2, 0, -PRIME_1);
  /** The beginning of a stripe that is not whole yet. */
  private readonly rest = new Uint8Array(STRIPE);
  private readonly restView = new DataView(this.rest.buffer);
  private length = 0;

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

  /** The hash of all bytes so far, 0 .. 2^32 - 1. */
  digest(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.sums;
    let hash = this.length < STRIPE ? PRIME_5 : rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
    hash = (hash + this.length) | 0;
    const end = this.length % STRIPE;
    let at = 0;
    for (; at + 4 <= end; at += 4) {
      hash = Math.imul(rotate((hash + Math.imul(this.restView.getUint32(at, true), PRIME_3)) | 0, 17), PRIME_4);
    }
    for (; at < end; at++) hash = Math.imul(rotate((hash + Math.imul(this.rest[at]!, PRIME_5)) | 0, 11), PRIME_1);
    hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
    hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  private stripes(view: DataView, from: number, to: number): void {
    let [a = 0, b = 0, c = 0, d = 0] = this.sums;
    for (let at = from; at < to; at += STRIPE) {
      a = round(a, view.getInt32(at, true));
      b = round(b, view.getInt32(at + 4, true));
      c = round(c, view.getInt32(at + 8, true));
      d = round(d, view.getInt32(at + 12, true));
    }
    this.sums.set([a, b, c, d]);
  }
}

const round = (sum: number, lane: number): number =>
  Math.imul(rotate((sum + Math.imul(lane, PRIME_2)) | 0, 13), PRIME_1);

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

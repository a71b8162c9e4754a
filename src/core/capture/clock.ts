/**
 * The clock of a pcapng interface: 64-bit counts of ticks, of any power of ten or two, as seconds and nanoseconds.
 *
 * JavaScript numbers hold 53 bits. The upper half of a count changes once in 71 minutes of microseconds, so what it
 * stands for is worked out exactly, with BigInt, when it changes; each packet then adds its lower half with numbers.
 */
import type { FrameRecord } from "./reader.ts";

const NANOSECONDS = 1_000_000_000;
const LOW_HALF = 2 ** 32;
const EXACT = 2 ** 53;

/** Ticks per second of an interface that does not state them: microseconds. */
export const DEFAULT_RESOLUTION = 6;

/** Ticks per second by the option's byte: a power of ten, or of two when its top bit is set. */
function ticksPerSecond(resolution: number): bigint {
  const exponent = BigInt(resolution & 0x7f);
  return resolution & 0x80 ? 2n ** exponent : 10n ** exponent;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Ticks per second that times are written out for, and the decimals that this takes. Wireshark's steps. */
const DECIMALS: readonly (readonly [ticks: number, decimals: number])[] = [
  [1e9, 9],
  [1e6, 6],
  [1e3, 3],
  [100, 2],
  [10, 1],
];

export class Clock {
  /** Decimals of a second that its times are worth writing with. */
  readonly decimals: number;
  private readonly exactTicks: bigint;
  private readonly ticks: number;
  private readonly offset: number;
  /** Nanoseconds are ticks * multiplier / divisor. */
  private readonly multiplier: number;
  private readonly divisor: number;
  /** True while all the numbers on the way stay exact, as they do up to femtoseconds, 10^-15, and for 2^-32. */
  private readonly fine: boolean;
  private high = -1;
  private secondsOfHigh = 0;
  private ticksOfHigh = 0;

  /** `resolution` as in the option if_tsresol; `offset` in seconds, as in if_tsoffset. */
  constructor(resolution: number, offset: number) {
    this.exactTicks = ticksPerSecond(resolution);
    this.ticks = Number(this.exactTicks);
    this.decimals = DECIMALS.find(([ticks]) => this.ticks >= ticks)?.[1] ?? 0;
    this.offset = offset;
    const common = greatestCommonDivisor(NANOSECONDS, this.ticks);
    this.multiplier = NANOSECONDS / common;
    this.divisor = this.ticks / common;
    this.fine = this.ticks * this.multiplier <= EXACT && this.ticks + LOW_HALF <= EXACT;
  }

  /** Writes the time that `high` and `low`, the halves of a count, stand for; parts of a nanosecond are dropped. */
  stamp(frame: FrameRecord, high: number, low: number): void {
    frame.hasTime = true;
    if (!this.fine) return this.stampExactly(frame, high, low);
    if (high !== this.high) this.turn(high);
    const ticks = this.ticksOfHigh + low;
    const seconds = Math.floor(ticks / this.ticks);
    frame.seconds = this.secondsOfHigh + seconds;
    frame.nanoseconds = Math.floor(((ticks - seconds * this.ticks) * this.multiplier) / this.divisor);
  }

  private turn(high: number): void {
    const ticks = BigInt(high) << 32n;
    this.high = high;
    this.secondsOfHigh = Number(ticks / this.exactTicks) + this.offset;
    this.ticksOfHigh = Number(ticks % this.exactTicks);
  }

  private stampExactly(frame: FrameRecord, high: number, low: number): void {
    const ticks = (BigInt(high) << 32n) | BigInt(low);
    frame.seconds = Number(ticks / this.exactTicks) + this.offset;
    frame.nanoseconds = Number(((ticks % this.exactTicks) * BigInt(NANOSECONDS)) / this.exactTicks);
  }
}

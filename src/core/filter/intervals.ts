/**
 * Comparisons with whole numbers as the intervals of numbers for which they hold: so they can be asked of a column of
 * numbers without a call for each.
 */
import type { Value } from "./kinds.ts";
import { NOT_TAKEN, TAKEN } from "./run.ts";

/** Whole numbers from `low` to `high`, both among them. */
export interface Interval {
  readonly low: number | bigint;
  readonly high: number | bigint;
}

/** A comparison of a value, or of those of its bits that the mask has, where there is one. */
export interface NumberTest {
  /** 0 .. 2^31 - 1; null for the value as it is. */
  readonly mask: number | null;
  /** It holds for what any of them has. */
  readonly intervals: readonly Interval[];
}

/** Every number. */
export const ANY_NUMBER: NumberTest = { mask: null, intervals: [{ low: -Infinity, high: Infinity }] };

/** The numbers that compare so with a constant; null for what is no whole number. */
export function numbersThat(operator: string, constant: Value): readonly Interval[] | null {
  if (typeof constant === "string" || (typeof constant === "number" && !Number.isInteger(constant))) return null;
  const below = { low: -Infinity, high: stepped(constant, -1) };
  const above = { low: stepped(constant, 1), high: Infinity };
  switch (operator) {
    case "==":
    case "===":
      return [{ low: constant, high: constant }];
    case "!=":
    case "!==":
      return [below, above];
    case ">":
      return [above];
    case "<":
      return [below];
    case ">=":
      return [{ low: constant, high: Infinity }];
    case "<=":
      return [{ low: -Infinity, high: constant }];
    default:
      return null;
  }
}

const stepped = (value: number | bigint, by: 1 | -1): number | bigint =>
  typeof value === "bigint" ? value + BigInt(by) : value + by;

/** The comparison as a test of one value. */
export function holdsWithin(intervals: readonly Interval[]): (value: Value) => boolean {
  const [first, ...others] = intervals;
  if (!first) return () => false;
  const { low, high } = first;
  // What is compared with a number is a number or a bigint, and those compare alike.
  if (others.length === 0) return (value) => (value as number) >= low && (value as number) <= high;
  const tests = intervals.map((one) => holdsWithin([one]));
  return (value) => tests.some((holds) => holds(value));
}

/**
 * Says of each of the first `length` numbers whether the test holds, and NOT_TAKEN where there is none: NaN. `start` was
 * taken from each number before, and is from the intervals' ends now.
 */
export function markWithin(
  { mask, intervals }: NumberTest,
  numbers: Float64Array,
  length: number,
  start: bigint,
  out: Uint8Array,
): void {
  if (mask !== null) for (let i = 0; i < length; i++) numbers[i] = masked(numbers[i]!, mask);
  const [first, ...others] = intervals.map(({ low, high }) => ({ low: end(low, start), high: end(high, start) }));
  if (!first) return void out.fill(NOT_TAKEN, 0, length);
  markOne(numbers, length, first.low, first.high, out);
  for (const { low, high } of others) addOne(numbers, length, low, high, out);
}

// The loops stand by themselves: they run some million times, and are made fast when they are small.

function markOne(numbers: Float64Array, length: number, low: number, high: number, out: Uint8Array): void {
  for (let i = 0; i < length; i++) {
    const value = numbers[i]!;
    out[i] = value >= low && value <= high ? TAKEN : NOT_TAKEN;
  }
}

function addOne(numbers: Float64Array, length: number, low: number, high: number, out: Uint8Array): void {
  for (let i = 0; i < length; i++) {
    const value = numbers[i]!;
    if (value >= low && value <= high) out[i] = TAKEN;
  }
}

/** NaN stays what it is. */
const masked = (value: number, mask: number): number => (value >= 0 ? value & mask : value);

/** An end as a number: one too large to be exact is beyond all that a column holds. */
const end = (value: number | bigint, start: bigint): number =>
  typeof value === "bigint" || (start !== 0n && Number.isFinite(value)) ? Number(BigInt(value) - start) : value;

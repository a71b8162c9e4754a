import fc from "fast-check";
import { expect, it } from "vitest";
import { holdsWithin, markWithin, numbersThat } from "./intervals.ts";
import { order } from "./kinds.ts";
import { NOT_TAKEN, TAKEN } from "./run.ts";

const JUDGES = {
  "==": (by: number) => by === 0,
  "!=": (by: number) => by !== 0,
  ">": (by: number) => by > 0,
  "<": (by: number) => by < 0,
  ">=": (by: number) => by >= 0,
  "<=": (by: number) => by <= 0,
} as const;

const operators = fc.constantFrom(...(Object.keys(JUDGES) as (keyof typeof JUDGES)[])); // the names of the record
const small = fc.oneof(fc.nat(5), fc.maxSafeNat(), fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1));
const whole = fc.oneof(small, fc.bigInt({ min: 0n, max: 10n }), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }));

it("compares numbers and bigints as they are ordered", () => {
  fc.assert(
    fc.property(operators, whole, whole, (operator, constant, value) => {
      const expected = JUDGES[operator](order(value, constant));
      expect(holdsWithin(numbersThat(operator, constant)!)(value)).toBe(expected);
    }),
  );
});

it("compares many numbers as one, with a mask and with what all of them count from", () => {
  const start = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 2n ** 61n }));
  const mask = fc.option(fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  const values = fc.array(fc.option(fc.oneof(fc.nat(9), fc.nat(2 ** 31 - 1)), { nil: Number.NaN }));
  fc.assert(
    fc.property(operators, fc.nat(9), values, mask, start, (operator, constant, all, bits, from) => {
      const numbers = Float64Array.from(all);
      const out = new Uint8Array(all.length).fill(7);
      const wanted = from === 0n ? constant : BigInt(constant) + from;
      markWithin({ mask: bits, intervals: numbersThat(operator, wanted)! }, numbers, all.length, from, out);
      const expected = all.map((value) => {
        const isHeld = JUDGES[operator](order(bits === null ? value : value & bits, constant));
        return !Number.isNaN(value) && isHeld ? TAKEN : NOT_TAKEN;
      });
      expect([...out]).toEqual(expected);
    }),
  );
});

it("leaves texts and fractions to others", () => {
  expect([numbersThat("==", "a"), numbersThat("<", 0.5), numbersThat("contains", 1)]).toEqual([null, null, null]);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationText, epochText, secondsText } from "./time.ts";

it("writes points in time with nine decimals", () => {
  expect(epochText(1275676987, 487882000)).toBe("1275676987.487882000");
  expect(epochText(0, 5)).toBe("0.000000005");
});

it("writes durations in nanoseconds, negative ones too", () => {
  expect([0, 1, 1_500_000_000, -1, -1_000_000_000].map(secondsText)).toEqual([
    "0.000000000",
    "0.000000001",
    "1.500000000",
    "-0.000000001",
    "-1.000000000",
  ]);
});

it("writes exact durations of any length", () => {
  const durations = [0n, 1n, -1n, -1_500_000_000n, 4_294_967_295_123_456_789n];
  expect(durations.map(secondsText)).toEqual([
    "0.000000000",
    "0.000000001",
    "-0.000000001",
    "-1.500000000",
    "4294967295.123456789",
  ]);
});

describe("a duration in seconds and nanoseconds", () => {
  it.each([
    [1, 2, "1.000000002"],
    [1, -2, "0.999999998"],
    [0, -2, "-0.000000002"],
    [-1, 0, "-1.000000000"],
    [-1, 400_000_000, "-0.600000000"],
    [-2, 999_999_999, "-1.000000001"],
    [40_000_000_000, 123_456_789, "40000000000.123456789"],
  ])("%d s and %d ns are %s", (seconds, nanoseconds, text) => {
    expect(durationText(seconds, nanoseconds)).toBe(text);
  });

  it("is what it is in nanoseconds", () => {
    const seconds = fc.integer({ min: -1000, max: 1000 });
    const nanoseconds = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(seconds, nanoseconds, (seconds, nanoseconds) => {
        expect(durationText(seconds, nanoseconds)).toBe(secondsText(seconds * 1e9 + nanoseconds));
      }),
    );
  });
});

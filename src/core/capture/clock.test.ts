import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Clock } from "./clock.ts";
import { blankFrame } from "./reader.ts";

const POWER_OF_TWO = 0x80;

function stamp(clock: Clock, ticks: bigint): [seconds: number, nanoseconds: number] {
  const frame = blankFrame();
  clock.stamp(frame, Number(ticks >> 32n), Number(ticks & 0xffff_ffffn));
  expect(frame.hasTime).toBe(true);
  return [frame.seconds, frame.nanoseconds];
}

describe("a clock", () => {
  it.each([
    [0, 1_234_567_890n, 1_234_567_890, 0],
    [3, 1_234_567_890_123n, 1_234_567_890, 123_000_000],
    [6, 1_234_567_890_123_456n, 1_234_567_890, 123_456_000],
    [9, 1_234_567_890_123_456_789n, 1_234_567_890, 123_456_789],
    [12, 1_234_567_890_123_456_789n, 1_234_567, 890_123_456],
    [15, 1_234_567_890_123_456_789n, 1234, 567_890_123],
    [18, 1_234_567_890_123_456_789n, 1, 234_567_890],
    [25, 18_446_744_073_709_551_615n, 0, 1844],
    [POWER_OF_TWO | 0, 7n, 7, 0],
    [POWER_OF_TWO | 1, 7n, 3, 500_000_000],
    [POWER_OF_TWO | 10, 1025n, 1, 976_562],
    [POWER_OF_TWO | 32, 0x4996_02d2_8000_0001n, 1_234_567_890, 500_000_000],
    [POWER_OF_TWO | 63, 0x8000_0000_0000_0000n, 1, 0],
    [POWER_OF_TWO | 127, 0xffff_ffff_ffff_ffffn, 0, 0],
  ])("of resolution %i reads %i as %i s and %i ns", (resolution, ticks, seconds, nanoseconds) => {
    expect(stamp(new Clock(resolution, 0), ticks)).toEqual([seconds, nanoseconds]);
  });

  it("adds its offset, which may be negative", () => {
    expect(stamp(new Clock(6, 3600), 1_500_000n)).toEqual([3601, 500_000_000]);
    expect(stamp(new Clock(6, -3600), 1_500_000n)).toEqual([-3599, 500_000_000]);
    expect(stamp(new Clock(18, -5), 0n)).toEqual([-5, 0]);
  });

  it("is exact at every resolution while a number holds the seconds, whatever it read before", () => {
    const resolution = fc.integer({ min: 0, max: 255 });
    const counts = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 1 });
    fc.assert(
      fc.property(resolution, counts, (resolution, counts) => {
        const clock = new Clock(resolution, 0);
        const exponent = BigInt(resolution % POWER_OF_TWO);
        const perSecond = resolution < POWER_OF_TWO ? 10n ** exponent : 2n ** exponent;
        for (const ticks of counts.filter((ticks) => ticks / perSecond <= Number.MAX_SAFE_INTEGER)) {
          const nanoseconds = ((ticks % perSecond) * 1_000_000_000n) / perSecond;
          expect(stamp(clock, ticks)).toEqual([Number(ticks / perSecond), Number(nanoseconds)]);
        }
      }),
    );
  });

  it("knows how many decimals its times are worth", () => {
    const decimals = (resolution: number) => new Clock(resolution, 0).decimals;
    expect([0, 1, 2, 3, 5, 6, 8, 9, 15].map(decimals)).toEqual([0, 1, 2, 3, 3, 6, 6, 9, 9]);
    expect([0x81, 0x84, 0x8a, 0x94, 0x9e].map(decimals)).toEqual([0, 1, 3, 6, 9]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCK, RowTops } from "./row-tops.ts";

/** Rows with these ns from each to the next, over several blocks, and breaks before some of them. */
const spacing = fc
  .record({
    gaps: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 }),
    count: fc.integer({ min: 0, max: 3 * BLOCK }),
    breaks: fc.uniqueArray(fc.integer({ min: 1, max: 3 * BLOCK }), { maxLength: 5 }),
    scale: fc.double({ min: 1e-4, max: 1, noNaN: true }),
  })
  .map(({ gaps, count, breaks, scale }) => {
    const time = new Float64Array(count);
    for (let place = 1; place < count; place++) time[place] = time[place - 1]! + gaps[place % gaps.length]!;
    return { time, breaks: Uint32Array.from(breaks).sort(), scale, leastStep: 4, breakHeight: 70 };
  });

/** But for what sums of many numbers lose. */
const isSame = (one: number, other: number) => Math.abs(one - other) <= 1e-9 * Math.max(one, other);

describe("RowTops", () => {
  it("puts each row where its time, the least step and the breaks put it", () => {
    fc.assert(
      fc.property(spacing, (given) => {
        const tops = new RowTops(given, 10);
        let top = 10;
        given.time.forEach((time, place) => {
          if (given.breaks.includes(place)) top += 70;
          else if (place > 0) top += Math.max(4, (time - given.time[place - 1]!) * given.scale);
          if (!isSame(tops.at(place), top)) throw new Error(`row ${place} at ${tops.at(place)}, not at ${top}`);
        });
        expect(isSame(tops.last, top)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("finds the last row up to a height, at a block's edges too", () => {
    fc.assert(
      fc.property(spacing, fc.double({ min: 0, max: 1.1, noNaN: true }), (given, share) => {
        const tops = new RowTops(given, 10);
        for (const y of [tops.last * share, tops.last, 9, 10, ...edges(tops, given.time.length)]) {
          const found = tops.lastUpTo(y);
          if (found >= 0) expect(tops.at(found)).toBeLessThanOrEqual(y);
          if (found + 1 < given.time.length) expect(tops.at(found + 1)).toBeGreaterThan(y);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function edges(tops: RowTops, count: number): number[] {
  return [BLOCK - 1, BLOCK, 2 * BLOCK]
    .filter((place) => place < count)
    .flatMap((place) => [tops.at(place) - 0.5, tops.at(place), tops.at(place) + 0.5]);
}

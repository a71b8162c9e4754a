import fc from "fast-check";
import { expect, it } from "vitest";
import { LineHeights } from "./line-heights.ts";

/** All guessed. */
function heightsOf(lines: readonly number[]): LineHeights {
  const heights = new LineHeights(lines.length, (place) => lines[place]!);
  while (!heights.step());
  return heights;
}

it("finds each packet at every pixel that it takes, after changes too", () => {
  const lists = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3000 });
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 200 })), { maxLength: 5 });
  fc.assert(
    fc.property(lists, changes, fc.nat(), (lines, changed, asked) => {
      const heights = heightsOf(lines);
      const now = [...lines];
      for (const [place, many] of changed) {
        const at = place % now.length;
        expect(heights.set(at, many)).toBe(many - now[at]!);
        now[at] = many;
      }
      const place = asked % now.length;
      const before = now.slice(0, place).reduce((sum, one) => sum + one, 0);
      expect(heights.before(place)).toBe(before);
      expect(heights.total()).toBe(now.reduce((sum, one) => sum + one, 0));
      const top = before * 18 + place * 2;
      expect(heights.placeAt(top, 18, 2)).toBe(place);
      expect(heights.placeAt(top + now[place]! * 18 + 1, 18, 2)).toBe(place);
    }),
    { numRuns: 50 },
  );
});

it("gives the last packet for what is below all, and the first of none", () => {
  expect(heightsOf([1, 1, 1]).placeAt(1e9, 18, 2)).toBe(2);
  expect(heightsOf([]).placeAt(5, 18, 2)).toBe(0);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { FindHits } from "./hits.ts";

const rows = (...all: readonly number[]) => Uint32Array.from(all);

it("tells what is next as soon as nothing between is unread", () => {
  const hits = new FindHits(rows(), 10, 4);
  expect([hits.after(3), hits.before(3)]).toEqual([undefined, undefined]);
  hits.add(rows(6), 7);
  expect([hits.after(3), hits.after(6), hits.before(8)]).toEqual([6, undefined, undefined]);
  hits.add(rows(), 0);
  expect([hits.after(6), hits.before(9)]).toEqual([undefined, 6]);
  hits.add(rows(1), 2);
  expect([hits.after(6), hits.before(6)]).toEqual([1, undefined]);
  hits.add(rows(), null);
  expect([hits.after(1), hits.before(1), hits.before(6)]).toEqual([6, 6, 1]);
});

it("finds nothing, or the one that there is, only when all is read", () => {
  const none = new FindHits(rows(), 3, 0);
  none.add(rows(), null);
  expect([none.after(0), none.before(0)]).toEqual([null, null]);
  const one = new FindHits(rows(2), 3, 0);
  expect(one.after(2)).toBeUndefined();
  one.add(rows(), null);
  expect([one.after(2), one.before(2), one.after(-1)]).toEqual([2, 2, 2]);
});

it("never tells another packet than in the end, however far reading is", () => {
  const capture = fc.record({
    flags: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
    seed: fc.nat(),
    at: fc.nat(),
  });
  fc.assert(
    fc.property(capture, fc.nat(12), ({ flags, seed, at }, read) => {
      const total = flags.length;
      const [begin, row] = [seed % total, at % total];
      const order = flags.map((_, step) => (begin + step) % total);
      const found = (of: readonly number[]) => Uint32Array.from(of.filter((one) => flags[one])).sort();
      const whole = new FindHits(found(order), total, begin);
      whole.add(rows(), null);
      const part = new FindHits(rows(), total, begin);
      const done = Math.min(read, total);
      part.add(found(order.slice(0, done)), order[done] ?? null);
      for (const way of ["after", "before"] as const) {
        const said = part[way](row);
        if (said !== undefined) expect(said).toBe(whole[way](row));
      }
      const forwards = [...flags.keys()].map((step) => (row + 1 + step) % total).find((one) => flags[one]);
      expect(whole.after(row)).toBe(forwards ?? null);
    }),
  );
});

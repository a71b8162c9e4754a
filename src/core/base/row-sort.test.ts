import fc from "fast-check";
import { expect, it } from "vitest";
import { RowSort } from "./row-sort.ts";

function sorted(rows: readonly number[], keys: readonly number[], isDescending = false): number[] {
  const sort = new RowSort(Uint32Array.from(rows), Float64Array.from(keys), isDescending);
  let share = 0;
  while (!sort.step()) {
    expect(sort.share).toBeGreaterThanOrEqual(share);
    share = sort.share;
  }
  return [...sort.rows()];
}

it("sorts as the platform's own stable sort does, with what has no number last", () => {
  const property = fc.property(
    fc.array(fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, 1, Number.NaN, -1, Infinity, -Infinity))),
    fc.boolean(),
    (numbers, isDescending) => {
      const keys = numbers.map((number) => number + 0); // there is one zero only
      const rows = keys.map((_, row) => row);
      const there = rows.filter((row) => !Number.isNaN(keys[row]!));
      const order = (a: number, b: number) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0);
      there.sort((a, b) => (isDescending ? -order(a, b) : order(a, b)));
      const absent = rows.filter((row) => Number.isNaN(keys[row]!));
      expect(sorted(rows, keys, isDescending)).toEqual([...there, ...absent]);
    },
  );
  fc.assert(property);
});

it("sorts some of the rows, and many", () => {
  expect(sorted([1, 3, 4], [9, 5, 9, 7, 6])).toEqual([1, 4, 3]);
  const keys = Array.from({ length: 200_000 }, (_, row) => (row * 7919) % 200_003);
  const rows = keys.map((_, row) => row);
  const order = sorted(rows, keys);
  expect(order.every((row, place) => place === 0 || keys[order[place - 1]!]! < keys[row]!)).toBe(true);
});

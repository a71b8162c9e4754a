import { expect, test } from "vitest";
import { FragmentRows } from "./fragment-rows.ts";

const pairs = (...numbers: readonly number[]) => Uint32Array.from(numbers);

test("a packet needs the rows of its fragments, whichever piece told of it", () => {
  const rows = new FragmentRows()
    .with(pairs(5, 3, 5, 2, 9, 8))
    .with(pairs())
    .with(pairs(70_000, 11, 70_000, 69_999, 80_000, 1));
  expect(rows.neededBy(5)).toEqual([2, 3]);
  expect(rows.neededBy(9)).toEqual([8]);
  expect(rows.neededBy(70_000)).toEqual([11, 69_999]);
  expect(rows.neededBy(80_000)).toEqual([1]);
});

test("others need none", () => {
  const rows = new FragmentRows().with(pairs(5, 3, 9, 8));
  for (const row of [0, 3, 4, 6, 8, 10, 1e6]) expect(rows.neededBy(row)).toEqual([]);
  expect(new FragmentRows().neededBy(0)).toEqual([]);
});

test("fragments of fragments are needed as well, each once", () => {
  const rows = new FragmentRows().with(pairs(2, 1, 4, 3, 6, 2, 6, 4, 6, 1));
  expect(rows.neededBy(6)).toEqual([1, 2, 3, 4]);
});

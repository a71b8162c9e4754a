import { array, assert, integer, property, tuple } from "fast-check";
import { expect, it } from "vitest";
import { IntTuples } from "./int-tuples.ts";

function rowsOf(tuples: readonly (readonly [number, number, number])[]) {
  const table = new IntTuples(3);
  const ask = (of: readonly number[]) => {
    table.wanted.set(of);
    return table.row();
  };
  return { table, rows: tuples.map(ask), ask };
}

it("gives equal tuples one row, others other rows, in order of first appearance", () => {
  const number = integer({ min: -3, max: 3 });
  assert(
    property(array(tuple(number, number, number), { maxLength: 400 }), (tuples) => {
      const { rows, table } = rowsOf(tuples);
      const met: string[] = [];
      const expected = tuples.map((one) => {
        const text = one.join();
        if (!met.includes(text)) met.push(text);
        return met.indexOf(text);
      });
      expect(rows).toEqual(expected);
      expect(table.length).toBe(met.length);
    }),
  );
});

it("keeps what it has while it grows", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => [i, -i, i * 0x10001] as const);
  const { rows, table, ask } = rowsOf(many);
  expect(rows).toEqual(many.map((_, i) => i));
  expect(many.map(ask)).toEqual(rows);
  expect([table.at(777, 0), table.at(777, 1), table.at(777, 2)]).toEqual([777, -777, (777 * 0x10001) | 0]);
});

it("does not find what it never met", () => {
  const { table } = rowsOf([[1, 2, 3]]);
  table.wanted.set([1, 2, 4]);
  expect(table.find()).toBe(-1);
  table.wanted.set([1, 2, 3]);
  expect([table.find(), table.length]).toEqual([0, 1]);
});

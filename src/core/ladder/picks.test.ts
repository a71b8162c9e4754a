import fc from "fast-check";
import { expect, it } from "vitest";
import { commonOf, nearestOf, withToggled } from "./picks.ts";

const someRows = fc.uniqueArray(fc.nat(50)).map((rows) => Uint32Array.from(rows).sort());

it("takes a row in where it was missing, and out where it was there", () => {
  expect(withToggled(Uint32Array.of(2, 5), 3)).toEqual(Uint32Array.of(2, 3, 5));
  expect(withToggled(Uint32Array.of(2, 3, 5), 5)).toEqual(Uint32Array.of(2, 3));
  expect(withToggled(new Uint32Array(0), 0)).toEqual(Uint32Array.of(0));
});

it("is a set: toggled twice it is what it was", () => {
  fc.assert(
    fc.property(someRows, fc.nat(50), (rows, row) => {
      const set = new Set(rows);
      if (!set.delete(row)) set.add(row);
      expect(withToggled(rows, row)).toEqual(Uint32Array.from(set).sort());
      expect(withToggled(withToggled(rows, row), row)).toEqual(rows);
    }),
  );
});

it("tells the row that is nearest", () => {
  const rows = Uint32Array.of(2, 5, 9);
  expect([0, 2, 3, 4, 7, 8, 20].map((row) => nearestOf(rows, row))).toEqual([2, 2, 2, 5, 5, 9, 9]);
});

it("tells what two sets have in common", () => {
  expect(commonOf(Uint32Array.of(1, 4, 6), Uint32Array.of(0, 1, 2, 6, 8))).toEqual(Uint32Array.of(1, 6));
});

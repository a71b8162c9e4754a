import { expect, it } from "vitest";
import { placeOf } from "./bisect.ts";

it("knows the place of a row among some", () => {
  const some = Uint32Array.of(3, 7, 8, 20);
  expect([3, 7, 8, 20].map((row) => placeOf(some, row))).toEqual([0, 1, 2, 3]);
  expect([0, 5, 21].map((row) => placeOf(some, row))).toEqual([-1, -1, -1]);
  expect(placeOf(new Uint32Array(0), 1)).toBe(-1);
});

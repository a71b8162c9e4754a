import { expect, it } from "vitest";
import { NOT_CAPTURED, QUOTES_NOTHING, QuoteRows } from "./quote-rows.ts";

const quotes = new QuoteRows().with(Uint32Array.of(4, 2, 6, 0)).with(Uint32Array.of(9, 2, 12, 10, 70_000, 2));

it("tells what a row quotes", () => {
  expect([4, 6, 9, 12].map((row) => quotes.quotedBy(row))).toEqual([1, NOT_CAPTURED, 1, 9]);
  expect([0, 5, 80_000].map((row) => quotes.quotedBy(row))).toEqual([QUOTES_NOTHING, QUOTES_NOTHING, QUOTES_NOTHING]);
});

it("tells which errors quote a row", () => {
  expect(quotes.errorsOn(1)).toEqual([4, 9, 70_000]);
  expect(quotes.errorsOn(9)).toEqual([12]);
  expect(quotes.errorsOn(2)).toEqual([]);
});

it("is the same while nothing is added", () => {
  expect(quotes.with(new Uint32Array(0))).toBe(quotes);
});

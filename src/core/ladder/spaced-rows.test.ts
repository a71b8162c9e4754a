import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MissingRange } from "../analysis/missing-ranges.ts";
import { evenRows } from "./rows.ts";
import { rowsBehindMissing, spacedRows } from "./spaced-rows.ts";

const ROW = 26;
const ROOM = 15;

describe("rows with room between them", () => {
  const places = spacedRows(evenRows(6, ROW), Uint32Array.of(2, 5), ROOM);

  it("stand lower below each gap", () => {
    expect(Array.from({ length: 7 }, (_, index) => places.top(index))).toEqual([4, 30, 71, 97, 123, 164, 190]);
    expect(places.height).toBe(evenRows(6, ROW).height + 2 * ROOM);
    expect(places.heightOf(1)).toBe(ROW);
  });

  it("are found at any height; a gap belongs to the row above it", () => {
    expect([3, 4, 55.9, 56, 70.9, 71, 163.9, 164, 189.9, 190].map((y) => places.at(y))).toEqual([
      -1, 0, 1, 1, 1, 2, 4, 5, 5, -1,
    ]);
  });

  it("are themselves where nothing is missing", () => {
    const even = evenRows(6, ROW);
    expect(spacedRows(even, new Uint32Array(0))).toBe(even);
  });

  it("are found where they stand, wherever the gaps are", () => {
    const gaps = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 20 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 99 }), (before, index) => {
        const spaced = spacedRows(evenRows(100, ROW), Uint32Array.from(before).sort(), ROOM);
        expect(spaced.at(spaced.top(index))).toBe(index);
        expect(spaced.at(spaced.top(index) + ROW - 0.5)).toBe(index);
        expect(spaced.top(index + 1) - spaced.top(index)).toBe(before.includes(index + 1) ? ROW + ROOM : ROW);
      }),
    );
  });
});

it("room is above what skips or acknowledges missing bytes, and below what was lost", () => {
  const rows = Uint32Array.of(10, 11, 12, 13);
  const range = (kind: MissingRange["kind"], row: number): MissingRange => {
    return { kind, row, direction: 0, from: 1, to: 2, filledBy: -1 };
  };
  const behind = (...missing: readonly MissingRange[]) => [...rowsBehindMissing(evenRows(4, ROW), rows, missing)];
  expect(behind(range("skipped", 12), range("unseen", 11))).toEqual([1, 2]);
  expect(behind(range("lost", 11), range("skipped", 12))).toEqual([2]);
  expect(behind(range("skipped", 10), range("lost", 13), range("lost", 99))).toEqual([]);
});

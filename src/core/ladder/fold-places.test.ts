import { describe, expect, it } from "vitest";
import { FoldedLines } from "./fold-lines.ts";
import type { Folds } from "./fold-list.ts";
import { foldedPlaces, foldHeight } from "./fold-places.ts";
import { keyTarget } from "./keys.ts";
import { testPackets } from "./ladder-for-tests.ts";
import { endWithin, evenRows, rowsBetween } from "./rows.ts";

/** Forty rows, of which those in places 9 .. 34 and 36 .. 38 stand in one line each. */
const folds: Folds = {
  length: 2,
  first: Uint32Array.of(9, 36),
  end: Uint32Array.of(35, 39),
  pattern: Uint8Array.of(0, 0),
  period: Uint8Array.of(2, 2),
};
const lines = new FoldedLines(40, folds, () => true);
const places = foldedPlaces(40, 26, lines);
const high = foldHeight(26);

describe("places of folded rows", () => {
  it("put a run into one line, higher than a row", () => {
    expect([8, 9, 20, 34, 35, 36, 39, 40].map((index) => places.top(index))).toEqual([
      ...[4 + 8 * 26, 4 + 9 * 26, 4 + 9 * 26, 4 + 9 * 26],
      ...[4 + 9 * 26 + high, 4 + 10 * 26 + high, 4 + 10 * 26 + 2 * high, 4 + 11 * 26 + 2 * high],
    ]);
    expect([8, 9, 34, 35].map((index) => places.heightOf(index))).toEqual([26, high, high, 26]);
    expect([8, 9, 20, 34, 35].map((index) => places.after(index))).toEqual([9, 35, 35, 35, 36]);
  });
  it("tell the first row of the line at a height", () => {
    const ends = [3, 4, 4 + 9 * 26 - 1, 4 + 9 * 26, 4 + 9 * 26 + high - 1, 4 + 9 * 26 + high];
    expect(ends.map((y) => places.at(y))).toEqual([-1, 0, 8, 9, 9, 35]);
    expect(places.at(places.top(40))).toBe(-1);
  });
  it("are even where nothing is folded", () => {
    const none = foldedPlaces(40, 26, new FoldedLines(40, folds, () => false));
    const even = evenRows(40, 26);
    expect(none.height).toBe(even.height);
    for (let y = 0; y < even.height; y += 13) expect(none.at(y)).toBe(even.at(y));
  });
  it("give windows of whole lines", () => {
    for (let y = 0; y < places.height; y += 7) {
      const { first, end } = rowsBetween(places, y, y + 60);
      expect(lines.firstOf(lines.lineOf(first))).toBe(first);
      if (end < 40) expect(lines.firstOf(lines.lineOf(end))).toBe(end);
      const at = places.at(y + 30);
      if (at >= 0) expect(first <= at && at < end).toBe(true);
    }
  });
  it("end sheets behind whole lines", () => {
    expect(endWithin(places, 8, 26 + high)).toBe(35);
    expect(endWithin(places, 8, 26 + high - 1)).toBe(9);
  });
});

describe("keys among folded lines", () => {
  const packets = testPackets(40, (row) => ({ from: 1, to: 2, back: row % 2 === 0 }));
  const rows = Uint32Array.from({ length: 40 }, (_, row) => row);
  const target = (key: string, index: number) => keyTarget(key, { packets, rows, index, page: 3, lines }, true);
  it("step over a run as over a row", () => {
    expect([target("ArrowDown", 8), target("ArrowDown", 20), target("ArrowUp", 35)]).toEqual([9, 35, 9]);
    expect([target("PageDown", 8), target("PageUp", 39), target("End", 0), target("Home", 39)]).toEqual([36, 9, 39, 0]);
  });
  it("find packets of the same direction within a run", () => {
    expect(target("ArrowRight", 8)).toBe(10);
  });
});

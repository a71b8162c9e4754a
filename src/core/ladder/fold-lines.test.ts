import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FoldedLines } from "./fold-lines.ts";
import { FOLD_STREAM, type Folds, withStreams } from "./fold-list.ts";

/** Runs of these lengths, with so many rows before each. */
function foldsWith(runs: readonly (readonly [gap: number, length: number])[]): { folds: Folds; rows: number } {
  const first: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (const [gap, length] of runs) {
    first.push(at + gap);
    at += gap + length;
    end.push(at);
  }
  const columns = { first: Uint32Array.from(first), end: Uint32Array.from(end) };
  const patterns = { pattern: new Uint8Array(runs.length), period: new Uint8Array(runs.length) };
  return { folds: { length: runs.length, ...columns, ...patterns }, rows: at + 3 };
}

const someRuns = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 6, max: 12 })), { maxLength: 6 });

describe("folded lines", () => {
  it("hold the rows of a run each, and one row elsewhere", () => {
    const { folds, rows } = foldsWith([[2, 6]]);
    const lines = new FoldedLines(rows, folds, () => true);
    expect(lines.length).toBe(6);
    expect([0, 1, 2, 3, 4, 5].map((line) => [lines.firstOf(line), lines.endOf(line)])).toEqual([
      ...[
        [0, 1],
        [1, 2],
        [2, 8],
        [8, 9],
      ],
      ...[
        [9, 10],
        [10, 11],
      ],
    ]);
    expect([1, 2, 3].map((line) => lines.foldOf(line))).toEqual([-1, 0, -1]);
    expect([2, 3].map((line) => lines.foldsAbove(line))).toEqual([0, 1]);
  });
  it("have every row in exactly one line, in order", () => {
    fc.assert(
      fc.property(someRuns, fc.func(fc.boolean()), (runs, isFolded) => {
        const { folds, rows } = foldsWith(runs);
        const lines = new FoldedLines(rows, folds, isFolded);
        const seen: number[] = [];
        for (let line = 0; line < lines.length; line++) {
          for (let place = lines.firstOf(line); place < lines.endOf(line); place++) {
            expect(lines.lineOf(place)).toBe(line);
            seen.push(place);
          }
        }
        expect(seen).toEqual(Array.from({ length: rows }, (_, place) => place));
      }),
    );
  });
  it("are the rows when nothing is folded", () => {
    fc.assert(
      fc.property(someRuns, (runs) => {
        const { folds, rows } = foldsWith(runs);
        const lines = new FoldedLines(rows, folds, () => false);
        expect(lines.length).toBe(rows);
        for (let place = 0; place < rows; place++) {
          expect([lines.lineOf(place), lines.firstOf(place), lines.endOf(place)]).toEqual([place, place, place + 1]);
        }
      }),
    );
  });
});

it("takes rows that stand for a whole connection in among the runs", () => {
  const { folds: runs } = foldsWith([
    [2, 6],
    [2, 6],
  ]);
  const { first, end, pattern } = withStreams(runs, Uint32Array.of(0, 9, 20));
  expect([...first]).toEqual([0, 2, 9, 10, 20]);
  expect([...end]).toEqual([1, 8, 10, 16, 21]);
  expect([...pattern].map((one) => one === FOLD_STREAM)).toEqual([true, false, true, false, true]);
  expect(withStreams(runs, new Uint32Array(0))).toBe(runs);
});

import { expect, it } from "vitest";
import type { Arrow } from "./arrow.ts";
import { layoutNoteMarks } from "./note-marks.ts";

/** Rows 10, 12, 14, 16 of the packet table, 20 px apart; nothing else of an arrow is read. */
const ARROWS = [10, 12, 14, 16].map((row, index) => ({ row, index, y: index * 20 }) as Arrow);
const marksOf = (...notes: readonly (readonly [first: number, last: number])[]) =>
  layoutNoteMarks(
    ARROWS,
    { heightOf: () => 20 },
    notes.map(([first, last], id) => ({ id, first, last, text: `${id}` })),
  );

it("marks the row of a note, and no row when its packet is not in view", () => {
  expect(marksOf([12, 12], [11, 11], [17, 17])).toMatchObject([{ id: 0, top: 20, bottom: 40, isRange: false }]);
});

it("brackets the rows in view of a range, with its ends where they are", () => {
  expect(marksOf([12, 14], [11, 15], [16, 40], [2, 50], [17, 50])).toMatchObject([
    { id: 0, top: 20, bottom: 60, hasTop: true, hasBottom: true },
    { id: 1, top: 20, bottom: 60, hasTop: false, hasBottom: false },
    { id: 2, top: 60, bottom: 80, hasTop: true, hasBottom: false },
    { id: 3, top: 0, bottom: 80, hasTop: false, hasBottom: false },
  ]);
});

it("puts marks that overlap side by side, a few of them", () => {
  expect(marksOf([10, 12], [12, 12], [14, 14]).map(({ lane }) => lane)).toEqual([0, 1, 0]);
  expect(marksOf([10, 14], [12, 16], [12, 13], [13, 16], [17, 20]).map(({ lane }) => lane)).toEqual([0, 1, 2, 2]);
});

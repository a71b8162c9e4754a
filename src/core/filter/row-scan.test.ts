import fc from "fast-check";
import { expect, it } from "vitest";
import { type LooksAtRows, RowScan } from "./row-scan.ts";
import { NOT_TAKEN, OPEN, TAKEN } from "./run.ts";

it("finds the same rows in whatever pieces it looks, also while the table grows", () => {
  const property = fc.property(
    fc.array(fc.constantFrom(TAKEN, NOT_TAKEN, OPEN), { maxLength: 5000 }),
    fc.array(fc.nat(5000)),
    (answers, ends) => {
      const looks: LooksAtRows = (row, length, to) => to.set(answers.slice(row, row + length));
      const scan = new RowScan();
      for (const end of [...ends.sort((a, b) => a - b), answers.length]) {
        const within = Math.min(end, answers.length);
        while (!scan.look(looks, within, () => true));
      }
      const rowsWith = (wanted: number) => answers.flatMap((answer, row) => (answer === wanted ? [row] : []));
      expect([...scan.rows()]).toEqual(rowsWith(TAKEN));
      expect([...scan.openRows()]).toEqual(rowsWith(OPEN));
      expect([scan.length, scan.open]).toEqual([answers.length, rowsWith(OPEN).length]);
    },
  );
  fc.assert(property);
});

it("stops when it is late, and says so", () => {
  const scan = new RowScan();
  const all: LooksAtRows = (_, length, answers) => answers.fill(TAKEN, 0, length);
  expect(scan.look(all, 100_000, () => true)).toBe(false);
  expect(scan.length).toBeLessThan(100_000);
  expect(scan.look(all, 100_000, () => false)).toBe(true);
  expect(scan.rows()).toHaveLength(100_000);
});

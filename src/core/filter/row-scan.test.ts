import fc from "fast-check";
import { expect, it } from "vitest";
import { RowScan, type TakesRow } from "./row-scan.ts";

it("finds the same rows in whatever pieces it looks, also while the table grows", () => {
  const property = fc.property(
    fc.array(fc.constantFrom(true, false, null), { maxLength: 5000 }),
    fc.array(fc.nat(5000)),
    (answers, ends) => {
      const takes: TakesRow = (row) => answers[row]!;
      const scan = new RowScan();
      for (const end of [...ends.sort((a, b) => a - b), answers.length]) {
        const within = Math.min(end, answers.length);
        while (!scan.look(takes, within, () => true));
      }
      const rowsWith = (wanted: boolean | null) => answers.flatMap((answer, row) => (answer === wanted ? [row] : []));
      expect([...scan.rows()]).toEqual(rowsWith(true));
      expect([...scan.openRows()]).toEqual(rowsWith(null));
      expect([scan.length, scan.open]).toEqual([answers.length, rowsWith(null).length]);
    },
  );
  fc.assert(property);
});

it("stops when it is late, and says so", () => {
  const scan = new RowScan();
  expect(
    scan.look(
      () => true,
      100_000,
      () => true,
    ),
  ).toBe(false);
  expect(scan.length).toBeLessThan(100_000);
  expect(
    scan.look(
      () => true,
      100_000,
      () => false,
    ),
  ).toBe(true);
  expect(scan.rows()).toHaveLength(100_000);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { RowRecordsBuilder, SparseRows } from "./sparse-rows.ts";

test("a row has the numbers of its records, whichever piece brought them; all others have none", () => {
  const builder = new RowRecordsBuilder();
  builder.add(3, 10, 20);
  builder.add(3, 30, 40);
  builder.add(7, 50, 60);
  let rows = new SparseRows(3).with(builder.take()).with(builder.take());
  builder.add(70_000, 1, 2);
  rows = rows.with(builder.take());
  expect([3, 7, 70_000].map((row) => rows.of(row))).toEqual([
    [10, 20, 30, 40],
    [50, 60],
    [1, 2],
  ]);
  for (const row of [0, 2, 4, 8, 69_999, 70_001]) expect(rows.of(row)).toEqual([]);
});

test("finds what was put in, however it was cut into pieces", () => {
  const records = fc.array(fc.tuple(fc.nat(40), fc.nat()), { maxLength: 60 });
  fc.assert(
    fc.property(records, fc.array(fc.nat(5)), (records, cuts) => {
      const sorted = records.toSorted(([a], [b]) => a - b);
      const builder = new RowRecordsBuilder();
      let rows = new SparseRows(2);
      sorted.forEach(([row, number], index) => {
        builder.add(row, number);
        const isLastOfRow = sorted[index + 1]?.[0] !== row;
        if (isLastOfRow && (cuts[index % cuts.length] ?? 0) > 2) rows = rows.with(builder.take());
      });
      rows = rows.with(builder.take());
      for (let row = 0; row <= 41; row++) {
        expect(rows.of(row)).toEqual(sorted.filter(([of]) => of === row).map(([, number]) => number));
      }
    }),
  );
});

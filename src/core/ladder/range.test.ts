import { expect, it } from "vitest";
import { testPackets } from "./ladder-for-tests.ts";
import { rangeBetween, rowSums, rowsInRange } from "./range.ts";

const packets = testPackets(6, (row) => ({ from: 1, to: 2, back: row % 2 === 1, bytes: 10 ** row, time: row * 1000 }));
/** The ladder leaves out row 3. */
const rows = Uint32Array.of(0, 1, 2, 4, 5);

it("is found from its ends, in either order, whether the ladder shows them or not", () => {
  const range = { rows, first: 1, last: 3, from: 1, to: 4 };
  expect([rangeBetween(rows, 1, 4), rangeBetween(rows, 4, 1)]).toEqual([range, range]);
  expect(rangeBetween(rows, 3, 5)).toEqual({ rows, first: 3, last: 4, from: 4, to: 5 });
  expect([rangeBetween(rows, 3, 3), rangeBetween(rows, 6, 9)]).toEqual([null, null]);
});

it("adds up packets, data each way, and time", () => {
  const range = rangeBetween(rows, 1, 4)!;
  expect(rowSums(packets, rowsInRange(range))).toEqual({ packets: 3, bytesOut: 10_100, bytesBack: 10, time: 3000n });
  expect(rowSums(packets, Uint32Array.of(1, 5))).toEqual({ packets: 2, bytesOut: 0, bytesBack: 100_010, time: 4000n });
});

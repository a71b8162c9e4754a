import { expect, test } from "vitest";
import { isAmong, referenceOf, sinceReference } from "./marked-rows.ts";
import { NO_PACKETS, newChunk, withChunks } from "./packet-table.ts";

const REFERENCES = Uint32Array.of(2, 4);

test("a row counts from itself, or from the last reference before it", () => {
  expect([0, 1, 2, 3, 4, 9].map((row) => referenceOf(REFERENCES, row))).toEqual([-1, -1, 2, 2, 4, 4]);
  expect(referenceOf(new Uint32Array(0), 3)).toBe(-1);
  expect([1, 2, 3, 4].filter((row) => isAmong(REFERENCES, row))).toEqual([2, 4]);
});

test("times are since the reference, and since the capture's begin before the first one", () => {
  const chunk = newChunk(6);
  chunk.length = 6;
  chunk.time.set([0, 10, 25, 27, 60, 55]); // the clock ran back once
  const packets = withChunks(NO_PACKETS, 0, [chunk]);
  const times = [0, 1, 2, 3, 4, 5].map((row) => sinceReference(packets, REFERENCES, row));
  expect(times).toEqual([0n, 10n, 0n, 2n, 0n, -5n]);
});

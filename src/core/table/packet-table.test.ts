import { describe, expect, it } from "vitest";
import { buffersOf, copied, grown } from "./columns.ts";
import { CHUNK_ROWS, cell, chunkBuffers, copyChunk, NO_PACKETS, newChunk, withChunks } from "./packet-table.ts";

/** A chunk with `length` rows filled, whose sequence numbers begin at `from`. */
function chunkOf(length: number, from: number, capacity = length) {
  const chunk = newChunk(capacity);
  chunk.length = length;
  for (let row = 0; row < length; row++) chunk.seq[row] = from + row;
  return chunk;
}

describe("a table of chunks", () => {
  it("finds the row in its chunk, and nothing past its end", () => {
    const full = withChunks(NO_PACKETS, 0, [chunkOf(CHUNK_ROWS, 0)]);
    const table = withChunks(full, 1, [chunkOf(3, CHUNK_ROWS)]);
    expect(table.length).toBe(CHUNK_ROWS + 3);
    expect([0, CHUNK_ROWS - 1, CHUNK_ROWS, CHUNK_ROWS + 2].map((row) => cell(table, "seq", row))).toEqual([
      0,
      CHUNK_ROWS - 1,
      CHUNK_ROWS,
      CHUNK_ROWS + 2,
    ]);
    expect([CHUNK_ROWS + 3, 3 * CHUNK_ROWS].map((row) => cell(table, "seq", row))).toEqual([Number.NaN, Number.NaN]);
  });

  it("is replaced, never changed", () => {
    const before = withChunks(NO_PACKETS, 0, [chunkOf(1, 10)]);
    const after = withChunks(before, 0, [chunkOf(2, 20)]);
    expect([before.length, after.length, NO_PACKETS.length]).toEqual([1, 2, 0]);
    expect([cell(before, "seq", 0), cell(after, "seq", 1)]).toEqual([10, 21]);
  });
});

it("copies of a chunk the rows that are filled", () => {
  const copy = copyChunk(chunkOf(2, 5, 100));
  expect([copy.length, ...copy.seq]).toEqual([2, 5, 6]);
  expect(chunkBuffers(copy).every((buffer) => buffer.byteLength <= 16)).toBe(true);
});

it("takes 78 bytes a packet", () => {
  const bytes = chunkBuffers(newChunk(1000)).reduce((sum, buffer) => sum + buffer.byteLength, 0);
  expect(bytes / 1000).toBe(78);
});

describe("columns", () => {
  it("grow by doubling at least, contents kept", () => {
    const columns = { a: Int32Array.of(1, 2, 3), b: Uint8Array.of(4, 5, 6) };
    expect(grown(columns, 3).a).toBe(columns.a);
    const larger = grown(columns, 4);
    expect([larger.a.length, larger.b.length]).toEqual([6, 6]);
    expect([[...larger.a], larger.b]).toEqual([[1, 2, 3, 0, 0, 0], Uint8Array.of(4, 5, 6, 0, 0, 0)]);
    expect(grown(columns, 100).a.length).toBe(100);
  });

  it("are copied to their length, and give their buffers away", () => {
    const columns = { a: Int32Array.of(1, 2, 3) };
    const copy = copied(columns, 2);
    expect([...copy.a]).toEqual([1, 2]);
    expect(buffersOf(copy)).toEqual([copy.a.buffer]);
  });
});

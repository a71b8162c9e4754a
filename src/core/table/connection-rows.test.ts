import fc from "fast-check";
import { expect, it } from "vitest";
import { groupByConnection, rowsIn, rowsWith } from "./connection-rows.ts";
import { CHUNK_ROWS, NO_PACKETS, newChunk, withChunks } from "./packet-table.ts";

/** A table whose packets belong to these connections; the first chunk is filled up with packets of none. */
function tableOf(connections: readonly number[], before = 0) {
  const table = before === 0 ? NO_PACKETS : withChunks(NO_PACKETS, 0, [chunkOf(Array(before).fill(-1))]);
  return withChunks(table, before === 0 ? 0 : 1, [chunkOf(connections)]);
}

function chunkOf(connections: readonly number[]) {
  const chunk = newChunk(Math.max(connections.length, 1));
  chunk.length = connections.length;
  chunk.connection.set(connections);
  return chunk;
}

it("gives each connection its rows in order, and none to what is no segment", () => {
  const index = groupByConnection(tableOf([1, -1, 0, 1, 2, 1]), 3);
  expect([0, 1, 2].map((connection) => [...rowsIn(index, connection)])).toEqual([[2], [0, 3, 5], [4]]);
});

it("knows no rows of a connection without packets, or past the last", () => {
  const index = groupByConnection(tableOf([0, 2]), 3);
  expect([1, 3, 99].map((connection) => rowsIn(index, connection).length)).toEqual([0, 0, 0]);
  expect(rowsIn(groupByConnection(NO_PACKETS, 0), 0)).toHaveLength(0);
});

it("counts rows over the end of a chunk", () => {
  const index = groupByConnection(tableOf([0, 1, 0], CHUNK_ROWS), 2);
  expect([...rowsIn(index, 0)]).toEqual([CHUNK_ROWS, CHUNK_ROWS + 2]);
});

it("finds what a scan finds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 200 }), (connections) => {
      const table = tableOf(connections);
      const index = groupByConnection(table, 7);
      for (let connection = 0; connection < 7; connection++) {
        expect([...rowsIn(index, connection)]).toEqual([...rowsWith(table, "connection", connection)]);
      }
    }),
  );
});

import { expect, test, vi } from "vitest";
import type { LooksAtRows } from "../core/filter/row-scan.ts";
import { NOT_TAKEN, OPEN, TAKEN } from "../core/filter/run.ts";
import { NO_PACKETS, newChunk, withChunks } from "../core/table/packet-table.ts";
import { madeUpCapture } from "../worker/made-up-capture.ts";
import type { Capture } from "./capture.ts";
import { FilterSearch, type Wanted } from "./filter-search.ts";
import type { Found } from "./filter-slice.ts";
import { openCapture } from "./open-for-tests.ts";

const captured = async () => openCapture({ name: "made-up.pcap", blob: new Blob([madeUpCapture(30)]) });

/** A search whose steps are written down; of each third packet only the bytes tell. */
function search(read: Wanted["read"] = () => ({ found: new Promise(() => {}), stop: () => {} })) {
  const told: Found[] = [];
  const looks = (): LooksAtRows => (first, length, answers) => {
    for (let i = 0; i < length; i++) {
      const row = first + i;
      answers[i] = row % 3 === 0 ? OPEN : row % 2 === 0 ? TAKEN : NOT_TAKEN;
    }
  };
  const made = new FilterSearch({ looks, prepare: () => true, read }, ({ found }) => told.push(found));
  return { made, told };
}

const rowsBelow = (end: number, takes: (row: number) => boolean) =>
  Array.from({ length: end }, (_, row) => row).filter(takes);

test("packets are found in a table that grows, and again when it is whole", async () => {
  const whole = { ...(await captured()), state: "whole" } as const;
  const { length, chunks } = whole.packets;
  const part: Capture = { ...whole, state: "reading", packets: { length: 100, chunks } };
  const { made } = search();
  made.follow(part);
  const even = (row: number) => row % 3 !== 0 && row % 2 === 0;
  expect(made.found).toMatchObject({ looked: 100, unread: 34, phase: "columns" });
  expect([...made.found.rows]).toEqual(rowsBelow(100, even));
  made.follow({ ...part, packets: whole.packets });
  expect([...made.found.rows]).toEqual(rowsBelow(length, even));
  made.follow(whole);
  expect(made.found).toMatchObject({ looked: length, unread: length / 3, phase: "asks" });
});

test("what the tables do not tell is read when that is allowed, and joined in order", async () => {
  const asked: number[] = [];
  const { made } = search((_, rows, onRead) => {
    asked.push(...rows);
    onRead(7);
    return { found: Promise.resolve(rows.filter((row) => row % 2 === 1)), stop: () => {} };
  });
  const capture = { ...(await captured()), state: "whole" } as const;
  made.follow(capture);
  expect([made.found.phase, asked.length]).toEqual(["asks", 0]);
  made.allowReading();
  expect([made.found.phase, made.found.read]).toEqual(["bytes", 7]);
  await vi.waitFor(() => expect(made.found.phase).toBe("known"));
  expect(asked).toEqual(rowsBelow(capture.packets.length, (row) => row % 3 === 0));
  const taken = (row: number) => (row % 3 === 0 ? row % 2 === 1 : row % 2 === 0);
  expect([...made.found.rows]).toEqual(rowsBelow(capture.packets.length, taken));
});

test("reading is stopped and begun again, and fails with its file", async () => {
  const stop = vi.fn();
  const { made } = search(() => ({ found: Promise.reject(new Error("gone")), stop }));
  made.follow({ ...(await captured()), state: "whole" });
  made.allowReading();
  made.stopReading();
  expect([made.found.phase, stop.mock.calls.length]).toEqual(["stopped", 1]);
  made.allowReading();
  expect(made.found.phase).toBe("bytes");
  await vi.waitFor(() => expect(made.found.phase).toBe("failed"));
});

test("a large table is looked at piece by piece, and no further when the search is given up", async () => {
  const chunk = newChunk(65536);
  chunk.length = 65536;
  let packets = NO_PACKETS;
  for (let index = 0; index < 4; index++) packets = withChunks(packets, index, [chunk]);
  const capture = { ...(await captured()), packets, state: "whole" } as const;
  let looked = 0;
  const looks = (): LooksAtRows => (_, length, answers) => {
    looked += length;
    // So slow that one piece is never enough.
    for (const began = performance.now(); performance.now() - began < 1; );
    answers.fill(TAKEN, 0, length);
  };
  const read: Wanted["read"] = () => ({ found: new Promise(() => {}), stop: () => {} });
  const made = new FilterSearch({ looks, prepare: () => true, read }, () => {});
  made.follow(capture);
  const first = looked;
  expect([made.found.phase, first < packets.length]).toEqual(["columns", true]);
  await vi.waitFor(() => expect(looked).toBeGreaterThan(first));
  made.cancel();
  const last = looked;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(looked).toBe(last);
});

test("what the predicate wants of a capture is worked out first, piece by piece", async () => {
  let left = 3;
  const prepare = () => --left <= 0;
  const looks = (): LooksAtRows => (_, length, answers) => answers.fill(left <= 0 ? TAKEN : NOT_TAKEN, 0, length);
  const read: Wanted["read"] = () => ({ found: new Promise(() => {}), stop: () => {} });
  const made = new FilterSearch({ looks, prepare, read }, () => {});
  const capture = { ...(await captured()), state: "whole" } as const;
  made.follow(capture);
  expect(made.found.rows).toHaveLength(capture.packets.length);
});

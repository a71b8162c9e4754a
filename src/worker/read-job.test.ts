import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { AddressTable } from "../core/table/address-table.ts";
import { CHUNK_ROWS, cell, NO_PACKETS, withChunks } from "../core/table/packet-table.ts";
import type { Reply, Rows } from "./protocol.ts";
import { readJob } from "./read-job.ts";

/** All replies to a job, in order. */
async function repliesTo(files: Blob | readonly Blob[], cancelled = () => false): Promise<Reply[]> {
  const replies: Reply[] = [];
  const all = files instanceof Blob ? [files] : files;
  await readJob(7, all, (reply) => replies.push(reply), { cancelled, goOn: async () => false });
  return replies;
}

/** All rows, those that come with the end included. */
const rowsOf = (replies: readonly Reply[]) =>
  replies.flatMap((reply): readonly Rows[] => {
    if (reply.kind === "rows") return [reply];
    return reply.kind === "done" && reply.rows ? [reply.rows] : [];
  });

const tableOf = (replies: readonly Reply[]) =>
  rowsOf(replies).reduce((packets, { index, chunks }) => withChunks(packets, index, chunks), NO_PACKETS);

/** A capture of `count` empty UDP datagrams in raw IP (LINKTYPE 101), each from another port. */
function datagrams(count: number): Blob {
  const RECORD = 16 + 28;
  const view = new DataView(new ArrayBuffer(24 + count * RECORD));
  view.setUint32(0, 0xa1b2c3d4);
  view.setUint16(4, 2);
  view.setUint16(6, 4);
  view.setUint32(16, 65535);
  view.setUint32(20, 101);
  for (let i = 0; i < count; i++) {
    const at = 24 + i * RECORD;
    view.setUint32(at, i); // a second apart
    view.setUint32(at + 8, 28);
    view.setUint32(at + 12, 28);
    view.setUint16(at + 16, 0x4500);
    view.setUint16(at + 18, 28);
    view.setUint8(at + 16 + 9, 17);
    view.setUint32(at + 16 + 12, 0xc0000201);
    view.setUint32(at + 16 + 16, 0xc0000202);
    view.setUint16(at + 36, i % 65536);
    view.setUint16(at + 38, 53);
    view.setUint16(at + 40, 8);
  }
  return new Blob([view]);
}

test("the packets, addresses and connection of a sample arrive, and then the end", async () => {
  const replies = await repliesTo(new Blob([await readFile("public/samples/handshake.pcapng")]));
  const rows = rowsOf(replies);
  expect(replies.at(-1)).toMatchObject({
    kind: "done",
    job: 7,
    packets: 11,
    cancelled: false,
    interfaces: [{ linkType: 1 }],
    files: [{ format: "pcapng", packets: 11, problem: null }],
  });
  const last = rows.at(-1)!;
  const { chunks } = tableOf(replies);
  expect(chunks.map(({ length }) => length)).toEqual([11]);
  expect(last.connections).toMatchObject({ length: 1 });
  const { packetsOut, packetsIn } = last.connections!.columns;
  expect(packetsOut[0]! + packetsIn[0]!).toBe(11);
  expect(last.interfaces[0]?.linkType).toBe(1);
  const addresses = rows.reduce((table, { addresses }) => table.with(addresses), new AddressTable());
  expect(addresses.text(chunks[0]!.source[0]!)).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
});

test("what the last slice brings comes with the end, so that a small capture is drawn once", async () => {
  const kinds = (replies: readonly Reply[]) => replies.map(({ kind }) => kind).filter((kind) => kind !== "progress");
  expect(kinds(await repliesTo(datagrams(1000)))).toEqual(["done"]);
  expect(kinds(await repliesTo(datagrams(10_000)))).toEqual(["rows", "done"]);
  // All of the file is taken in at once, and what is in it comes in several slices.
  const packed = gzipSync(new Uint8Array(await datagrams(10_000).arrayBuffer()));
  expect(kinds(await repliesTo(new Blob([packed])))).toEqual(["rows", "done"]);
});

test("chunks fill up, and together they hold every packet once", async () => {
  const count = 2 * CHUNK_ROWS + 1000;
  const replies = await repliesTo(datagrams(count));
  const table = tableOf(replies);
  expect(table.length).toBe(count);
  expect(table.chunks.map(({ length }) => length)).toEqual([CHUNK_ROWS, CHUNK_ROWS, 1000]);
  expect(cell(table, "time", count - 1)).toBe((count - 1) * 1e9);
  expect(cell(table, "sourcePort", 70_000)).toBe(70_000 % 65536);
});

test("a chunk that is exactly full is not followed by a packet more", async () => {
  const replies = await repliesTo(datagrams(CHUNK_ROWS));
  const table = tableOf(replies);
  expect(table.length).toBe(CHUNK_ROWS);
  expect(rowsOf(replies).at(-1)?.connections).not.toBeNull();
});

test("a job that is given up keeps what was read, and says so", async () => {
  const replies = await repliesTo(datagrams(300_000), () => true);
  expect(replies.at(-1)).toMatchObject({ kind: "done", cancelled: true });
});

test("what is no capture ends with the problem and without packets", async () => {
  const replies = await repliesTo(new Blob(["%PDF-1.7 and so on"]));
  expect(rowsOf(replies)).toEqual([]);
  expect(replies.at(-1)).toMatchObject({
    kind: "done",
    packets: 0,
    files: [{ format: null, problem: { kind: "notCapture" } }],
  });
});

test("the rows of a compressed capture come with what is in it, and progress counts the file's own bytes", async () => {
  const whole = new Uint8Array(await datagrams(1000).arrayBuffer());
  const packed = gzipSync(whole);
  const replies = await repliesTo(new Blob([packed]));
  expect(replies.at(-1)).toMatchObject({ kind: "done", packets: 1000, files: [{ problem: null }] });
  const { contents } = rowsOf(replies).at(-1)!;
  expect(tableOf(replies).chunks[0]!.fileOffset[999]).toBe(24 + 999 * 44 + 16);
  expect(new Uint8Array(await contents[0]!.arrayBuffer())).toEqual(whole);
  const progress = replies.filter((reply) => reply.kind === "progress");
  expect(progress.at(-1)?.bytes).toBe(packed.length);
});

test("a capture that is not compressed comes without contents: they are the file", async () => {
  expect(rowsOf(await repliesTo(datagrams(10))).at(-1)?.contents).toEqual([null]);
});

test("a file that is cut gives its whole packets first", async () => {
  const whole = datagrams(10);
  const replies = await repliesTo(whole.slice(0, whole.size - 5));
  expect(tableOf(replies).length).toBe(9);
  const files = [{ packets: 9, problem: { kind: "cutRecord", packet: 10 } }];
  expect(replies.at(-1)).toMatchObject({ kind: "done", packets: 9, files });
});

test("several files are one capture in the order of time, each row with its file's interface and place", async () => {
  const whole = new Uint8Array(await datagrams(1000).arrayBuffer());
  const cut = datagrams(3).slice(0, -5);
  const replies = await repliesTo([new Blob([gzipSync(whole)]), cut, new Blob(["%PDF-1.7 and so on"])]);
  const { interfaces, contents } = rowsOf(replies).at(-1)!;
  const chunk = tableOf(replies).chunks[0]!;
  expect(Array.from(chunk.time.slice(0, 5))).toEqual([0, 0, 1e9, 1e9, 2e9]);
  const files = Array.from(chunk.interfaceRow, (row) => interfaces[row]!.file);
  expect(files.slice(0, 6)).toEqual([1, 0, 1, 0, 0, 0]);
  expect(Array.from(chunk.fileOffset.slice(0, 3))).toEqual([40, 40, 84]);
  expect(contents.map((blob) => blob?.size)).toEqual([whole.length, undefined, undefined]);
  expect(replies.at(-1)).toMatchObject({
    kind: "done",
    packets: 1002,
    files: [
      { format: "pcap", packets: 1000, problem: null },
      { format: "pcap", packets: 2, problem: { kind: "cutRecord" } },
      { format: null, packets: 0, problem: { kind: "notCapture" } },
    ],
  });
});

test("files that cannot be read any more are a crash that says so", async () => {
  const gone = Object.assign(new Blob(["x"]), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
  });
  expect((await repliesTo([datagrams(1), gone])).at(-1)).toMatchObject({ kind: "crashed", message: "Error: gone" });
});

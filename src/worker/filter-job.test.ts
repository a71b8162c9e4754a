import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { NO_MARKED_ROWS } from "../core/table/marked-rows.ts";
import { type FilterReply, type FilterWish, filterJob } from "./filter-job.ts";

/** The field's value in the chosen packet, as filters write it. */
const chosen = (field: string) => `\${${field}}`;

async function replyTo(wish: Partial<FilterWish>) {
  const files = [new Blob([await readFile("public/samples/handshake.pcapng")])];
  const rows = Uint32Array.from({ length: 11 }, (_, row) => row);
  const replies: FilterReply[] = [];
  const text = "tcp.options.mss";
  const whole = {
    files,
    packets: 11,
    text,
    ofChosen: [],
    rows,
    verifiesChecksums: false,
    markedRows: NO_MARKED_ROWS,
    ...wish,
  };
  await filterJob(whole, (reply) => replies.push(reply));
  return replies.at(-1);
}

test("finds the packets that only their bytes tell, among those that are in question", async () => {
  expect(await replyTo({})).toEqual({ kind: "found", rows: Uint32Array.of(0, 1) });
  expect(await replyTo({ rows: Uint32Array.of(1, 5) })).toEqual({ kind: "found", rows: Uint32Array.of(1) });
  expect(await replyTo({ text: "not tcp.options.mss", packets: 4 })).toEqual({
    kind: "found",
    rows: Uint32Array.of(2, 3),
  });
});

test("references stand for the values of the chosen packet, in the order of the text", async () => {
  const text = `tcp.options.mss_val == ${chosen("tcp.options.mss_val")} and tcp.srcport == ${chosen("tcp.dstport")}`;
  const [mss, port] = [[1460], [80]];
  expect(await replyTo({ text, ofChosen: [mss, port] })).toEqual({ kind: "found", rows: Uint32Array.of(1) });
  expect(await replyTo({ text, ofChosen: [port, mss] })).toEqual({ kind: "found", rows: new Uint32Array(0) });
});

test("packets that are passed over count for those that are not", async () => {
  const all = await replyTo({ text: "tcp.time_delta > 0 and frame.time_delta > 0 and tcp.seq > 1" });
  if (all?.kind !== "found") throw new Error("nothing was found");
  expect(all.rows.length).toBeGreaterThan(1);
  const last = all.rows.slice(-1);
  expect(await replyTo({ text: "tcp.time_delta > 0 and frame.time_delta > 0 and tcp.seq > 1", rows: last })).toEqual({
    kind: "found",
    rows: last,
  });
});

test("what the reader set on packets counts as it does for the tables", async () => {
  const markedRows = { marked: Uint32Array.of(4), references: Uint32Array.of(5) };
  const text = "frame.marked == 1 or frame.ref_time or frame.time_relative == 0.000018";
  expect(await replyTo({ text, markedRows })).toEqual({ kind: "found", rows: Uint32Array.of(4, 5, 6) });
});

test("only those whose checksums are wrong are found when they are verified", async () => {
  expect(await replyTo({ text: "tcp.checksum.status == 1", verifiesChecksums: true })).toMatchObject({ kind: "found" });
  expect(await replyTo({ text: "tcp.checksum.status == 1" })).toEqual({ kind: "found", rows: new Uint32Array(0) });
});

test("a file that cannot be read any more is a fault that says so", async () => {
  const gone = Object.assign(new Blob(["x"]), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
  });
  expect(await replyTo({ files: [gone] })).toEqual({ kind: "failed", message: "Error: gone" });
});

import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { FindQuery } from "../core/find/query.ts";
import { VALUE } from "../core/find/tree-lines.ts";
import { NO_MARKED_ROWS } from "../core/table/marked-rows.ts";
import { type FindReply, type FindWish, findJob } from "./find-job.ts";

const words = {
  set: "set",
  notSet: "not set",
  seconds: `${VALUE} seconds`,
  byte: `${VALUE} byte`,
  bytes: `${VALUE} bytes`,
  raw: `raw ${VALUE}`,
};

/** What the job tells of the sample with a handshake, 11 packets. */
async function repliesTo(query: Partial<FindQuery>, changes: Partial<FindWish> = {}): Promise<readonly FindReply[]> {
  const files = [new Blob([await readFile("public/samples/handshake.pcapng")])];
  const asked: FindQuery = { place: "bytes", kind: "text", text: "", matchesCase: false, ...query };
  const basis = { files, packets: 11, rows: null, begin: 0, words, verifiesChecksums: false };
  const replies: FindReply[] = [];
  await findJob({ ...basis, markedRows: NO_MARKED_ROWS, query: asked, ...changes }, (reply) => replies.push(reply));
  return replies;
}

async function numbers(query: Partial<FindQuery>, changes: Partial<FindWish> = {}): Promise<number[]> {
  const replies = await repliesTo(query, changes);
  expect(replies.at(-1)).toMatchObject({ kind: "looked", next: null });
  return replies.flatMap((reply) => (reply.kind === "looked" ? Array.from(reply.rows, (row) => row + 1) : []));
}

// The numbers are those of `tshark -r handshake.pcapng -Y ...` with the filter beside.
test.each([
  [{ text: "HTTP/1.1", matchesCase: true }, [4, 6]], // frame contains "HTTP/1.1"
  [{ text: "http/1.1", matchesCase: true }, []], // frame contains "http/1.1"
  [{ text: "hello" }, [4]], // frame matches "hello"
  [{ kind: "hex", text: "0d 0a 0d 0a" }, [4, 6]], // frame contains 0d:0a:0d:0a
  [{ kind: "expression", text: "get /\\w+\\.txt HTTP/1\\.[01]\\x0d" }, [4]], // frame matches the same
  [{ kind: "filter", text: "tcp.options.mss" }, [1, 2]], // tcp.options.mss
  [{ place: "list", text: "[FIN, ACK]" }, [8, 10]], // _ws.col.Info contains "[FIN, ACK]"
  [{ place: "list", kind: "expression", text: "^http$" }, [4, 6]], // _ws.col.Protocol matches "^http$"
  [{ place: "details", text: "Maximum segment size" }, [1, 2]], // tcp.options.mss
  [{ place: "details", text: "frame 4: 136 bytes" }, [4]], // frame.number == 4
  [{ place: "details", text: "fin: SET" }, [8, 10]], // tcp.flags.fin == 1
  [{ place: "details", text: "Source Port: 80" }, [2, 5, 6, 9, 10]], // tcp.srcport == 80
] as const)("%j is found in packets %j", async (query, expected) => {
  expect(await numbers(query)).toEqual(expected);
});

test("only packets in question are looked into, from one of them on and round", async () => {
  const rows = Uint32Array.of(3, 5, 9);
  expect(await numbers({ place: "details", text: "Source Port: 80" }, { rows: rows.slice(), begin: 6 })).toEqual([
    10, 6,
  ]);
  const last = (await repliesTo({ text: "HTTP" }, { rows, begin: 4 })).at(-1);
  expect(last).toMatchObject({ looked: 3 });
});

test("the first packet found is told at once, and what is still to be read", async () => {
  const replies = await repliesTo({ text: "HTTP" }, { begin: 5 });
  expect(replies[0]).toEqual({ kind: "looked", rows: Uint32Array.of(5), next: 6, looked: 1 });
  expect(replies.at(-1)).toEqual({ kind: "looked", rows: Uint32Array.of(3), next: null, looked: 11 });
});

test("a file that cannot be read any more is a fault that says so", async () => {
  const gone = Object.assign(new Blob(["x"]), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
  });
  expect((await repliesTo({ text: "x" }, { files: [gone] })).at(-1)).toMatchObject({ kind: "failed" });
});

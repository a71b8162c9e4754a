import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { SortBy } from "../core/second-pass/sort-keys.ts";
import { type KeysReply, keysJob } from "./keys-job.ts";

async function keysBy(by: SortBy, files?: readonly Blob[]): Promise<KeysReply | undefined> {
  const sample = new Blob([await readFile("public/samples/handshake.pcapng")]);
  const replies: KeysReply[] = [];
  const wish = { files: files ?? [sample], packets: 11, by, verifiesChecksums: false };
  await keysJob(wish, (reply) => replies.push(reply));
  return replies.at(-1);
}

async function known(by: SortBy): Promise<number[]> {
  const reply = await keysBy(by);
  if (reply?.kind !== "keys") throw new Error("no keys came");
  return [...reply.keys];
}

test("a field's numbers, and none where the field is not there", async () => {
  // The option is in the two SYNs alone (RFC 9293 §3.7.1).
  const [first, second, ...others] = await known({ kind: "field", field: "tcp.options.mss_val" });
  expect([first, second]).toEqual([1460, 1460]);
  expect(others).toHaveLength(9);
  expect(others.every(Number.isNaN)).toBe(true);
});

test("texts have their places in their order", async () => {
  const info = await known({ kind: "info" });
  expect(info).toHaveLength(11);
  expect([...new Set(info)].sort((a, b) => a - b)).toEqual(Array.from(new Set(info), (_, place) => place));
  expect(new Set(await known({ kind: "protocol" })).size).toBeGreaterThan(0);
});

test("a file that cannot be read any more is a fault that says so", async () => {
  const gone = Object.assign(new Blob(["x"]), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }),
  });
  expect(await keysBy({ kind: "info" }, [gone])).toEqual({ kind: "failed", message: "Error: gone" });
});

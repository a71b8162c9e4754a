import { expect, test } from "vitest";
import { connectionState } from "../core/analysis/connection-state.ts";
import { findingsOf } from "../core/analysis/findings.ts";
import { readCapture } from "../core/capture/read-capture.ts";
import { UNKNOWN_INTERFACE } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { FINE } from "../core/protocols/walk.ts";
import { madeUpCapture } from "./made-up-capture.ts";

test("its connections open, carry data and close, and there is nothing to find in them", async () => {
  const bytes = madeUpCapture(100);
  const decoder = new Decoder();
  const source = { size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) };
  const onFrame = (frame: Parameters<Decoder["frame"]>[0]) =>
    decoder.frame(frame, { ...UNKNOWN_INTERFACE, linkType: 1 });
  expect(await readCapture(source, { onFrame })).toEqual({ kind: "whole" });
  const connections = decoder.connections.snapshot();
  expect([decoder.length, connections.length]).toEqual([1000, 100]);
  expect(Array.from({ length: 100 }, (_, row) => connectionState(connections, row))).toEqual(Array(100).fill("closed"));
  const { problem, findings } = decoder.chunks[0]!;
  expect(new Set(problem.subarray(0, 1000))).toEqual(new Set([FINE]));
  expect([...findings.subarray(0, 1000)].flatMap((bits) => findingsOf(bits))).toEqual([]);
});

import { expect, it } from "vitest";
import { hexBytes, hexDigits } from "./hex.ts";
import { seqAdd, seqDelta } from "./seq32.ts";
import { utf8Text } from "./text.ts";

it("writes numbers with as many digits as asked, or more", () => {
  expect([hexDigits(0x12, 4), hexDigits(0x12345, 4), hexDigits(0, 1)]).toEqual(["0012", "12345", "0"]);
});

it("writes bytes as pairs, clamped to what there is", () => {
  const view = new DataView(Uint8Array.of(1, 0xab, 0).buffer);
  expect([hexBytes(view, 0, 3), hexBytes(view, 1, 9, ":"), hexBytes(view, 2, 2)]).toEqual(["01ab00", "ab:00", ""]);
});

it("reads UTF-8, ill-formed or not", () => {
  const view = new DataView(Uint8Array.of(0x20, 0xe2, 0x86, 0x92, 0xff).buffer, 1);
  expect([utf8Text(view, 0, 3), utf8Text(view, 3, 4), utf8Text(view, 3, 2)]).toEqual(["→", "\ufffd", ""]);
});

it("counts sequence numbers round (RFC 9293 §3.4)", () => {
  expect([seqDelta(5, 3), seqDelta(3, 5), seqDelta(1, 0xffffffff), seqDelta(0xffffffff, 1)]).toEqual([2, -2, 2, -2]);
  expect([seqAdd(0xffffffff, 2), seqAdd(0, -1), seqAdd(7, 0)]).toEqual([1, 0xffffffff, 7]);
});

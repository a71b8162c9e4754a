import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { join } from "../core/capture/captures-for-tests.ts";
import { unpack } from "./sources-for-tests.ts";

const TEXT = new TextEncoder().encode("the quick brown fox jumps over the lazy dog. ".repeat(40_000));
const PACKED = new Uint8Array(gzipSync(TEXT));

test("more than is given at once comes in order", async () => {
  const { bytes, fault } = await unpack(PACKED);
  expect(fault).toBeNull();
  expect(Buffer.compare(bytes, TEXT)).toBe(0);
});

test("thousands of small members, as bgzip writes them, come as one", async () => {
  const member = gzipSync(TEXT.subarray(0, 10));
  const { bytes, fault } = await unpack(join(...Array.from({ length: 3000 }, () => member)));
  expect(fault).toBeNull();
  expect(bytes.length).toBe(30_000);
});

test("zeros behind the last member are no fault: tapes are filled with them", async () => {
  const { bytes, fault } = await unpack(join(PACKED, new Uint8Array(5000)));
  expect(fault).toBeNull();
  expect(bytes.length).toBe(TEXT.length);
});

test("a wrong checksum is told behind all that was unpacked (RFC 1952 §2.3.1)", async () => {
  const wrong = PACKED.slice();
  wrong[PACKED.length - 8]! ^= 1;
  const { bytes, fault } = await unpack(wrong);
  expect(bytes.length).toBe(TEXT.length);
  expect(fault).toEqual({ kind: "bad", offset: PACKED.length - 4, part: "checksum" });
});

test("a wrong length is told likewise", async () => {
  const wrong = PACKED.slice();
  wrong[PACKED.length - 1]! ^= 1;
  expect((await unpack(wrong)).fault).toEqual({ kind: "bad", offset: PACKED.length, part: "checksum" });
});

test("a method that nobody defined is a damaged header", async () => {
  expect((await unpack(Uint8Array.of(0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0))).fault).toMatchObject({ part: "header" });
});

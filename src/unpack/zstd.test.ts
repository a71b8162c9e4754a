import { describe, expect, test } from "vitest";
import { characters, counting, join, u32 } from "../core/capture/captures-for-tests.ts";
import { unpack } from "./sources-for-tests.ts";
import { XxHash64 } from "./xxhash64.ts";

const MAGIC = u32("little", 0xfd2fb528);
const RAW = 0;
const RUN = 1;
const RESERVED = 3;

/** A block (RFC 8878 §3.1.1.2): of `length` bytes as its header has it. */
function block(type: number, length: number, content: Uint8Array, isLast = false): Uint8Array {
  return join(u32("little", (length << 3) | (type << 1) | (isLast ? 1 : 0)).subarray(0, 3), content);
}
const raw = (content: Uint8Array, isLast = false) => block(RAW, content.length, content, isLast);

/** A frame's header: descriptor, then a window of 2^(10 + exponent) bytes. */
const header = (descriptor = 0, exponent = 10) => join(MAGIC, Uint8Array.of(descriptor, exponent << 3));
const CHECKSUM = 4;

describe("a frame", () => {
  test("may keep blocks as they are, and write a run as one byte", async () => {
    const run = block(RUN, 100_000, Uint8Array.of(65));
    const { bytes, fault } = await unpack(join(header(), raw(counting(300)), run, raw(characters("end"), true)));
    expect(fault).toBeNull();
    expect(bytes).toEqual(join(counting(300), new Uint8Array(100_000).fill(65), characters("end")));
  });

  test("may be as short as a frame can be", async () => {
    expect(await unpack(join(header(), raw(new Uint8Array(0), true)))).toEqual({
      bytes: new Uint8Array(0),
      fault: null,
    });
    expect(await unpack(join(header(), raw(Uint8Array.of(7), true)))).toEqual({ bytes: Uint8Array.of(7), fault: null });
  });

  test("may have a checksum", async () => {
    const sum = new XxHash64().update(counting(50)).digestLower();
    const frame = (checksum: number) => join(header(CHECKSUM), raw(counting(50), true), u32("little", checksum));
    expect(await unpack(frame(sum))).toEqual({ bytes: counting(50), fault: null });
    const fault = { kind: "bad", offset: 59, part: "checksum" };
    expect(await unpack(frame(sum ^ 1))).toEqual({ bytes: counting(50), fault });
  });

  test("for another program is passed over", async () => {
    const other = join(u32("little", 0x184d2a50, 5), counting(5));
    const frame = join(header(), raw(counting(3), true));
    expect(await unpack(join(frame, other, frame))).toEqual({ bytes: join(counting(3), counting(3)), fault: null });
  });

  test("that needs a dictionary is told", async () => {
    const { fault } = await unpack(join(MAGIC, Uint8Array.of(1, 0x50, 9), raw(counting(3), true)));
    expect(fault).toEqual({ kind: "unsupported", offset: 0, what: "Zstandard dictionary" });
  });

  test.each([
    ["a window", header(0, 31)],
    ["a size", join(MAGIC, Uint8Array.of(0xe0), u32("little", 0, 1))],
  ])("that claims %s of gigabytes is left before anything is made room for", async (_, claims) => {
    expect((await unpack(join(claims, raw(counting(3), true)))).fault).toMatchObject({
      kind: "unsupported",
      offset: 0,
    });
  });

  test.each([
    ["a type that nobody defined", block(RESERVED, 3, counting(3))],
    ["more bytes than a block may have", block(RUN, 131_073, Uint8Array.of(0))],
    ["nonsense in it", block(2, 9, counting(9))],
    // A table of 32 for the weights (RFC 8878 §4.1.1), where the first symbol has all: no bits are read for the next.
    ["weights without an end", block(2, 40, join(Uint8Array.of(0x96, 0xac, 0x91, 30, 0xf0, 0x73), counting(34)))],
    [
      "such behind one that has none",
      block(2, 40, join(Uint8Array.of(0x96, 0xac, 0x91, 30, 0x10, 0xf8, 1), counting(33))),
    ],
  ])("with a block of %s is damaged there, and gives what stands before", async (_, bad) => {
    const { bytes, fault } = await unpack(join(header(), raw(counting(40)), bad, raw(counting(40), true)));
    expect(bytes).toEqual(counting(40));
    expect(fault).toEqual({ kind: "bad", offset: 6 + 43, part: "data" });
  });

  test("with a reserved bit set has a damaged header", async () => {
    expect((await unpack(join(header(8), raw(counting(3), true)))).fault).toMatchObject({ part: "header" });
  });
});

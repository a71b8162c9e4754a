import { describe, expect, test } from "vitest";
import { characters, counting, join, u32 } from "../core/capture/captures-for-tests.ts";
import { unpackBlock } from "./lz4-block.ts";
import { unpack } from "./sources-for-tests.ts";
import { XxHash32 } from "./xxhash32.ts";

const MAGIC = u32("little", 0x184d2204);
const END = u32("little", 0);

/** A frame's descriptor with its checksum: flags, block length code 4 (64 KiB) unless another is given, more fields. */
function descriptor(flags: number, more: Uint8Array = new Uint8Array(0), lengths = 0x40): Uint8Array {
  const fields = join(Uint8Array.of(flags, lengths), more);
  return join(MAGIC, fields, Uint8Array.of((new XxHash32().update(fields).digest() >> 8) & 0xff));
}

const block = (bytes: Uint8Array, stored = 0) => join(u32("little", bytes.length + stored), bytes);
const STORED = 0x8000_0000;

/** Version 1, blocks that stand alone; and blocks that refer to those before. */
const INDEPENDENT = 0x60;
const LINKED = 0x40;

describe("a block", () => {
  const target = () => new Uint8Array(64);

  test("is literals and copies, which may reach into what they write", () => {
    // Three literals, a copy of 4 + 3 bytes from 3 before, two literals.
    const bytes = join(Uint8Array.of(0x33), characters("abc"), Uint8Array.of(3, 0, 0x20), characters("xy"));
    const into = target();
    expect(unpackBlock(bytes, into, 0, 0)).toEqual({ end: 12, state: "whole" });
    expect(into.subarray(0, 12)).toEqual(characters("abcabcabcaxy"));
  });

  test("has lengths that go on in further bytes", () => {
    const into = new Uint8Array(600);
    const bytes = join(Uint8Array.of(0xf0, 255, 10), counting(280));
    expect(unpackBlock(bytes, into, 0, 0)).toEqual({ end: 280, state: "whole" });
    expect(into.subarray(0, 280)).toEqual(counting(280));
  });

  test.each([
    ["a copy from before the beginning", [0x10, 65, 2, 0, 0], "bad", 1],
    ["a copy from nowhere", [0x10, 65, 0, 0, 0], "bad", 1],
    ["a copy longer than the block may be", [0x1f, 65, 1, 0, 255, 0, 0], "bad", 1],
    ["an end within the literals", [0x50, 65, 66], "cut", 2],
    ["an end within the distance", [0x10, 65, 1], "cut", 1],
    ["an end within a length", [0xf0, 255], "cut", 0],
    ["an end behind a copy", [0x10, 65, 1, 0], "cut", 5],
    ["nothing", [], "cut", 0],
  ] as const)("with %s is told, and what stands before stays", (_, bytes, state, end) => {
    expect(unpackBlock(Uint8Array.from(bytes), target(), 0, 0)).toEqual({ end, state });
  });
});

describe("a legacy frame", () => {
  const LEGACY = u32("little", 0x184c2102);
  /** Literals alone. */
  const literals = (text: string) => block(join(Uint8Array.of(text.length << 4), characters(text)));

  test("is blocks without an end mark", async () => {
    const copies = block(join(Uint8Array.of(0x33), characters("abc"), Uint8Array.of(3, 0, 0x20), characters("xy")));
    const expected = { bytes: characters("packetabcabcabcaxy"), fault: null };
    for (const most of [1, 3, 1000]) {
      expect(await unpack(join(LEGACY, literals("packet"), copies), undefined, most)).toEqual(expected);
    }
    expect(await unpack(LEGACY)).toEqual({ bytes: new Uint8Array(0), fault: null });
  });

  test("has blocks of 8 MiB, to whose beginning alone copies reach back", async () => {
    const EIGHT = 8 * 1024 * 1024;
    // A literal, a copy of it that goes on to five bytes before the end, and five literals.
    const copied = EIGHT - 1 - 5;
    const more = copied - 4 - 15;
    const length = new Uint8Array(Math.floor(more / 255) + 1).fill(255);
    length[length.length - 1] = more % 255;
    const full = block(join(Uint8Array.of(0x1f, 65, 1, 0), length, Uint8Array.of(0x50), characters("AAAAA")));
    const { bytes, fault } = await unpack(join(LEGACY, full, literals("end")));
    expect(fault).toBeNull();
    expect(Buffer.compare(bytes, join(new Uint8Array(EIGHT).fill(65), characters("end")))).toBe(0);
    const back = block(Uint8Array.of(0x00, 1, 0, 0x10, 65));
    const beyond = await unpack(join(LEGACY, literals("packet"), back));
    expect(beyond).toEqual({ bytes: characters("packet"), fault: { kind: "bad", offset: 4 + 11, part: "data" } });
  });

  test("ends where another begins, of any kind", async () => {
    const modern = join(descriptor(INDEPENDENT), block(counting(3), STORED), END);
    const other = join(u32("little", 0x184d2a50, 5), counting(5));
    const legacy = join(LEGACY, literals("one"));
    const expected = join(characters("oneone"), counting(3), characters("one"));
    const all = join(legacy, legacy, other, modern, legacy);
    expect(await unpack(all)).toEqual({ bytes: expected, fault: null });
  });

  test("cut anywhere gives the beginning; between two blocks it has no end to miss", async () => {
    const text = "a packet capt";
    const whole = join(LEGACY, literals(text), literals(text));
    for (let length = 4; length < whole.length; length++) {
      const { bytes, fault } = await unpack(whole.subarray(0, length));
      expect(bytes).toEqual(characters(text + text).subarray(0, bytes.length));
      expect(fault).toEqual(length === 4 || length === 4 + 4 + 14 ? null : { kind: "cut" });
    }
  });

  test("followed by something else says where", async () => {
    const { bytes, fault } = await unpack(join(LEGACY, literals("one"), u32("little", 0x4d3c2b1a)));
    expect(bytes).toEqual(characters("one"));
    expect(fault).toEqual({ kind: "bad", offset: 4 + 8, part: "rest" });
  });
});

describe("a frame", () => {
  test("may have blocks that refer to the block before", async () => {
    const first = join(Uint8Array.of(0x60), characters("packet"));
    const second = Uint8Array.of(0x02, 6, 0, 0x10, 0x21);
    const linked = join(descriptor(LINKED), block(first), block(second), END);
    expect(await unpack(linked)).toEqual({ bytes: characters("packetpacket!"), fault: null });
    const alone = join(descriptor(INDEPENDENT), block(first), block(second), END);
    expect((await unpack(alone)).fault).toEqual({ kind: "bad", offset: 7 + 4 + 7, part: "data" });
  });

  test("may keep blocks as they are, longer than copies reach", async () => {
    const bytes = counting(60_000);
    const frame = join(descriptor(LINKED), block(bytes, STORED), block(bytes, STORED), END);
    expect(await unpack(frame)).toEqual({ bytes: join(bytes, bytes), fault: null });
  });

  test("may have a checksum for each block", async () => {
    const bytes = characters("stored");
    const sum = new XxHash32().update(bytes).digest();
    const frame = (checksum: number) =>
      join(descriptor(INDEPENDENT | 0x10), block(bytes, STORED), u32("little", checksum), END);
    expect(await unpack(frame(sum))).toEqual({ bytes, fault: null });
    expect(await unpack(frame(sum ^ 1))).toEqual({ bytes, fault: { kind: "bad", offset: 17, part: "checksum" } });
  });

  test("for another program is passed over", async () => {
    const other = join(u32("little", 0x184d2a53, 1000), counting(1000));
    const frame = join(descriptor(INDEPENDENT), END, other, descriptor(INDEPENDENT), block(counting(3), STORED), END);
    expect(await unpack(frame)).toEqual({ bytes: counting(3), fault: null });
    expect((await unpack(frame.subarray(0, 500))).fault).toEqual({ kind: "cut" });
  });

  test("that needs a dictionary is told", async () => {
    const { fault } = await unpack(join(descriptor(INDEPENDENT | 1, u32("little", 7)), END));
    expect(fault).toEqual({ kind: "unsupported", offset: 0, what: "LZ4 dictionary" });
  });

  test.each([
    ["version 2", descriptor(0x80)],
    ["a reserved bit", descriptor(INDEPENDENT | 2)],
    ["a block length that nobody defined", descriptor(INDEPENDENT, undefined, 0x30)],
    ["a wrong checksum", descriptor(INDEPENDENT).fill(0, 6)],
  ])("with %s has a damaged header", async (_, header) => {
    expect((await unpack(join(header, END))).fault).toEqual({ kind: "bad", offset: 0, part: "header" });
  });

  test("with a block longer than it allows is damaged there, whatever length it claims", async () => {
    const { fault } = await unpack(join(descriptor(INDEPENDENT), u32("little", 0x7fff_ffff)));
    expect(fault).toEqual({ kind: "bad", offset: 7, part: "data" });
  });
});

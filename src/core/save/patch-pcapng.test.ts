/** The patched file is read back, and what was not to change is compared with the file that it comes from. */
import { expect, it } from "vitest";
import {
  BYTE_ORDERS,
  type ByteOrder,
  characters,
  counting,
  customBlock,
  enhancedPacket,
  interfaceBlock,
  join,
  nameResolution,
  obsoletePacket,
  option,
  readIn,
  sectionHeader,
  simplePacket,
  u32,
} from "../capture/captures-for-tests.ts";
import { commentsIn } from "../capture/packet-comments.ts";
import { PcapngReader } from "../capture/pcapng.ts";
import type { CommentEdit } from "./comment-edit.ts";
import { type PcapngPatch, patchPcapng } from "./patch-pcapng.ts";

const comment = (order: ByteOrder, text: string) => option(order, 1, characters(text));
const flags = (order: ByteOrder) => option(order, 2, u32(order, 0x0102));

const fileIn = (order: ByteOrder) =>
  join(
    sectionHeader(order, 1, 0, option(order, 4, characters("editor"))),
    interfaceBlock(order, 1, 0, option(order, 2, characters("eth0"))),
    enhancedPacket(order, counting(61)),
    enhancedPacket(order, counting(62), { options: join(flags(order), comment(order, "one"), comment(order, "two")) }),
    nameResolution(order, [1, join(Uint8Array.of(10, 0, 0, 1), characters("old\0"))]),
    obsoletePacket(order, counting(63), { options: join(comment(order, "three"), u32(order, 0)) }),
    simplePacket(order, counting(7)),
    customBlock(order, counting(9)),
  );

const read = (file: Uint8Array) => readIn((onFrame) => new PcapngReader(onFrame), file);
const edit = (added: readonly string[], replaced: readonly (readonly [number, string | null])[] = []): CommentEdit => {
  return { added, replaced: new Map(replaced) };
};

async function patched(file: Uint8Array, patch: Partial<PcapngPatch>): Promise<Uint8Array> {
  const source = { size: file.length, read: async (from: number, to: number) => file.slice(from, to) };
  const all: PcapngPatch = { comments: [], names: [], overruling: [], last: null, ...patch };
  const pieces = await patchPcapng(source, all);
  return join(...pieces.map((piece) => ("to" in piece ? file.subarray(piece.from, piece.to) : piece)));
}

/** The comments of each frame. */
function commentsOf(file: Uint8Array, littleEndian: boolean): readonly (readonly string[])[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  return read(file).frames.map(({ fileOffset, commentsAt, commentsEnd }) =>
    commentsEnd === 0 ? [] : commentsIn(view, fileOffset + commentsAt, fileOffset + commentsEnd, littleEndian),
  );
}

for (const order of BYTE_ORDERS) {
  const littleEndian = order === "little";
  it(`adds, changes and removes comments, and leaves all else as it is (${order}-endian)`, async () => {
    const file = fileIn(order);
    const before = read(file);
    const place = (row: number) => before.frames[row]!;
    const comments = [
      { packet: place(0), edit: edit(["grüße\n你好"]) },
      { packet: place(1), edit: edit(["more"], [[0, "first"]]) },
      { packet: place(2), edit: edit([], [[0, null]]) },
      { packet: place(3), edit: edit(["nowhere"]) },
    ];
    const saved = await patched(file, { comments });
    const after = read(saved);
    expect(after.problem).toBeNull();
    expect(commentsOf(saved, littleEndian)).toEqual([["grüße\n你好"], ["first", "two", "more"], [], [], []]);
    const bare = ({ frames }: typeof after) =>
      frames.map(({ bytes, seconds, nanoseconds }) => [bytes, seconds, nanoseconds]);
    expect(bare(after)).toEqual(bare(before));
    expect(after.interfaces).toEqual(before.interfaces);
    expect(after.notes).toEqual(before.notes);
    // The option that is no comment, in front of them as it was.
    expect(Buffer.from(saved).indexOf(flags(order))).toBeGreaterThan(0);
  });
}

it("puts names at the beginning, and overruling ones at the end", async () => {
  const names = [
    { address: "10.0.0.2", name: "srv" },
    { address: "2001:db8::1", name: "six" },
    { address: "02:00:00:00:00:01", name: "no record for it" },
  ];
  const saved = await patched(fileIn("little"), { names, overruling: [{ address: "10.0.0.1", name: "new" }] });
  expect(read(saved).notes.names).toEqual([
    names[0],
    names[1],
    { address: "10.0.0.1", name: "old" },
    { address: "10.0.0.1", name: "new" },
  ]);
});

it("says of the section that its length is not said", async () => {
  const file = fileIn("little");
  new DataView(file.buffer).setBigUint64(16, BigInt(file.length), true);
  const saved = await patched(file, { names: [{ address: "10.0.0.2", name: "srv" }] });
  expect(new DataView(saved.buffer, saved.byteOffset).getBigUint64(16, true)).toBe(0xffff_ffff_ffff_ffffn);
});

it("ends with the last packet that is to be kept", async () => {
  const file = fileIn("little");
  for (const row of [0, 1, 2, 3, 4]) {
    const saved = read(await patched(file, { last: read(file).frames[row]! }));
    expect([saved.frames.length, saved.problem]).toEqual([row + 1, null]);
  }
});

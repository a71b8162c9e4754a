import { describe, expect, it } from "vitest";
import {
  BYTE_ORDERS,
  block,
  characters,
  counting,
  customBlock,
  enhancedPacket,
  i64,
  interfaceBlock,
  interfaceStatistics,
  join,
  nameResolution,
  obsoletePacket,
  option,
  readIn,
  sectionHeader,
  simplePacket,
  u32,
} from "./captures-for-tests.ts";
import { MOST_NAMES } from "./limits.ts";
import { BLOCK_LENGTH_AT, commentsIn, commentsOf, optionBounds } from "./packet-comments.ts";
import { PcapngReader } from "./pcapng.ts";

const read = (file: Uint8Array) => readIn((onFrame) => new PcapngReader(onFrame), file);

describe.each(BYTE_ORDERS)("a %s-endian pcapng file", (order) => {
  const text = (code: number, value: string) => option(order, code, characters(value));
  const end = text(0, "");
  const isLittle = order === "little";

  it("tells who wrote a section, with all comments", () => {
    const options = [text(1, "first"), text(3, "Linux"), text(1, "second"), text(2, "PC"), text(4, "dumpcap"), end];
    const { notes } = read(join(sectionHeader(order, 1, 0, ...options), sectionHeader(order)));
    expect(notes.sections).toEqual([
      { comments: ["first", "second"], hardware: "PC", system: "Linux", application: "dumpcap" },
      { comments: [], hardware: "", system: "", application: "" },
    ]);
  });

  it("describes its interfaces, numbered in each section", () => {
    const expression = text(11, "\0tcp port 80");
    const file = join(
      sectionHeader(order),
      interfaceBlock(order, 1, 0, text(2, "eth0")),
      interfaceBlock(order, 1, 0, text(3, "Wi-Fi"), expression),
      sectionHeader(order),
      interfaceBlock(order, 1, 0, text(11, "\x01machine code")),
      customBlock(order, counting(4)),
    );
    expect(read(file).interfaces).toMatchObject([
      { section: 1, number: 0, name: "eth0", description: "", filter: "", littleEndian: isLittle },
      { section: 1, number: 1, name: "", description: "Wi-Fi", filter: "tcp port 80" },
      { section: 2, number: 0, filter: "" },
      { section: 2, number: -1 },
    ]);
  });

  it("counts what an interface received and dropped, the last time that it says so", () => {
    const counts = (received: bigint, dropped: bigint) =>
      interfaceStatistics(order, 1, option(order, 4, i64(order, received)), option(order, 5, i64(order, dropped)), end);
    const interfaces = [interfaceBlock(order), interfaceBlock(order)];
    const file = join(sectionHeader(order), ...interfaces, counts(5n, 0n), counts(1n << 33n, 12n));
    expect(read(file).interfaces).toMatchObject([
      { received: -1, dropped: -1 },
      { received: 2 ** 33, dropped: 12 },
    ]);
    const unknown = join(sectionHeader(order), interfaceBlock(order), interfaceStatistics(order, 7));
    expect(read(unknown)).toMatchObject({ interfaces: [{ received: -1 }], problem: null });
  });

  it("names addresses, every name of a record", () => {
    const first = join(Uint8Array.of(192, 0, 2, 1), characters("one.example\0uno.example\0"));
    const second = join(Uint8Array.of(0x20, 1, 0xd, 0xb8), new Uint8Array(11), Uint8Array.of(1), characters("six\0"));
    const file = join(sectionHeader(order), nameResolution(order, [1, first], [77, counting(9)], [2, second]));
    expect(read(file).notes.names).toEqual([
      { address: "192.0.2.1", name: "one.example" },
      { address: "192.0.2.1", name: "uno.example" },
      { address: "2001:db8::1", name: "six" },
    ]);
  });

  it("passes over names that reach past their block, and over more than it keeps", () => {
    const overlong = block(order, 4, join(u32(order, 0xffff_ffff), counting(8)));
    const address = Uint8Array.of(192, 0, 2, 1);
    const many = nameResolution(order, [1, join(address, characters("a\0".repeat(30_000)))]);
    const { notes, problem } = read(join(sectionHeader(order), overlong, many, many, many, many));
    expect({ length: notes.names.length, problem }).toEqual({ length: MOST_NAMES, problem: null });
  });

  it("counts secrets, and passes over journal entries", () => {
    const secrets = block(order, 10, join(u32(order, 0x544c534b, 4), characters("KEYS")));
    const { notes, frames } = read(join(sectionHeader(order), secrets, secrets, block(order, 9, counting(24))));
    expect({ secrets: notes.secrets, frames }).toEqual({ secrets: 2, frames: [] });
  });

  it("says which packets have comments, and where", () => {
    const options = join(text(2, "\0\0\0\0"), text(1, "first"), text(1, ""), text(1, "cut\0here"), end);
    const data = counting(61);
    const file = join(
      sectionHeader(order),
      interfaceBlock(order),
      enhancedPacket(order, data, { options }),
      simplePacket(order, data),
      enhancedPacket(order, data, { options: join(text(2, "\0\0\0\0"), end, text(1, "behind the end")) }),
      obsoletePacket(order, data, { options: text(1, "without an end") }),
      enhancedPacket(order, data),
    );
    const comments: (readonly string[])[] = [];
    const reader = new PcapngReader((frame) => comments.push(commentsOf(frame, isLittle)));
    const view = new DataView(file.buffer);
    reader.read(view, 0);
    expect(comments).toEqual([["first", "", "cut"], [], [], ["without an end"], []]);
    const again = read(file).frames.map(({ fileOffset, capturedLength, commentsEnd }) => {
      if (commentsEnd === 0) return [];
      const blockLength = view.getUint32(fileOffset + BLOCK_LENGTH_AT, isLittle);
      const { from, to } = optionBounds(blockLength, capturedLength);
      return commentsIn(view, fileOffset + from, fileOffset + to, isLittle);
    });
    expect(again).toEqual(comments);
  });

  it("reads the comments before an option that reaches past its block", () => {
    const overlong = Uint8Array.from([...text(1, "good"), ...u32(order, 0x0001_ffff)]);
    const file = join(
      sectionHeader(order),
      interfaceBlock(order),
      enhancedPacket(order, counting(4), { options: overlong }),
    );
    const comments: (readonly string[])[] = [];
    new PcapngReader((frame) => comments.push(commentsOf(frame, isLittle))).read(new DataView(file.buffer), 0);
    expect(comments).toEqual([["good"]]);
  });
});

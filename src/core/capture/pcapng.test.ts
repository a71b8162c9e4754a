import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BYTE_ORDERS,
  type ByteOrder,
  block,
  characters,
  counting,
  customBlock,
  enhancedPacket,
  i64,
  interfaceBlock,
  join,
  obsoletePacket,
  option,
  readIn,
  sectionHeader,
  simplePacket,
  u16,
  u32,
} from "./captures-for-tests.ts";
import { isPcapng, PcapngReader } from "./pcapng.ts";
import { MOST_INTERFACES, NO_LINK_TYPE } from "./reader.ts";

const read = (file: Uint8Array, ends?: readonly number[]) => readIn((onFrame) => new PcapngReader(onFrame), file, ends);
const data = counting(61);
const start = (order: ByteOrder) => join(sectionHeader(order), interfaceBlock(order));
const bytes = [...data];

describe.each(BYTE_ORDERS)("a %s-endian pcapng section", (order) => {
  const ticks = 1_340_954_905_298_858n; // 2012-06-29, in microseconds

  it.each([
    ["enhanced", enhancedPacket],
    ["obsolete", obsoletePacket],
  ])("gives the frames of %s packet blocks", (_, packet) => {
    const file = join(start(order), packet(order, data, { ticks, wire: 1514 }));
    expect(read(file)).toMatchObject({
      frames: [
        {
          capturedLength: 61,
          wireLength: 1514,
          hasTime: true,
          seconds: 1_340_954_905,
          nanoseconds: 298_858_000,
          interfaceRow: 0,
          fileOffset: 76,
          bytes,
        },
      ],
      problem: null,
    });
  });

  it("gives the frames of simple packet blocks, which have no time and end at the snap length", () => {
    const packets = [simplePacket(order, data, 61), simplePacket(order, data.subarray(0, 40), 40)];
    const file = join(start(order), ...packets);
    const none = { hasTime: false, seconds: 0, nanoseconds: 0 };
    expect(read(file).frames).toMatchObject([
      { ...none, capturedLength: 61, wireLength: 61, fileOffset: 60, bytes },
      { ...none, capturedLength: 40, wireLength: 40 },
    ]);
    const snapped = join(sectionHeader(order), interfaceBlock(order, 1, 61), simplePacket(order, data, 1514));
    expect(read(snapped).frames).toMatchObject([{ capturedLength: 61, wireLength: 1514, bytes }]);
  });

  it("gives a frame without link type for a custom block, as Wireshark counts", () => {
    const blocks = [customBlock(order, data), customBlock(order, data, 0x4000_0bad), enhancedPacket(order, data)];
    const { frames, interfaces } = read(join(start(order), ...blocks));
    const custom = { hasTime: false, capturedLength: 64, wireLength: 64, interfaceRow: 1 };
    expect(frames).toMatchObject([custom, custom, { hasTime: true, interfaceRow: 0 }]);
    expect(interfaces.map(({ linkType }) => linkType)).toEqual([1, NO_LINK_TYPE]);
  });

  it("reads what an interface's options say, up to their end", () => {
    const described = interfaceBlock(
      order,
      101,
      96,
      option(order, 2, characters("lo\0")),
      option(order, 9, Uint8Array.of(9)),
      option(order, 14, i64(order, -3600n)),
      option(order, 9, Uint8Array.of(3)), // the first holds
      option(order, 0, counting(0)),
      option(order, 77, counting(3)),
    );
    const packet = enhancedPacket(order, data, { ticks: 3_601_000_000_007n });
    const { frames, interfaces } = read(join(sectionHeader(order), described, packet));
    expect(interfaces).toMatchObject([{ linkType: 101, snapLength: 96, timeDecimals: 9, name: "lo" }]);
    expect(frames).toMatchObject([{ seconds: 1, nanoseconds: 7 }]);
  });

  it("takes the defaults for options of a wrong length", () => {
    const described = interfaceBlock(order, 1, 0, option(order, 9, counting(2)), option(order, 14, counting(4)));
    const { frames } = read(join(sectionHeader(order), described, enhancedPacket(order, data, { ticks: 1_000_001n })));
    expect(frames).toMatchObject([{ seconds: 1, nanoseconds: 1000 }]);
  });

  it("keeps several interfaces, and their clocks, apart", () => {
    const interfaces = [6, 9].map((n) => interfaceBlock(order, n, 0, option(order, 9, Uint8Array.of(n))));
    const packets = [0, 1, 0].map((interfaceNumber) => enhancedPacket(order, data, { interfaceNumber, ticks }));
    const micro = { interfaceRow: 0, seconds: 1_340_954_905, nanoseconds: 298_858_000 };
    const nano = { interfaceRow: 1, seconds: 1_340_954, nanoseconds: 905_298_858 };
    expect(read(join(sectionHeader(order), ...interfaces, ...packets)).frames).toMatchObject([micro, nano, micro]);
  });

  it("passes over blocks that it does not know, and options of packets", () => {
    const options = option(order, 1, characters("a comment"));
    const unknown = [4, 5, 10, 0x7fff_ffff].map((type) => block(order, type, counting(20)));
    const file = join(
      start(order),
      ...unknown,
      block(order, 78, counting(0)),
      enhancedPacket(order, data, { options }),
    );
    expect(read(file)).toMatchObject({ frames: [{ bytes }], problem: null });
  });

  it("takes a length that leaves the padding out", () => {
    const file = join(start(order), block(order, 77, counting(8), { length: 18 }), enhancedPacket(order, data));
    expect(read(file)).toMatchObject({ frames: [{ bytes }], problem: null });
  });
});

describe("pcapng sections", () => {
  it("follow each other, each with its own byte order and interfaces", () => {
    const second = join(sectionHeader("big", 1, 2), interfaceBlock("big", 113), enhancedPacket("big", data));
    const file = join(start("little"), interfaceBlock("little", 101), enhancedPacket("little", data), second);
    const { frames, interfaces, problem } = read(file);
    expect(frames).toMatchObject([
      { interfaceRow: 0, bytes },
      { interfaceRow: 2, bytes },
    ]);
    expect(interfaces.map(({ linkType }) => linkType)).toEqual([1, 101, 113]);
    expect(problem).toBeNull();
  });

  it("do not lend each other interfaces", () => {
    const file = join(start("little"), sectionHeader("little"), enhancedPacket("little", data));
    expect(read(file).problem).toMatchObject({ kind: "badRecord", field: "interface", value: 0, least: 0, most: -1 });
  });

  it("are recognised by their byte-order magic", () => {
    const recognised = (file: Uint8Array) => isPcapng(new DataView(file.slice().buffer));
    expect(BYTE_ORDERS.map((order) => recognised(sectionHeader(order)))).toEqual([true, true]);
    expect(recognised(sectionHeader("big").subarray(0, 11))).toBe(false);
    expect(recognised(block("big", 0x0a0d0d0a, counting(16)))).toBe(false);
  });
});

describe("a pcapng file with something wrong", () => {
  const order = "little";
  const good = enhancedPacket(order, data);
  const packetAt = join(start(order), good).length;

  it.each<[string, Uint8Array, string, number, number, number]>([
    ["no room for a block", u32(order, 77, 8, 8), "block length", 8, 12, 134_348_832],
    [
      "a block of 4 GB",
      block(order, 77, counting(4), { length: 0xffff_fff0 }),
      "block length",
      0xffff_fff0,
      12,
      134_348_832,
    ],
    ["a packet block without room", block(order, 6, counting(16)), "block length", 28, 32, 134_348_832],
    ["an obsolete block without room", block(order, 2, counting(16)), "block length", 28, 32, 134_348_832],
    ["a simple block without room", block(order, 3, counting(0)), "block length", 12, 16, 134_348_832],
    ["an interface without room", block(order, 1, counting(4)), "block length", 16, 20, 134_348_832],
    [
      "a section without room",
      block(order, 0x0a0d0d0a, u32(order, 0x1a2b3c4d, 1)),
      "block length",
      20,
      28,
      134_348_832,
    ],
    ["a custom block without room", block(order, 0xbad, counting(0)), "block length", 12, 16, 134_348_832],
    ["two lengths", block(order, 77, counting(4), { trailer: 1000 }), "block length at the block's end", 1000, 16, 16],
    ["an interface never described", enhancedPacket(order, data, { interfaceNumber: 1 }), "interface", 1, 0, 0],
    ["that in an obsolete block", obsoletePacket(order, data, { interfaceNumber: 9 }), "interface", 9, 0, 0],
    ["a packet longer than its block", enhancedPacket(order, data, { captured: 65 }), "captured length", 65, 0, 64],
    ["a simple packet longer than its block", simplePacket(order, data, 65), "captured length", 65, 0, 64],
    ["a packet past all measure", enhancedPacket(order, counting(262_148)), "captured length", 262_148, 0, 262_144],
    ["an option longer than its block", interfaceBlock(order, 1, 0, u16(order, 2, 1)), "option length", 1, 0, 0],
    [
      "a section of no byte order",
      block(order, 0x0a0d0d0a, join(u32(order, 0x1122_3344), counting(16))),
      "byte-order magic",
      0x1122_3344,
      0x1a2b_3c4d,
      0x1a2b_3c4d,
    ],
  ])("stops at %s and keeps what came before", (_, bad, field, value, least, most) => {
    expect(read(join(start(order), good, bad, good))).toMatchObject({
      frames: [{ bytes }],
      problem: { kind: "badRecord", offset: packetAt, packet: 2, field, value, least, most },
    });
  });

  it("does not take a version that nobody defined, be it the second section's", () => {
    const problem = { kind: "unsupported", offset: 12, what: "pcapng version 2.0" };
    expect(read(join(sectionHeader(order, 2), good)).problem).toEqual(problem);
    const second = join(start(order), good, sectionHeader("big", 1, 1), good);
    expect(read(second)).toMatchObject({
      frames: [{ bytes }],
      problem: { kind: "unsupported", offset: packetAt + 12, what: "pcapng version 1.1" },
    });
  });

  it("needs a section before all else", () => {
    expect(read(good).problem).toMatchObject({ kind: "badRecord", offset: 0, field: "block type", value: 6 });
    const simple = join(sectionHeader(order), simplePacket(order, data));
    expect(read(simple).problem).toMatchObject({ kind: "badRecord", offset: 28, field: "interface", most: -1 });
  });

  it("gives up when rows cannot number the interfaces", () => {
    const interfaces = Array.from({ length: MOST_INTERFACES }, () => interfaceBlock(order));
    const full = join(sectionHeader(order), ...interfaces, good);
    expect(read(full)).toMatchObject({ frames: [{ bytes }], problem: null });
    const what = "more than 65536 interfaces";
    for (const more of [interfaceBlock(order), customBlock(order, data)]) {
      expect(read(join(full, more))).toMatchObject({ frames: [{}], problem: { kind: "unsupported", what } });
    }
  });

  it("says what is missing of a cut block or header", () => {
    const file = join(start(order), good, good);
    const cut = { kind: "cutRecord", offset: packetAt, packet: 2 };
    expect(read(file.subarray(0, packetAt + 11)).problem).toEqual({ ...cut, needed: 12, had: 11 });
    expect(read(file.subarray(0, packetAt + 12)).problem).toEqual({ ...cut, needed: good.length, had: 12 });
    expect(read(file.subarray(0, packetAt)).problem).toBeNull();
    expect(read(file.subarray(0, 28)).problem).toBeNull();
    expect(read(file.subarray(0, 27)).problem).toEqual({ kind: "cutHeader", needed: 28, had: 27 });
    expect(read(file.subarray(0, 5)).problem).toEqual({ kind: "cutHeader", needed: 12, had: 5 });
  });
});

describe("slices of a pcapng file", () => {
  const file = join(
    start("little"),
    simplePacket("little", counting(9)),
    enhancedPacket("little", data, { options: option("little", 1, characters("a comment")) }),
    customBlock("little", counting(5)),
    start("big"),
    obsoletePacket("big", counting(200), { ticks: 2n ** 40n }),
    block("big", 77, counting(40)),
    enhancedPacket("big", counting(0)),
  );
  const whole = read(file);

  it("of any size give the same frames and interfaces", () => {
    for (let size = 1; size <= file.length; size++) {
      const ends = Array.from({ length: Math.ceil(file.length / size) }, (_, index) => (index + 1) * size);
      const { frames, interfaces, problem } = read(file, ends.slice(0, -1));
      expect({ frames, interfaces, problem }).toEqual({
        frames: whole.frames,
        interfaces: whole.interfaces,
        problem: null,
      });
    }
  });

  it("that end anywhere give the same frames, of the file and of a cut one", () => {
    const places = fc.array(fc.nat(file.length)).map((ends) => ends.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.nat(file.length), places, (length, ends) => {
        const cut = file.subarray(0, length);
        const inOne = read(cut);
        expect(
          read(
            cut,
            ends.filter((end) => end < length),
          ),
        ).toMatchObject({
          frames: inOne.frames,
          interfaces: inOne.interfaces,
          problem: inOne.problem,
        });
      }),
    );
  });

  it("tell how long the next block is once its length is seen", () => {
    expect(read(file, [11, 12, 28, 47]).wanted.slice(0, 4)).toEqual([12, 28, 12, 20]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BYTE_ORDERS,
  counting,
  join,
  KUZNETZOV_MAGIC,
  MICROSECOND_MAGIC,
  NANOSECOND_MAGIC,
  pcapHeader,
  pcapRecord,
  readIn,
} from "./captures-for-tests.ts";
import { PcapReader } from "./pcap.ts";

const read = (file: Uint8Array, ends?: readonly number[]) => readIn((onFrame) => new PcapReader(onFrame), file, ends);
const data = counting(60);

describe.each(BYTE_ORDERS)("a %s-endian pcap file", (order) => {
  it.each([
    ["microseconds", MICROSECOND_MAGIC, 987_654, 987_654_000],
    ["nanoseconds", NANOSECOND_MAGIC, 987_654_321, 987_654_321],
  ])("gives times of %s", (_, magic, fraction, nanoseconds) => {
    const record = pcapRecord(order, data, { seconds: 4_294_967_295, fraction, wire: 1514 });
    expect(read(join(pcapHeader(order, { magic }), record))).toMatchObject({
      frames: [
        {
          capturedLength: 60,
          wireLength: 1514,
          hasTime: true,
          seconds: 4_294_967_295,
          nanoseconds,
          interfaceRow: 0,
          fileOffset: 40,
          bytes: [...data],
        },
      ],
      problem: null,
    });
  });

  it("skips what Kuznetzov's records hold besides", () => {
    const records = [60, 61].map((length) => pcapRecord(order, counting(length), { extra: 8 }));
    const { frames, problem } = read(join(pcapHeader(order, { magic: KUZNETZOV_MAGIC }), ...records));
    expect(frames.map(({ bytes, fileOffset }) => [bytes.length, bytes[1], fileOffset])).toEqual([
      [60, 1, 48],
      [61, 1, 132],
    ]);
    expect(problem).toBeNull();
  });

  it("describes its one interface", () => {
    const header = pcapHeader(order, { snapLength: 96, linkType: 113 });
    expect(read(header).interfaces).toMatchObject([{ linkType: 113, snapLength: 96, timeDecimals: 6, name: "" }]);
  });

  it("takes the check sum bits off the link type", () => {
    expect(read(pcapHeader(order, { linkType: 0x4400_0001 })).interfaces[0]?.linkType).toBe(1);
  });
});

describe("lengths in a pcap record", () => {
  it.each([
    [[2, 4], 100, 60, 60],
    [[2, 4], 40, 60, 60],
    [[2, 3], 100, 60, 60],
    [[2, 3], 60, 100, 60],
    [[2, 2], 60, 100, 60],
    [[543, 0], 60, 100, 60],
  ] as const)(
    "of version %j with %i on the wire field and %i in the captured field",
    (version, wire, captured, held) => {
      const { frames } = read(join(pcapHeader("little", { version }), pcapRecord("little", data, { captured, wire })));
      expect(frames[0]?.capturedLength).toBe(held);
      expect(frames[0]?.wireLength).toBe(held === captured ? wire : captured);
    },
  );

  it("may be zero", () => {
    const file = join(pcapHeader("little"), pcapRecord("little", counting(0)), pcapRecord("little", data));
    expect(read(file).frames.map(({ bytes }) => bytes.length)).toEqual([0, 60]);
  });

  it("may be as long as the link type's packets are", () => {
    const long = pcapRecord("little", counting(262_145));
    expect(read(join(pcapHeader("little", { linkType: 249 }), long)).frames).toHaveLength(1);
    expect(read(join(pcapHeader("little", { linkType: 1 }), long)).problem).toEqual({
      kind: "badRecord",
      offset: 24,
      packet: 1,
      field: "captured length",
      value: 262_145,
      least: 0,
      most: 262_144,
    });
  });
});

describe("a pcap file with something wrong", () => {
  it("carries whole seconds out of the fraction", () => {
    const record = pcapRecord("big", data, { seconds: 7, fraction: 2_500_000 });
    expect(read(join(pcapHeader("big"), record)).frames[0]).toMatchObject({ seconds: 9, nanoseconds: 500_000_000 });
  });

  it("keeps the frames before a record that claims too much", () => {
    const bad = pcapRecord("big", data, { captured: 4_294_967_295 });
    const { frames, problem } = read(join(pcapHeader("big"), pcapRecord("big", data), bad, pcapRecord("big", data)));
    expect(frames).toHaveLength(1);
    expect(problem).toMatchObject({ kind: "badRecord", offset: 100, packet: 2, value: 4_294_967_295 });
  });

  it("says what is missing of a cut record", () => {
    const file = join(pcapHeader("little"), pcapRecord("little", data), pcapRecord("little", data));
    const cut = { kind: "cutRecord", offset: 100, packet: 2 };
    expect(read(file.subarray(0, 101)).problem).toEqual({ ...cut, needed: 16, had: 1 });
    expect(read(file.subarray(0, 116)).problem).toEqual({ ...cut, needed: 76, had: 16 });
    expect(read(file.subarray(0, 175)).problem).toEqual({ ...cut, needed: 76, had: 75 });
    expect(read(file.subarray(0, 100)).problem).toBeNull();
  });

  it("says how much of a header is there", () => {
    const header = pcapHeader("little");
    expect(read(header.subarray(0, 23)).problem).toEqual({ kind: "cutHeader", needed: 24, had: 23 });
    expect(read(header.subarray(0, 0)).problem).toEqual({ kind: "cutHeader", needed: 24, had: 0 });
  });

  it.each([
    [{ version: [1, 0] as const }, 4, "pcap version 1.0"],
    [{ linkType: 0x0020_0001 }, 20, "link type 0x00200001"],
    [{ magic: 0x1234_5678 }, 0, "pcap magic 0x12345678"],
  ])("does not guess at a header of %j", (header, offset, what) => {
    const file = join(pcapHeader("big", header), pcapRecord("big", data));
    expect(read(file)).toMatchObject({ frames: [], problem: { kind: "unsupported", offset, what } });
  });

  it("is not read on after a problem", () => {
    const reader = new PcapReader(() => {});
    const view = new DataView(join(pcapHeader("big", { version: [1, 0] }), pcapRecord("big", data)).slice().buffer);
    expect([reader.read(view, 0), reader.read(view, 0), reader.frames]).toEqual([0, 0, 0]);
  });
});

describe("slices of a pcap file", () => {
  const file = join(
    pcapHeader("little"),
    ...[60, 0, 1, 300, 17].map((length, seconds) => pcapRecord("little", counting(length), { seconds, wire: 1514 })),
  );
  const whole = read(file);

  it("of any size give the same frames", () => {
    for (let size = 1; size <= file.length; size++) {
      const ends = Array.from({ length: Math.ceil(file.length / size) }, (_, index) => (index + 1) * size);
      expect(read(file, ends.slice(0, -1))).toMatchObject({ frames: whole.frames, problem: null });
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
          problem: inOne.problem,
        });
      }),
    );
  });

  it("tell how long the next record is once its header is seen", () => {
    expect(read(file, [23, 24, 39, 40, 99]).wanted).toEqual([24, 16, 16, 76, 76, 16]);
  });
});

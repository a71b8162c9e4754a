import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  characters,
  counting,
  enhancedPacket,
  interfaceBlock,
  interfaceStatistics,
  join,
  NANOSECOND_MAGIC,
  option,
  pcapHeader,
  pcapRecord,
  sectionHeader,
  simplePacket,
} from "./captures-for-tests.ts";
import { Merge, type MergedFile, type MergeListener, type ReadFile } from "./merge-captures.ts";
import { type ByteSource, readCapture, type SliceLengths } from "./read-capture.ts";
import { type CaptureInterface, MOST_INTERFACES } from "./reader.ts";

function sourceOf(file: Uint8Array): ByteSource {
  return { size: file.length, read: async (from, to) => file.slice(from, to).buffer };
}

const reading =
  (file: Uint8Array, slices?: SliceLengths): ReadFile =>
  (listener) =>
    readCapture(sourceOf(file), slices ? { ...listener, slices } : listener);

/** A packet of one byte, `byte`, at a time in microseconds; null for one without. */
const packet = (byte: number, time: number | null): Uint8Array => {
  const data = Uint8Array.of(byte);
  return time === null ? simplePacket("little", data) : enhancedPacket("little", data, { ticks: BigInt(time) });
};

/** A file whose packets hold `file` * 16 and their number. */
const pcapng = (file: number, ...times: readonly (number | null)[]): Uint8Array => {
  const name = option("little", 2, characters(`eth${file}`));
  const packets = times.map((time, number) => packet(file * 16 + number, time));
  return join(sectionHeader("little"), interfaceBlock("little", 1, 0, name), ...packets);
};

interface Merged {
  /** The one byte of each frame. */
  readonly bytes: readonly number[];
  readonly names: readonly string[];
  readonly interfaces: readonly CaptureInterface[];
  readonly files: readonly MergedFile[];
}

async function merged(...reads: readonly ReadFile[]): Promise<Merged> {
  const merge = new Merge(reads);
  const bytes: number[] = [];
  const rows: number[] = [];
  const linkTypes: number[] = [];
  const files = await merge.read({
    onFrame({ view, at, interfaceRow }, { linkType }) {
      bytes.push(view.getUint8(at));
      rows.push(interfaceRow);
      linkTypes.push(linkType);
    },
  });
  const { interfaces } = merge;
  expect(rows.map((row) => interfaces[row]!.linkType)).toEqual(linkTypes);
  return { bytes, names: rows.map((row) => interfaces[row]!.name), interfaces, files };
}

describe("captures read together", () => {
  it("give their frames in the order of time, each with its own interface", async () => {
    const { bytes, names, interfaces, files } = await merged(
      reading(pcapng(0, 10, 40)),
      reading(pcapng(1, 20, 30, 50)),
    );
    expect(bytes).toEqual([0, 16, 17, 1, 18]);
    expect(names).toEqual(["eth0", "eth1", "eth1", "eth0", "eth1"]);
    expect(interfaces).toMatchObject([
      { name: "eth0", file: 0 },
      { name: "eth1", file: 1 },
    ]);
    expect(files).toMatchObject([
      { frames: 2, end: { kind: "whole" } },
      { frames: 3, end: { kind: "whole" } },
    ]);
  });

  // What `mergecap a b` writes of the same files.
  it("stand as mergecap orders them where times do not decide", async () => {
    const { bytes } = await merged(reading(pcapng(0, 10, 20, 30, 5, 40)), reading(pcapng(1, 10, 20, 25, null, 50)));
    expect(bytes).toEqual([16, 0, 17, 1, 18, 19, 2, 3, 4, 20]);
    const three = [pcapng(0, 10), pcapng(1, 10, 20), pcapng(2, null, 1, 60)].map((file) => reading(file));
    expect((await merged(...three)).bytes).toEqual([32, 33, 16, 0, 17, 34]);
  });

  it("may be of any format, link type and clock", async () => {
    const nanoseconds = join(
      pcapHeader("big", { magic: NANOSECOND_MAGIC, linkType: 101 }),
      pcapRecord("big", Uint8Array.of(77), { seconds: 0, fraction: 15_001 }),
      pcapRecord("big", Uint8Array.of(78), { seconds: 0, fraction: 15_999 }),
    );
    const { bytes, interfaces } = await merged(reading(pcapng(0, 15, 16)), reading(nanoseconds));
    expect(bytes).toEqual([0, 77, 78, 1]);
    expect(interfaces).toMatchObject([
      { linkType: 1, file: 0 },
      { linkType: 101, timeDecimals: 9, file: 1 },
    ]);
  });

  it("come in the same order whatever the slices", async () => {
    const times = fc.array(fc.nat(30), { maxLength: 15 }).map((list) => list.sort((a, b) => a - b));
    const slices = fc.record({ first: fc.integer({ min: 1, max: 700 }), further: fc.integer({ min: 1, max: 200 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(times, slices), { maxLength: 4 }), async (files) => {
        const { bytes } = await merged(...files.map(([list, one], file) => reading(pcapng(file, ...list), one)));
        const all = files.flatMap(([list], file) =>
          list.map((time, number) => ({ time, file, byte: file * 16 + number })),
        );
        const sorted = all.sort((a, b) => a.time - b.time || b.file - a.file || a.byte - b.byte);
        expect(bytes).toEqual(sorted.map(({ byte }) => byte));
      }),
    );
  });

  it("each end in their own way, and the others go on", async () => {
    const cut = pcapng(1, 20, 60).slice(0, -3);
    const { bytes, files } = await merged(reading(counting(40)), reading(cut), reading(pcapng(2, 10, 70)));
    expect(bytes).toEqual([32, 16, 33]);
    expect(files).toMatchObject([
      { reader: null, frames: 0, end: { problem: { kind: "notCapture" } } },
      { frames: 1, end: { problem: { kind: "cutRecord", packet: 2 } } },
      { frames: 2, end: { kind: "whole" } },
    ]);
  });

  it("have all their interfaces in the end, with what was counted of them", async () => {
    const received = option("little", 4, Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0));
    const counted = join(pcapng(0, 10), interfaceBlock("little", 113), interfaceStatistics("little", 0, received));
    const { interfaces } = await merged(reading(pcapng(1, 20)), reading(counted));
    expect(interfaces).toMatchObject([
      { name: "eth0", file: 1, received: 9 },
      { name: "eth1", file: 0 },
      { linkType: 113, file: 1 },
    ]);
  });

  it("end a file at the interface for which there is no row", async () => {
    const many = Array.from({ length: MOST_INTERFACES }, () => interfaceBlock("little"));
    const full = join(sectionHeader("little"), ...many, packet(1, 1));
    const packets = Array.from({ length: MOST_INTERFACES }, (_, interfaceNumber) =>
      enhancedPacket("little", counting(1), { interfaceNumber, ticks: 2n }),
    );
    const { files } = await merged(reading(join(full, ...packets)), reading(pcapng(1, 9, 10)));
    expect(files).toMatchObject([
      { end: { kind: "whole" } },
      { frames: 0, end: { problem: { kind: "unsupported", what: "more than 65536 interfaces" } } },
    ]);
  });

  it("stop between slices when they are cancelled, and tell how far they are", async () => {
    const onFrame = vi.fn();
    const told: number[] = [];
    const listener: MergeListener = {
      onFrame,
      onSlice: ({ frames }) => void told.push(frames),
      cancelled: () => told.length === 1,
    };
    const slices = { first: 600, further: 1 };
    const times = Array.from({ length: 40 }, (_, number) => number);
    const files = await new Merge([reading(pcapng(0, ...times), slices), reading(pcapng(1, 5))]).read(listener);
    expect(onFrame).toHaveBeenCalledTimes(told[0]!);
    expect(files[0]?.end.kind).toBe("cancelled");
  });

  it("fail as a whole when one of them cannot be read", async () => {
    const gone: ReadFile = () => Promise.reject(new Error("gone"));
    await expect(merged(reading(pcapng(0, 1)), gone)).rejects.toThrow("gone");
  });
});

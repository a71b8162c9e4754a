import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  block,
  counting,
  customBlock,
  enhancedPacket,
  interfaceBlock,
  join,
  type KeptFrame,
  keep,
  obsoletePacket,
  option,
  pcapHeader,
  pcapRecord,
  sectionHeader,
  simplePacket,
  u32,
} from "./captures-for-tests.ts";
import { PcapReader } from "./pcap.ts";
import { type ByteSource, type CaptureEnd, feed, type Progress, readCapture } from "./read-capture.ts";
import type { CaptureReader } from "./reader.ts";
import { HEAD } from "./sniff.ts";

const PCAP = join(
  pcapHeader("little"),
  ...[60, 0, 1, 1500, 17].map((length, seconds) => pcapRecord("little", counting(length), { seconds })),
);
const PCAPNG = join(
  sectionHeader("big"),
  interfaceBlock("big", 1, 1500, option("big", 2, counting(5)), option("big", 9, Uint8Array.of(9))),
  enhancedPacket("big", counting(33), { options: option("big", 1, counting(9)) }),
  simplePacket("big", counting(9)),
  customBlock("big", counting(5)),
  sectionHeader("little"),
  interfaceBlock("little", 101),
  interfaceBlock("little", 113),
  obsoletePacket("little", counting(700), { interfaceNumber: 1 }),
  block("little", 77, counting(1200)),
  enhancedPacket("little", counting(3)),
);

/** A source over bytes that hands out copies, and what was asked of it. */
function sourceOf(file: Uint8Array, size = file.length): ByteSource & { asked: [from: number, to: number][] } {
  const asked: [number, number][] = [];
  const read = async (from: number, to: number) => {
    asked.push([from, to]);
    return file.slice(from, to).buffer;
  };
  return { size, read, asked };
}

interface Outcome {
  readonly end: CaptureEnd;
  readonly frames: readonly KeptFrame[];
}

async function outcome(source: ByteSource, first?: number, further = first): Promise<Outcome> {
  const frames: KeptFrame[] = [];
  const slices = first && further ? { first, further } : undefined;
  const end = await readCapture(source, { onFrame: (frame) => frames.push(keep(frame)), ...(slices && { slices }) });
  return { end, frames };
}

describe("reading a capture", () => {
  it.each([
    ["pcap", PCAP, 5],
    ["pcapng", PCAPNG, 5],
  ])("gives the same frames of a %s file in slices of any size", async (_, file, count) => {
    const whole = await outcome(sourceOf(file));
    expect(whole.end).toEqual({ kind: "whole" });
    expect(whole.frames).toHaveLength(count);
    for (let size = 1; size <= file.length; size++) {
      expect(await outcome(sourceOf(file), size)).toEqual(whole);
    }
  });

  it("takes a source that lends bytes of a larger buffer", async () => {
    const buffer = new Uint8Array(PCAP.length + 7);
    buffer.set(PCAP, 7);
    const read = async (from: number, to: number) => buffer.subarray(7 + from, 7 + to);
    expect(await outcome({ size: PCAP.length, read }, 700)).toEqual(await outcome(sourceOf(PCAP)));
  });

  it("begins with a short slice, and asks for each further one before it has walked the one at hand", async () => {
    const record = pcapRecord("big", counting(8000));
    const source = sourceOf(join(pcapHeader("big"), ...Array.from({ length: 2100 }, () => record)));
    const askedAtFirstFrame: number[] = [];
    await readCapture(source, { onFrame: () => askedAtFirstFrame.push(source.asked.length) });
    const [first, further, overlap] = [256 * 1024, 8 * 1024 * 1024, 64 * 1024];
    const second = first - overlap;
    const third = second + further - overlap;
    expect(source.asked).toEqual([
      [0, first],
      [second, second + further],
      [third, source.size],
    ]);
    expect(askedAtFirstFrame[0]).toBe(2);
  });

  it("reads a record again that begins before the slice read ahead", async () => {
    const long = pcapRecord("big", counting(200_000));
    const source = sourceOf(join(pcapHeader("big"), pcapRecord("big", counting(1)), long, long));
    const { end, frames } = await outcome(source, 150_000, 300_000);
    expect(end).toEqual({ kind: "whole" });
    expect(frames.map(({ capturedLength }) => capturedLength)).toEqual([1, 200_000, 200_000]);
    expect(source.asked).toContainEqual([24 + 17, 24 + 17 + 300_000]);
  });

  it("asks for a record longer than a slice at once", async () => {
    const source = sourceOf(join(pcapHeader("big"), pcapRecord("big", counting(5000)), pcapRecord("big", counting(1))));
    await outcome(source, 600, 700);
    expect(source.asked).toContainEqual([24, 24 + 5016]);
  });

  it("tells of the reader before the first frame, and of the progress after each slice", async () => {
    const told: (string | Progress)[] = [];
    let reader: CaptureReader | undefined;
    await readCapture(sourceOf(PCAP), {
      onOpen: (opened) => {
        reader = opened;
        told.push(opened.format);
      },
      onFrame: () => told.push(`frame ${reader?.frames}`),
      onSlice: async (progress) => {
        await Promise.resolve();
        told.push(progress);
      },
      slices: { first: 1600, further: 1600 },
    });
    expect(told).toEqual([
      "pcap",
      "frame 1",
      "frame 2",
      "frame 3",
      { bytes: 133, frames: 3, isLast: false },
      "frame 4",
      "frame 5",
      { bytes: PCAP.length, frames: 5, isLast: true },
    ]);
  });

  it("stops between slices when it is cancelled", async () => {
    const source = sourceOf(PCAP);
    const onFrame = vi.fn();
    expect(await readCapture(source, { onFrame, cancelled: () => true })).toEqual({ kind: "cancelled" });
    expect(source.asked).toEqual([]);
    const cancelled = () => onFrame.mock.calls.length > 0;
    const slices = { first: 600, further: 1 };
    expect(await readCapture(source, { onFrame, cancelled, slices })).toEqual({ kind: "cancelled" });
    expect(onFrame).toHaveBeenCalledTimes(3);
  });

  it("passes on that the source cannot be read", async () => {
    const read = () => Promise.reject(new Error("gone"));
    await expect(outcome({ size: 9, read })).rejects.toThrow("gone");
  });
});

describe("a file that ends badly", () => {
  it("is told from one that begins badly", async () => {
    expect(await outcome(sourceOf(counting(0)))).toEqual({
      end: { kind: "problem", problem: { kind: "empty" } },
      frames: [],
    });
    expect((await outcome(sourceOf(new Uint8Array(999)))).end).toMatchObject({
      problem: { kind: "zeros", length: 999 },
    });
    expect((await outcome(sourceOf(PCAP.subarray(0, 20)))).end).toMatchObject({
      problem: { kind: "cutHeader", had: 20 },
    });
  });

  it("keeps its frames, and says where it is cut", async () => {
    for (const size of [1, 100, 5000]) {
      const { frames, end } = await outcome(sourceOf(PCAP.subarray(0, 140)), size);
      expect(frames).toHaveLength(3);
      const problem = { kind: "cutRecord", offset: 133, packet: 4, needed: 16, had: 7 };
      expect(end).toEqual({ kind: "problem", problem });
    }
  });

  it("ends where the source gives less than its size promised", async () => {
    for (const size of [1, 100, 5000]) {
      const { frames, end } = await outcome(sourceOf(PCAP.subarray(0, 140), PCAP.length), size);
      expect(frames).toHaveLength(3);
      expect(end).toMatchObject({ problem: { kind: "cutRecord", offset: 133, had: 7 } });
    }
  });
});

describe("whatever the bytes", () => {
  // The first slice is never as small as the further ones: a packet fills it, and what may go wrong lies behind.
  const filling = counting(HEAD);
  const pcap = join(pcapHeader("little"), pcapRecord("little", filling));
  const pcapng = join(sectionHeader("big"), interfaceBlock("big"), enhancedPacket("big", filling));

  /** Reads it in one and in small slices; both have to end alike, with frames that lie in the file. */
  async function bear(file: Uint8Array): Promise<void> {
    const whole = await outcome(sourceOf(file));
    expect(await outcome(sourceOf(file), 1)).toEqual(whole);
    for (const { bytes, capturedLength, fileOffset, nanoseconds } of whole.frames) {
      expect(bytes).toEqual([...file.subarray(fileOffset, fileOffset + capturedLength)]);
      expect(nanoseconds >= 0 && nanoseconds < 1e9).toBe(true);
    }
  }

  it.each([
    ["pcap", pcap, PCAP.subarray(24, 200)],
    ["pcapng", pcapng, PCAPNG.subarray(0, 400)],
  ])("any byte of a %s file changed, it ends", async (_, head, tail) => {
    const file = join(head, tail);
    for (let at = 0; at < file.length; at++) {
      if (at > 80 && at < HEAD) continue; // within the packet that fills the first slice
      for (const flip of [0x01, 0x80, 0xff]) {
        const damaged = file.slice();
        damaged[at] = damaged[at]! ^ flip;
        await bear(damaged);
      }
    }
  });

  it.each([
    ["nothing", counting(0)],
    ["a pcap file", pcap],
    ["a pcapng file", pcapng],
    ["a pcapng file and the length of a block", join(pcapng, u32("big", 6, 700))],
  ])("random bytes after %s, it ends", async (_, head) => {
    const tail = fc.uint8Array({ maxLength: 700 });
    await fc.assert(fc.asyncProperty(tail, (tail) => bear(join(head, tail))));
  });
});

describe("a reader that gets nowhere", () => {
  it("is given more and more, and then up", async () => {
    const lengths: number[] = [];
    const reader = Object.assign(new PcapReader(() => {}), {
      wanted: 1,
      read: (view: DataView) => {
        lengths.push(view.byteLength);
        return 0;
      },
    });
    const size = 2 ** 40;
    const source = { size, read: async (from: number, to: number) => new ArrayBuffer(to - from) };
    const first = { view: new DataView(new ArrayBuffer(2 ** 24)), last: false };
    const end = await feed(source, reader, first, {}, 64);
    expect(lengths).toEqual([2 ** 24, 2 ** 25, 2 ** 26, 2 ** 27]);
    expect(end).toMatchObject({ problem: { kind: "badRecord", field: "record length", offset: 0, value: 2 ** 28 } });
  });
});

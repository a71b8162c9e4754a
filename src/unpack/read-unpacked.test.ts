import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { characters, counting, join, pcapHeader, pcapRecord } from "../core/capture/captures-for-tests.ts";
import type { CaptureEnd } from "../core/capture/read-capture.ts";
import { readUnpacked, type UnpackListener } from "./read-unpacked.ts";
import { sourceOf } from "./sources-for-tests.ts";
import type { Growth, GrowthLimits, UnpackedFile } from "./unpacked-file.ts";

const file = (path: string) => new Uint8Array(readFileSync(path));
const CAPTURE = file("public/samples/dns.pcap");

interface Read {
  readonly end: CaptureEnd;
  /** Places of the frames in the unpacked file. */
  readonly frames: readonly number[];
  readonly file: UnpackedFile | null;
}

async function read(bytes: Uint8Array, listener: Partial<UnpackListener> = {}, limits?: GrowthLimits): Promise<Read> {
  const frames: number[] = [];
  let file: UnpackedFile | null = null;
  const end = await readUnpacked(
    sourceOf(bytes),
    {
      onUnpack: (unpacked) => {
        file = unpacked;
      },
      onFrame: (frame) => frames.push(frame.fileOffset),
      mayGrow: async () => false,
      ...listener,
    },
    limits,
  );
  return { end, frames, file };
}

/** A pcap of `count` packets of `length` bytes each. */
const capture = (count: number, length: number) =>
  join(pcapHeader("little"), ...Array.from({ length: count }, () => pcapRecord("little", counting(length))));

test.each([
  ["gzip", new Uint8Array(gzipSync(CAPTURE))],
  ["Zstandard", file("e2e/compressed/dns.pcap.zst")],
  ["LZ4", file("e2e/compressed/dns.pcap.lz4")],
])("a capture in %s reads like itself", async (_, packed) => {
  const plain = await read(CAPTURE);
  expect(plain.file).toBeNull();
  const { end, frames, file } = await read(packed);
  expect(end).toEqual({ kind: "whole" });
  expect(frames).toEqual(plain.frames);
  expect(file?.position).toBe(packed.length);
  expect(new Uint8Array(await file!.contents.arrayBuffer())).toEqual(CAPTURE);
});

test("one that is longer than a slice is read to its end, and its bytes stay where they were", async () => {
  const whole = capture(6000, 1500);
  const first = 256 * 1024;
  const further = 8 * 1024 * 1024;
  for (const bytes of [whole, whole.subarray(0, first), whole.subarray(0, first + further)]) {
    const { end, frames, file } = await read(gzipSync(bytes));
    const plain = await read(bytes);
    expect(end).toEqual(plain.end);
    expect(frames.length).toBe(plain.frames.length);
    const at = frames[150]!;
    expect(new Uint8Array(await file!.contents.slice(at, at + 1500).arrayBuffer())).toEqual(counting(1500));
  }
});

test("a cut gzip gives the packets before, whole ones only, and says where it ends", async () => {
  const packed = new Uint8Array(gzipSync(CAPTURE));
  const { frames } = await read(CAPTURE);
  for (let length = 4; length < packed.length; length++) {
    const cut = await read(packed.subarray(0, length));
    const packets = cut.frames.length;
    const problem = { kind: "cutPacking", packing: "gzip", offset: length, packets };
    expect(cut.end).toEqual({ kind: "problem", problem });
    expect(cut.frames).toEqual(frames.slice(0, packets));
  }
});

test("damage is told with its place, behind the packets before it", async () => {
  const packed = new Uint8Array(gzipSync(CAPTURE));
  packed[packed.length - 5]! ^= 1;
  const { end, frames } = await read(packed);
  expect(frames.length).toBe(4);
  const problem = { kind: "badPacking", packing: "gzip", part: "checksum", offset: packed.length - 4, packets: 4 };
  expect(end).toEqual({ kind: "problem", problem });
});

test("a bad record that damage made is told as that damage", async () => {
  const stored = new Uint8Array(gzipSync(CAPTURE, { level: 0 }));
  const secondLength = 10 + 5 + 24 + 16 + new DataView(CAPTURE.buffer).getUint32(32, true) + 8; // headers, one packet
  stored.fill(0xff, secondLength, secondLength + 4);
  const { end } = await read(stored);
  expect(end).toMatchObject({ problem: { kind: "badPacking", part: "checksum", packets: 1 } });
});

test("what is wrong with the capture itself is told as ever", async () => {
  const cut = CAPTURE.subarray(0, CAPTURE.length - 3);
  expect((await read(gzipSync(cut))).end).toEqual((await read(cut)).end);
  const snoop = characters("snoop\0\0\0".padEnd(600, "\0"));
  const problem = { kind: "otherFormat", name: "snoop capture" };
  expect((await read(gzipSync(snoop))).end).toEqual({ kind: "problem", problem });
  expect((await read(gzipSync(snoop).subarray(0, 12))).end).toMatchObject({ problem: { kind: "cutPacking" } });
});

test("a compressed file in a compressed file is named, not opened", async () => {
  const problem = { kind: "otherFormat", name: "gzip-compressed file" };
  expect((await read(gzipSync(gzipSync(CAPTURE)))).end).toEqual({ kind: "problem", problem });
});

test("a dictionary that is missing is told before anything is read", async () => {
  const packed = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 0x50, 9, 1, 0, 0);
  expect((await read(packed)).end).toMatchObject({ problem: { kind: "unsupported", offset: 0 } });
});

const BOMB = gzipSync(capture(2000, 4000));
const LIMITS: GrowthLimits = { bytes: 1e6, times: 1 };

test("growth beyond both limits is asked about, and stops when it shall not be", async () => {
  const asked: Growth[] = [];
  const mayGrow = async (growth: Growth) => {
    asked.push(growth);
    return false;
  };
  const { end, frames, file } = await read(BOMB, { mayGrow }, LIMITS);
  expect(asked).toEqual([{ unpacked: 1e6, packed: BOMB.length }]);
  expect(end).toEqual({ kind: "problem", problem: { kind: "growth", unpacked: 1e6, packets: frames.length } });
  expect(file!.contents.size).toBeLessThan(2e6);
  expect(frames.length).toBeGreaterThan(200);
});

test("a job that is cancelled by refusing growth ends as one that was refused", async () => {
  let isCancelled = false;
  const mayGrow = async () => {
    isCancelled = true;
    return false;
  };
  const { end } = await read(BOMB, { mayGrow, cancelled: () => isCancelled }, LIMITS);
  expect(end).toMatchObject({ problem: { kind: "growth", unpacked: 1e6 } });
});

test("it is asked about again at every doubling, and read to the end when it may grow", async () => {
  const asked: number[] = [];
  const mayGrow = async ({ unpacked }: Growth) => asked.push(unpacked) > 0;
  const { end, frames } = await read(BOMB, { mayGrow }, LIMITS);
  expect(end).toEqual({ kind: "whole" });
  expect(frames.length).toBe(2000);
  expect(asked).toEqual([1e6, 2e6, 4e6, 8e6]);
});

test("growth below either limit is not asked about", async () => {
  for (const limits of [
    { bytes: 1e6, times: 1e4 },
    { bytes: 1e9, times: 1 },
  ]) {
    expect((await read(BOMB, {}, limits)).end).toEqual({ kind: "whole" });
  }
});

test("a job that is given up while it unpacks ends as one that was", async () => {
  let slices = 0;
  const listener = { onSlice: () => void slices++, cancelled: () => slices > 0 };
  const { end, frames } = await read(BOMB, listener);
  expect(end).toEqual({ kind: "cancelled" });
  expect(frames.length).toBeLessThan(2000);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("where there is no room for more, what fitted is read, and stays readable", async () => {
  const ROOM = 5e6;
  let used = 0;
  /** As browsers do: what does not fit is made all the same, and cannot be read. */
  class ScarceBlob extends Blob {
    private readonly fits: boolean;

    constructor(parts: readonly BlobPart[] = []) {
      super([...parts]);
      const added = parts.some((part) => part instanceof Blob) ? 0 : this.size;
      this.fits = used + added <= ROOM;
      if (this.fits) used += added;
    }

    override slice(...place: Parameters<Blob["slice"]>): Blob {
      const slice = super.slice(...place);
      if (!this.fits) slice.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
      return slice;
    }
  }
  vi.stubGlobal("Blob", ScarceBlob);
  const { end, frames, file } = await read(BOMB);
  const unpacked = file!.contents.size;
  expect(end).toEqual({ kind: "problem", problem: { kind: "noRoom", unpacked, packets: frames.length } });
  expect(frames.length).toBe(Math.floor((unpacked - 24) / 4016));
  const last = frames.at(-1)!;
  expect(new Uint8Array(await file!.contents.slice(last, last + 4000).arrayBuffer())).toEqual(counting(4000));
});

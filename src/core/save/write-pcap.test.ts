import { expect, it } from "vitest";
import { readCapture } from "../capture/read-capture.ts";
import { type CaptureReader, type FrameRecord, UNKNOWN_INTERFACE } from "../capture/reader.ts";
import { joined } from "./block-bytes.ts";
import { PcapWriter } from "./write-pcap.ts";

const ETHERNET = { ...UNKNOWN_INTERFACE, linkType: 1 };

const frame = (bytes: readonly number[], time: Partial<FrameRecord> = {}): FrameRecord => ({
  view: new DataView(Uint8Array.from([0, ...bytes]).buffer),
  at: 1,
  capturedLength: bytes.length,
  wireLength: bytes.length + 5,
  hasTime: true,
  seconds: 7,
  nanoseconds: 123_456_789,
  interfaceRow: 0,
  fileOffset: 0,
  commentsAt: 0,
  commentsEnd: 0,
  ...time,
});

function written(frames: readonly FrameRecord[], timeDecimals: number): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const writer = new PcapWriter({ linkType: 1, timeDecimals, take: (bytes) => pieces.push(bytes) });
  for (const one of frames) writer.frame(one, ETHERNET);
  writer.finish();
  return joined(pieces);
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

it("writes the header and records of draft-ietf-opsawg-pcap, in micro- or nanoseconds", () => {
  const head = (magic: string) => `${magic}0200040000000000000000000000040001000000`;
  expect(hex(written([frame([1, 2, 3])], 6))).toBe(`${head("d4c3b2a1")}0700000040e201000300000008000000010203`);
  expect(hex(written([frame([9])], 9))).toBe(`${head("4d3cb2a1")}0700000015cd5b07010000000600000009`);
});

it("gives a packet without a time that of the one before, and takes packets larger than its room", async () => {
  const large = Array.from({ length: 5_000_000 }, (_, index) => index & 255);
  const bytes = written([frame([1]), frame([2], { hasTime: false, seconds: 0, nanoseconds: 0 }), frame(large)], 9);
  const times: string[] = [];
  let reader: CaptureReader | null = null;
  await readCapture(
    { size: bytes.length, read: async (from, to) => bytes.slice(from, to).buffer },
    {
      onOpen: (opened) => {
        reader = opened;
      },
      onFrame: ({ seconds, nanoseconds }) => times.push(`${seconds}.${nanoseconds}`),
      onSlice: () => {},
      cancelled: () => false,
    },
  );
  expect(reader!.format).toBe("pcap");
  expect(times.slice(0, 2)).toEqual(["7.123456789", "7.123456789"]);
});

it("takes no frame of another link type", () => {
  const writer = new PcapWriter({ linkType: 1, timeDecimals: 6, take: () => {} });
  expect(() => writer.frame(frame([1]), { ...ETHERNET, linkType: 101 })).toThrow(TypeError);
});

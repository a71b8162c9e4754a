/**
 * The ways of compressing a file that are undone here: how each is recognised, and where the code is that undoes it.
 * That code is loaded when the first file needs it.
 */
import type { Packing } from "../core/capture/problem.ts";
import type { ByteSource } from "../core/capture/read-capture.ts";
import { isSkippable, SKIPPABLE_HEADER, uint32 } from "./skippable.ts";
import type { Unpack } from "./unpacker.ts";

/** Frames for other programs that are passed over in search of one for us. */
const MOST_PASSED = 64;

const MAGICS: readonly (readonly [packing: Packing, magic: readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
  ["LZ4", [0x04, 0x22, 0x4d, 0x18]],
  ["LZ4", [0x02, 0x21, 0x4c, 0x18]],
];

/** How a file is compressed; null when it is not, or in no way known here. Rejects when a read of it does. */
export async function findPacking(source: ByteSource): Promise<Packing | null> {
  const head = await headAt(source, 0);
  return isSkippableAt(head) ? packingBehind(source, head) : packingOf(head);
}

/** What begins with `head`; null for what is not compressed, or in no way known here. */
export function packingOf(head: Uint8Array): Packing | null {
  return MAGICS.find(([, magic]) => magic.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

/**
 * Both Zstandard and LZ4 may have frames for other programs in front, whose header `head` is: what comes behind them
 * tells. Where nothing does, Zstandard says what is wrong.
 */
async function packingBehind(source: ByteSource, head: Uint8Array): Promise<Packing> {
  let at = 0;
  for (let passed = 0; passed < MOST_PASSED && isSkippableAt(head); passed++) {
    at += SKIPPABLE_HEADER + uint32(head, 4);
    head = await headAt(source, at);
  }
  return packingOf(head) === "LZ4" ? "LZ4" : "Zstandard";
}

/** As many bytes as the header of a frame to be passed over has, or fewer where the file ends. */
async function headAt(source: ByteSource, at: number): Promise<Uint8Array> {
  if (at >= source.size) return new Uint8Array(0);
  return new Uint8Array(await source.read(at, Math.min(at + SKIPPABLE_HEADER, source.size)));
}

const isSkippableAt = (head: Uint8Array): boolean => head.length === SKIPPABLE_HEADER && isSkippable(uint32(head, 0));

/** Fetches the code that undoes `packing`. Rejects when it cannot be fetched. */
export async function unpackerOf(packing: Packing): Promise<Unpack> {
  switch (packing) {
    case "gzip":
      return (await import("./gzip.ts")).unpackGzip;
    case "Zstandard":
      return (await import("./zstd.ts")).unpackZstd;
    case "LZ4":
      return (await import("./lz4.ts")).unpackLz4;
  }
}

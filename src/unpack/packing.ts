/**
 * The ways of compressing a file that are undone here: how each is recognised, and where the code is that undoes it.
 * That code is loaded when the first file needs it.
 */
import type { Packing } from "../core/capture/problem.ts";
import type { Unpack } from "./unpacker.ts";

/** Bytes of a file's beginning that `packingOf` looks at. */
export const MAGIC_LENGTH = 4;

const MAGICS: readonly (readonly [packing: Packing, magic: readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
  ["LZ4", [0x04, 0x22, 0x4d, 0x18]],
];

/** How the file that begins with `head` is compressed; null when it is not, or in no way known here. */
export function packingOf(head: Uint8Array): Packing | null {
  return MAGICS.find(([, magic]) => magic.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

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

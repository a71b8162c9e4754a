/**
 * LZ4's legacy frame, after lz4_Frame_format.md of the LZ4 project: what `lz4 -l` and the first versions of LZ4 write.
 * Blocks that stand alone, each of 8 MiB before it was compressed, or less at the end; no checksum and no end mark.
 */
import { unpackBlock } from "./lz4-block.ts";
import type { PackedInput } from "./packed-input.ts";
import { uint32 } from "./skippable.ts";
import type { PackingFault } from "./unpacker.ts";

/** What such a frame begins with. */
export const LEGACY_MAGIC = 0x184c2102;
/** Bytes of a block before it was compressed, at most. */
const BLOCK = 8 * 1024 * 1024;
/** The most that they become when compressing is in vain: a length that is more is another frame's magic number. */
const MOST_PACKED = BLOCK + Math.floor(BLOCK / 255) + 16;

/** The frame's end: the four bytes behind it, which stand at `offset`, or fewer where the file ends. */
export interface LegacyEnd {
  readonly kind: "next";
  readonly offset: number;
  readonly head: Uint8Array;
}

/** Undoes one frame, behind its magic number. Gives bytes as `Unpack` does; ends with a fault, or behind the frame. */
export async function* unpackLegacy(
  input: PackedInput,
): AsyncGenerator<Uint8Array, PackingFault | LegacyEnd, undefined> {
  const target = new Uint8Array(BLOCK);
  for (;;) {
    const offset = input.position;
    const head = await input.take(4);
    if (head.length < 4 || uint32(head, 0) > MOST_PACKED) return { kind: "next", offset, head };
    const length = uint32(head, 0);
    const block = await input.take(length);
    const { end, state } = unpackBlock(block, target, 0, 0);
    yield target.subarray(0, end);
    if (block.length < length) return { kind: "cut" };
    if (state !== "whole") return { kind: "bad", offset, part: "data" };
  }
}

/** Frames for other programs, which Zstandard and LZ4 have in common: a magic number, a length, and bytes to pass over. */
import type { PackedInput } from "./packed-input.ts";

/** Bytes of its magic number and its length. */
export const SKIPPABLE_HEADER = 8;

/** True for the sixteen magic numbers that such frames have. */
export const isSkippable = (magic: number): boolean => magic >= 0x184d2a50 && magic <= 0x184d2a5f;

/** The unsigned little-endian number of 32 bits at `at`, which must be there. */
export function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}

/** Passes over the rest of such a frame, behind its magic number; false when the file ends within it. */
export async function skipFrame(input: PackedInput): Promise<boolean> {
  const field = await input.take(4);
  if (field.length < 4) return false;
  for (let left = uint32(field, 0); left > 0; ) {
    const bytes = await input.takeAny();
    if (bytes.length === 0) return false;
    const used = Math.min(bytes.length, left);
    input.giveBack(bytes.length - used);
    left -= used;
  }
  return true;
}

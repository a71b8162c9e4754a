/** Bytes as files, and what can be unpacked of them. Tests alone import this. */
import { join } from "../core/capture/captures-for-tests.ts";
import type { Packing } from "../core/capture/problem.ts";
import type { ByteSource } from "../core/capture/read-capture.ts";
import { PackedInput } from "./packed-input.ts";
import { findPacking, unpackerOf } from "./packing.ts";
import type { PackingFault } from "./unpacker.ts";

/** Bytes as a file, of which a read brings `most` at once. */
export function sourceOf(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.slice(from, Math.min(to, from + most)) };
}

export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly fault: PackingFault | null;
}

/** All that can be unpacked of bytes, compressed as they show, or as `known` says; a read brings `most` at once. */
export async function unpack(packed: Uint8Array, known?: Packing, most?: number): Promise<Unpacked> {
  const packing = known ?? (await findPacking(sourceOf(packed)));
  if (!packing) throw new Error("this is not compressed");
  const unpacker = await unpackerOf(packing);
  const pieces = unpacker(new PackedInput(sourceOf(packed, most)));
  const copies: Uint8Array[] = [];
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) return { bytes: join(...copies), fault: value };
    copies.push(value.slice());
  }
}

/** What the unpackers of all compressions have in common: compressed bytes in, bytes out, and what was wrong. */
import type { PackingPart } from "../core/capture/problem.ts";
import type { PackedInput } from "./packed-input.ts";

/** Why unpacking cannot go on; `offset` is the byte of the compressed file where that shows. */
export type PackingFault =
  | { readonly kind: "cut" }
  | { readonly kind: "bad"; readonly offset: number; readonly part: PackingPart }
  | { readonly kind: "unsupported"; readonly offset: number; readonly what: string };

/**
 * Undoes a compression from the first byte of `input` on. Gives the bytes in pieces of a few MiB at most, each good
 * until the next is asked for; ends with what is wrong, after all that could be unpacked, or with null. Never throws,
 * unless reading `input` does.
 */
export type Unpack = (input: PackedInput) => AsyncGenerator<Uint8Array, PackingFault | null, undefined>;

/**
 * What can be wrong with a file, as facts: what was found, where, and what it means for what was read before. The
 * words are the view's and the command line's.
 */

import type { KnownFile, OtherFormat } from "./signatures.ts";

/** A way of compressing a file, by the name that its users know. */
export type Packing = "gzip" | "Zstandard" | "LZ4";

/** What of a compressed file is wrong: a header, compressed data, a checksum of either, or what follows the end. */
export type PackingPart = "header" | "data" | "checksum" | "rest";

/** A number of a record that may be damaged. */
export type RecordField =
  | "block length"
  | "block length at the block's end"
  | "block type"
  | "byte-order magic"
  | "captured length"
  | "interface"
  | "option length"
  | "record length";

/**
 * Positions and lengths are bytes of the file, of a compressed one those of its contents, unless it is said otherwise;
 * `packet` is the number, from 1, that the packet would have had; `packets` counts those that were read before.
 */
export type CaptureProblem =
  /** No bytes at all. */
  | { readonly kind: "empty" }
  /** The file begins with zeros, `length` of them at least: a download that never filled, a hole in a disk image. */
  | { readonly kind: "zeros"; readonly length: number }
  /**
   * The file begins like no capture. `head` is its first bytes in hexadecimal; `known` names what it is when they tell,
   * "PNG picture", and is empty when they do not.
   */
  | { readonly kind: "notCapture"; readonly head: string; readonly known: KnownFile | "" }
  /** Another capture format, or a compressed file, which a tool converts. */
  | { readonly kind: "otherFormat"; readonly name: OtherFormat }
  /** A version or option of a format that nobody defined. */
  | { readonly kind: "unsupported"; readonly offset: number; readonly what: string }
  /** The file ends within its own header. */
  | { readonly kind: "cutHeader"; readonly needed: number; readonly had: number }
  /** The file ends within a record: a capture that was stopped, a copy that was not finished. */
  | {
      readonly kind: "cutRecord";
      readonly offset: number;
      readonly packet: number;
      readonly needed: number;
      readonly had: number;
    }
  /**
   * A number in a record that cannot be true: `field` says which, `least` and `most` what it may be. They are the same
   * where one value alone is right; `most` is below `least` where none is, as before the first interface.
   */
  | {
      readonly kind: "badRecord";
      readonly offset: number;
      readonly packet: number;
      readonly field: RecordField;
      readonly value: number;
      readonly least: number;
      readonly most: number;
    }
  /** A compressed file that ends before its compression does. `offset` is its end. */
  | { readonly kind: "cutPacking"; readonly packing: Packing; readonly offset: number; readonly packets: number }
  /** A compressed file that is damaged. `offset` is the byte of the compressed file where that shows. */
  | {
      readonly kind: "badPacking";
      readonly packing: Packing;
      readonly part: PackingPart;
      readonly offset: number;
      readonly packets: number;
    }
  /** A compressed file that grows to more than `unpacked` bytes, and nobody wanted that. */
  | { readonly kind: "growth"; readonly unpacked: number; readonly packets: number }
  /** A compressed file of which `unpacked` bytes is what there was room for. */
  | { readonly kind: "noRoom"; readonly unpacked: number; readonly packets: number };

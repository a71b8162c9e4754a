/**
 * What can be wrong with a file, as facts: what was found, where, and what it means for what was read before. The
 * words are the view's and the command line's.
 */

/** Positions and lengths are bytes of the file; `packet` is the number, from 1, that the packet would have had. */
export type CaptureProblem =
  /** No bytes at all. */
  | { readonly kind: "empty" }
  /** The file begins with zeros, `length` of them at least: a download that never filled, a hole in a disk image. */
  | { readonly kind: "zeros"; readonly length: number }
  /**
   * The file begins like no capture. `head` is its first bytes in hexadecimal; `known` names what it is when they tell,
   * "PNG picture", and is empty when they do not.
   */
  | { readonly kind: "notCapture"; readonly head: string; readonly known: string }
  /** Another capture format, or a compressed file, which a tool converts. */
  | { readonly kind: "otherFormat"; readonly name: string }
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
      readonly field: string;
      readonly value: number;
      readonly least: number;
      readonly most: number;
    };

/** A cut file is a whole capture with less in it; all else is damage, or no capture. */
export const isCut = (problem: CaptureProblem): boolean => problem.kind === "cutRecord";

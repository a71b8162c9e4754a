/** The comments on one packet of a pcapng file, read when somebody looks at it: where they stand, and what they say. */
import { COMMENT, optionTexts } from "./pcapng-options.ts";
import type { FrameRecord } from "./reader.ts";

/** Bytes of an enhanced or obsolete packet block before the packet's own, and behind its options. */
const PACKET_AT = 28;
const TRAILER = 4;

/** Where the block's length stands, counted from the packet's first byte, and the bytes of that number. */
export const BLOCK_LENGTH_AT = 4 - PACKET_AT;
export const BLOCK_LENGTH_SIZE = 4;

/** Bounds of something, counted from a packet's first byte. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Bounds of the options in a packet block of `blockLength` bytes. */
export function optionBounds(blockLength: number, capturedLength: number): Bounds {
  return { from: Math.ceil(capturedLength / 4) * 4, to: Math.ceil(blockLength / 4) * 4 - PACKET_AT - TRAILER };
}

/** The comments among a packet's options, in their order. Of options that do not hold, those before them. */
export function commentsIn(view: DataView, from: number, to: number, littleEndian: boolean): readonly string[] {
  return optionTexts(view, from, to, littleEndian, COMMENT);
}

/** The comments on a frame as its reader gave it. */
export function commentsOf({ view, at, commentsAt, commentsEnd }: FrameRecord, littleEndian: boolean) {
  return commentsEnd === 0 ? NONE : commentsIn(view, at + commentsAt, at + commentsEnd, littleEndian);
}

const NONE: readonly string[] = [];

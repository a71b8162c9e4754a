/**
 * One LZ4 block, after lz4_Block_format.md of the LZ4 project: sequences of literal bytes, each with a copy of what
 * came before. Frames are lz4.ts's.
 */

/** Where unpacking ended, and how. */
export interface BlockEnd {
  /** Place in the target behind the last byte written. */
  readonly end: number;
  /** `cut` when the block ends within a sequence; `bad` when a sequence cannot be right. */
  readonly state: "whole" | "cut" | "bad";
}

/** No copy is shorter. */
const LEAST_COPY = 4;
/** A length of four bits that says that bytes follow which add to it. */
const MORE = 15;

/**
 * Unpacks `block` into `target` from `start` on; copies may reach back to the target's byte `floor`. What was unpacked
 * before a fault stays. Never throws, never writes past the target.
 */
export function unpackBlock(block: Uint8Array, target: Uint8Array, start: number, floor: number): BlockEnd {
  let at = 0;
  let end = start;
  /** The length whose four bits are `bits`; -1 when the block ends within it. */
  const lengthFrom = (bits: number): number => {
    let length = bits;
    if (bits < MORE) return length;
    for (let more = 255; more === 255; length += more) {
      if (at === block.length) return -1;
      more = block[at++]!; // at is within the block
    }
    return length;
  };
  while (at < block.length) {
    const token = block[at++]!; // at is within the block
    const literals = lengthFrom(token >> 4);
    if (literals < 0) return { end, state: "cut" };
    const there = Math.min(literals, block.length - at);
    if (end + there > target.length) return { end, state: "bad" };
    target.set(block.subarray(at, at + there), end);
    at += there;
    end += there;
    if (there < literals) return { end, state: "cut" };
    if (at === block.length) return { end, state: "whole" };
    if (at + 2 > block.length) return { end, state: "cut" };
    const distance = block[at]! | (block[at + 1]! << 8); // both within the block
    at += 2;
    const more = lengthFrom(token & MORE);
    if (more < 0) return { end, state: "cut" };
    const length = more + LEAST_COPY;
    if (distance === 0 || end - distance < floor || end + length > target.length) return { end, state: "bad" };
    copyBack(target, end, distance, length);
    end += length;
  }
  // Only literals end a block: one that ends with a copy, or has nothing in it, is not whole.
  return { end, state: "cut" };
}

/** Copies `length` bytes from `distance` before `end`; they may reach into what is being written. */
function copyBack(target: Uint8Array, end: number, distance: number, length: number): void {
  if (distance >= length) {
    target.copyWithin(end, end - distance, end - distance + length);
    return;
  }
  for (let at = end; at < end + length; at++) target[at] = target[at - distance]!; // both within the target
}

/** Which words of rows have room where rows are closer than words are high: those are moved down a little, or left out. */
import { BLOCK, type RowTops } from "./row-tops.ts";

/** Numbers are so far apart at least, px. */
export const LEAST_APART = 15;
/** Numbers that would move further are left out. */
const MOST_SHIFT = 20;
/** Words stand above a line, which has to be so far below the one before: px, for both may slant. */
const ABOVE_LINE = 14;

/**
 * Which words have room, block by block when one of its rows is asked for: a ladder may have millions. For rows whose tops ascend; words along
 * lines stand clear of lines of the same `side` only.
 */
export class RowNotes {
  private readonly tops: RowTops;
  private readonly side: Uint8Array | null;
  private readonly blocks = new Map<number, Block>();

  constructor(tops: RowTops, side: Uint8Array | null) {
    this.tops = tops;
    this.side = side;
  }

  /** How far a row's numbers stand below its line, px; -1 where they are left out. */
  shift(index: number): number {
    return this.blockOf(index).shift[index % BLOCK] ?? 0;
  }

  /** Whether there is room for the words along a row's arrow. */
  hasLabel(index: number): boolean {
    return this.blockOf(index).label[index % BLOCK] === 1;
  }

  private blockOf(index: number): Block {
    const number = Math.floor(index / BLOCK);
    const known = this.blocks.get(number);
    if (known) return known;
    const from = number * BLOCK;
    const block = placed(this.tops.block(number), this.side?.subarray(from, from + BLOCK) ?? null);
    this.blocks.set(number, block);
    return block;
  }
}

/** Position i is the block's row i. */
interface Block {
  readonly shift: Int8Array;
  readonly label: Uint8Array;
}

function placed(tops: Float64Array, side: Uint8Array | null): Block {
  const shift = new Int8Array(tops.length);
  const label = new Uint8Array(tops.length);
  const lines = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let free = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < tops.length; place++) {
    const top = tops[place]!;
    const down = Math.ceil(Math.max(0, free - top));
    shift[place] = down > MOST_SHIFT ? -1 : down;
    if (down <= MOST_SHIFT) free = top + down + LEAST_APART;
    const own = side ? side[place]! : 0;
    label[place] = top - lines[own]! >= ABOVE_LINE ? 1 : 0;
    lines[own] = top;
  }
  return { shift, label };
}

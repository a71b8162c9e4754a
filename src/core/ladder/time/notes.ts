/** Which words of rows have room where rows are closer than words are high: those are moved down a little, or left out. */
import { BLOCK, type RowTops } from "./row-tops.ts";

/** Numbers are so far apart at least, px. */
export const LEAST_APART = 15;
/** Numbers that would move further are left out. */
const MOST_SHIFT = 20;
/** Words stand above a line, which has to be so far from the one before, px. */
const ABOVE_LINE = 14;

/**
 * Which words have room, block by block when one of its rows is asked for: a ladder may have millions. For rows whose tops
 * ascend; words along lines stand clear of lines of the same `side` only.
 */
export class RowNotes {
  private readonly tops: RowTops;
  private readonly side: Uint8Array | null;
  private readonly shifts = new Map<number, Int8Array>();
  private readonly labels = new Map<number, Uint8Array>();
  /** The slope of `labels`. */
  private slope = 0;

  constructor(tops: RowTops, side: Uint8Array | null) {
    this.tops = tops;
    this.side = side;
  }

  /** How far a row's numbers stand below its line, px; -1 where they are left out. */
  shift(index: number): number {
    const number = Math.floor(index / BLOCK);
    const shifts = this.shifts.get(number) ?? shiftsOf(this.tops.block(number));
    this.shifts.set(number, shifts);
    return shifts[index % BLOCK] ?? 0;
  }

  /** Whether there is room for the words along a row's arrow, in a ladder whose arrows fall by `slope` px for each px. */
  hasLabel(index: number, slope: number): boolean {
    if (slope !== this.slope) this.labels.clear();
    this.slope = slope;
    const number = Math.floor(index / BLOCK);
    const labels = this.labels.get(number) ?? this.labelsOf(number);
    this.labels.set(number, labels);
    return labels[index % BLOCK] === 1;
  }

  /** 1 where a line is so far from the one before of its side that words fit between. */
  private labelsOf(number: number): Uint8Array {
    const tops = this.tops.block(number);
    const apart = ABOVE_LINE * Math.hypot(1, this.slope);
    const lines = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    return Uint8Array.from(tops, (top, place) => {
      const side = this.side?.[number * BLOCK + place] ?? 0;
      const hasRoom = top - lines[side]! >= apart;
      lines[side] = top;
      return hasRoom ? 1 : 0;
    });
  }
}

function shiftsOf(tops: Float64Array): Int8Array {
  let free = Number.NEGATIVE_INFINITY;
  return Int8Array.from(tops, (top) => {
    const down = Math.ceil(Math.max(0, free - top));
    if (down > MOST_SHIFT) return -1;
    free = top + down + LEAST_APART;
    return down;
  });
}

/**
 * Tops of rows to scale: of each block's first row at once, of the others when one of their block is asked for. Of a
 * million rows a few hundred show, and all of them move with each step of zoom.
 */
import { lastUpTo } from "../../base/bisect.ts";

/** What puts rows where they stand. Heights are px. */
export interface Spacing {
  /** Ns of each row, never less than the row's before. */
  readonly time: Float64Array;
  /** Rows before which an idle time is broken out, ascending. */
  readonly breaks: Uint32Array;
  /** Px for a nanosecond. */
  readonly scale: number;
  /** Rows stand so far apart at least. */
  readonly leastStep: number;
  /** Instead of an idle time. */
  readonly breakHeight: number;
}

/** Rows of a block. */
export const BLOCK = 4096;

/** Tops of rows, the first of them at a given height. */
export class RowTops {
  /** Top of the last row; where the first would stand, if there is none. */
  readonly last: number;
  private readonly spacing: Spacing;
  /** Of each block, the top of the row before it; of the first block, of its first row. */
  private readonly before: Float64Array;
  private readonly blocks = new Map<number, Float64Array>();

  /** One pass over the rows, of which it keeps nothing but the blocks' beginnings. */
  constructor(spacing: Spacing, first: number) {
    this.spacing = spacing;
    this.before = new Float64Array(Math.ceil(spacing.time.length / BLOCK));
    let top = first;
    for (let number = 0; number < this.before.length; number++) {
      this.before[number] = top;
      const end = (number + 1) * BLOCK;
      if (end < spacing.time.length) top += heightOf(spacing, number * BLOCK, end);
    }
    // As the last row's own top is rounded: by a sum of heights the ladder may end a hair above it.
    this.last = this.before.length > 0 ? this.at(spacing.time.length - 1) : first;
  }

  /** Top of a row. */
  at(place: number): number {
    return this.block(Math.floor(place / BLOCK))[place % BLOCK]!;
  }

  /** Tops of the rows from `number * BLOCK` on, as many as that block has. */
  block(number: number): Float64Array {
    const known = this.blocks.get(number);
    if (known) return known;
    const from = number * BLOCK;
    const tops = new Float64Array(Math.min(BLOCK, this.spacing.time.length - from));
    walk(this.spacing, from, this.before[number]!, tops);
    this.blocks.set(number, tops);
    return tops;
  }

  /** The last row that stands at `y` or above; -1 for none. */
  lastUpTo(y: number): number {
    if (this.before.length === 0) return -1;
    const number = Math.max(0, lastUpTo(this.before, y));
    return number * BLOCK + lastUpTo(this.block(number), y);
  }
}

/** Px from the row before `from` to the last one before `end`: the sum of the steps of `walk`. */
function heightOf(spacing: Spacing, from: number, end: number): number {
  const { breaks, breakHeight } = spacing;
  let height = 0;
  let begin = Math.max(from, 1);
  for (let next = lastUpTo(breaks, from - 1) + 1; next < breaks.length && breaks[next]! < end; next++) {
    height += heightWithoutBreaks(spacing, begin, breaks[next]!) + breakHeight;
    begin = breaks[next]! + 1;
  }
  return height + heightWithoutBreaks(spacing, begin, end);
}

/**
 * The same where no idle time is broken out. The greater of two numbers is half of their sum and their distance, and the
 * sums of times and of least steps are known: what is left to add has no case to choose, which is eight times as fast.
 */
function heightWithoutBreaks({ time, scale, leastStep }: Spacing, from: number, end: number): number {
  if (from >= end) return 0;
  let distances = 0;
  let before = time[from - 1]!;
  for (let place = from; place < end; place++) {
    const now = time[place]!;
    distances += Math.abs((now - before) * scale - leastStep);
    before = now;
  }
  return ((before - time[from - 1]!) * scale + (end - from) * leastStep + distances) / 2;
}

/** Puts the tops of a block's rows into `kept`, the row before it at `top`; gives where its last one stands. */
function walk(spacing: Spacing, from: number, top: number, kept: Float64Array): number {
  const { time, breaks, scale, leastStep, breakHeight } = spacing;
  const end = Math.min(from + BLOCK, time.length);
  let next = lastUpTo(breaks, from - 1) + 1;
  let broken = next < breaks.length ? breaks[next]! : end;
  let at = top;
  let before = from > 0 ? time[from - 1]! : Number.NaN;
  for (let place = from; place < end; place++) {
    const now = time[place]!;
    if (place === broken) {
      at += breakHeight;
      next++;
      broken = next < breaks.length ? breaks[next]! : end;
    } else if (place > 0) at += Math.max(leastStep, (now - before) * scale);
    before = now;
    kept[place - from] = at;
  }
  return at;
}

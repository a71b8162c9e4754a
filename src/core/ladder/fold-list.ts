/** What a fold is: a run of a ladder's rows that can stand in one line, and the pattern that repeats in it. */

/** A group of data segments and the ACK behind it, over and over. */
export const FOLD_TRANSFER = 0;
/** Data segments alone, and ACKs alone. */
export const FOLD_DATA = 1;
export const FOLD_ACKS = 2;
/** Like packets of one sender; packets there and back in turn. */
export const FOLD_LIKE = 3;
export const FOLD_PAIRS = 4;

/** A connection from its beginning to its end, of which one row stands for all. */
export const FOLD_STREAM = 5;

/** Fewer rows are not worth a line of their own. */
const LEAST_FOLDED = 6;
/** Nor fewer segments of one side alone: the ten of a first flight (RFC 6928) are seen one by one. */
const LEAST_OF_ONE_SIDE = 12;
/** So often a pattern shows before it is folded: what repeats is seen first. */
const SHOWN_FIRST = 2;

/** The runs in order, as columns; they do not touch each other's rows. */
export interface Folds {
  readonly length: number;
  /** Places of the first row and behind the last one, among the ladder's rows. */
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  /** FOLD_* */
  readonly pattern: Uint8Array;
  /** Rows after which the pattern begins anew: 1 for what is alone, 2 for pairs, data segments and their ACK together. */
  readonly period: Uint8Array;
}

export const NO_FOLDS: Folds = {
  length: 0,
  first: new Uint32Array(0),
  end: new Uint32Array(0),
  pattern: new Uint8Array(0),
  period: new Uint8Array(0),
};

/** Takes the runs as they end. */
export class FoldList {
  private readonly first: number[] = [];
  private readonly end: number[] = [];
  private readonly pattern: number[] = [];
  private readonly period: number[] = [];

  /** Takes what of the run `start` .. `end` (exclusive) comes after the first two repetitions, if it is enough. */
  add(start: number, end: number, pattern: number, period: number): void {
    const first = start + SHOWN_FIRST * period;
    const isOfOneSide = pattern === FOLD_DATA || pattern === FOLD_ACKS;
    if (end - first < (isOfOneSide ? LEAST_OF_ONE_SIDE : LEAST_FOLDED)) return;
    this.first.push(first);
    this.end.push(end);
    this.pattern.push(pattern);
    this.period.push(period);
  }

  /** What was taken so far. */
  folds(): Folds {
    return {
      length: this.first.length,
      first: Uint32Array.from(this.first),
      end: Uint32Array.from(this.end),
      pattern: Uint8Array.from(this.pattern),
      period: Uint8Array.from(this.period),
    };
  }
}

/** The runs with rows among them, by their places in rising order, that stand for a whole connection each and are in none. */
export function withStreams(folds: Folds, streams: Uint32Array): Folds {
  if (streams.length === 0) return folds;
  const length = folds.length + streams.length;
  const first = new Uint32Array(length);
  const end = new Uint32Array(length);
  const pattern = new Uint8Array(length).fill(FOLD_STREAM);
  const period = new Uint8Array(length).fill(1);
  let run = 0;
  let stream = 0;
  for (let at = 0; at < length; at++) {
    const isStream = run >= folds.length || streams[stream]! < folds.first[run]!;
    first[at] = isStream ? streams[stream]! : folds.first[run]!;
    end[at] = isStream ? streams[stream]! + 1 : folds.end[run]!;
    if (isStream) stream++;
    else {
      pattern[at] = folds.pattern[run]!;
      period[at] = folds.period[run]!;
      run++;
    }
  }
  return { length, first, end, pattern, period };
}

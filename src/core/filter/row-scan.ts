/**
 * Which rows of a table a predicate takes: looked at one after the other, in pieces as small as whoever asks wants them.
 * What a predicate is made of is left to others; the table may grow in between.
 */
import { OPEN, TAKEN } from "./run.ts";

/** Rows that are asked for together, at most. */
const RUN = 2048;
/** Rows of a block of a list: room for some runs. */
const BLOCK = 16 * RUN;

/** Answers for `length` rows from `row` on: TAKEN, NOT_TAKEN, or OPEN when more than the tables has to be read to tell. */
export type LooksAtRows = (row: number, length: number, answers: Uint8Array) => void;

export class RowScan {
  private readonly taken = new RowList();
  private readonly undecided = new RowList();
  private readonly answers = new Uint8Array(RUN);
  private next = 0;

  /** Rows looked at so far. */
  get length(): number {
    return this.next;
  }

  /** Rows looked at of which the tables did not tell. */
  get open(): number {
    return this.undecided.length;
  }

  /** Looks at the rows before `end` until `isLate` holds. True when all of them were looked at. */
  look(at: LooksAtRows, end: number, isLate: () => boolean): boolean {
    const { answers } = this;
    while (this.next < end) {
      const length = Math.min(end - this.next, RUN);
      at(this.next, length, answers);
      const open = this.taken.addThose(answers, TAKEN, this.next, length);
      if (open > 0) this.undecided.addThose(answers, OPEN, this.next, length);
      this.next += length;
      if (isLate()) break;
    }
    return this.next >= end;
  }

  /** Rows that are taken, ascending. */
  rows(): Uint32Array<ArrayBuffer> {
    return this.taken.all();
  }

  /** Rows of which the tables did not tell, ascending. */
  openRows(): Uint32Array<ArrayBuffer> {
    return this.undecided.all();
  }
}

/** Rows in blocks: more of them need no copying of those that there are. */
class RowList {
  length = 0;
  /** Full as far as they are. */
  private readonly blocks: Uint32Array[] = [];
  private block = new Uint32Array(BLOCK);
  private filled = 0;

  /** Adds those of `length` rows from `first` on whose answer is `wanted`. Gives how many of them are open. */
  addThose(answers: Uint8Array, wanted: number, first: number, length: number): number {
    if (this.filled + length > BLOCK) this.next();
    const { block } = this;
    let filled = this.filled;
    let open = 0;
    for (let i = 0; i < length; i++) {
      const answer = answers[i]!;
      block[filled] = first + i; // without a branch, which would be guessed wrong: one that is not wanted is overwritten
      filled += answer === wanted ? 1 : 0;
      open += answer === OPEN ? 1 : 0;
    }
    this.length += filled - this.filled;
    this.filled = filled;
    return open;
  }

  private next(): void {
    this.blocks.push(this.block.subarray(0, this.filled));
    this.block = new Uint32Array(BLOCK);
    this.filled = 0;
  }

  all(): Uint32Array<ArrayBuffer> {
    const rows = new Uint32Array(this.length);
    let at = 0;
    for (const block of [...this.blocks, this.block.subarray(0, this.filled)]) {
      rows.set(block, at);
      at += block.length;
    }
    return rows;
  }
}

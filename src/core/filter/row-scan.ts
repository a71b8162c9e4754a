/**
 * Which rows of a table a predicate takes: looked at one after the other, in pieces as small as whoever asks wants them.
 * What a predicate is made of is left to others; the table may grow in between.
 */
import { OPEN, RUN, TAKEN } from "./column-plan.ts";

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
      for (let i = 0; i < length; i++) {
        if (answers[i] === TAKEN) this.taken.add(this.next + i);
        else if (answers[i] === OPEN) this.undecided.add(this.next + i);
      }
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

/** Rows in an array that grows by doubling. */
class RowList {
  length = 0;
  private rows = new Uint32Array(1024);

  add(row: number): void {
    if (this.length === this.rows.length) {
      const grown = new Uint32Array(2 * this.length);
      grown.set(this.rows);
      this.rows = grown;
    }
    this.rows[this.length++] = row;
  }

  all(): Uint32Array<ArrayBuffer> {
    return this.rows.slice(0, this.length);
  }
}

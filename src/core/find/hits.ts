/**
 * The packets found so far, while others are still to be read: which comes next, if that can be told already. Reading
 * begins somewhere, goes on to the end, and then from the first packet on.
 */
import { firstFrom } from "../base/bisect.ts";
import { joinedRows } from "../base/row-sets.ts";

/** What is behind or before a row: a row; null where none is found; undefined where more has to be read to tell. */
export type Hit = number | null | undefined;

export class FindHits {
  private found: Uint32Array;
  private readonly total: number;
  private readonly begin: number;
  /** The next row to be read; null when all are. */
  private next: number | null;

  /** `found` are known before anything is read, ascending; of `total` rows reading begins at `begin`. */
  constructor(found: Uint32Array, total: number, begin: number) {
    this.found = found;
    this.total = total;
    this.begin = begin;
    this.next = begin;
  }

  /** All rows that were found, ascending. */
  get rows(): Uint32Array {
    return this.found;
  }

  /** Whether nothing is left to be read. */
  get isWhole(): boolean {
    return this.next === null;
  }

  /** Takes rows that reading found, ascending, and the row that it reads next; null when it is at its end. */
  add(rows: Uint32Array, next: number | null): void {
    this.found = joinedRows(this.found, rows);
    this.next = next;
  }

  /** The first row found behind `row`, from the last on at the first; the row itself where it is the only one. */
  after(row: number): Hit {
    const { found, next, total } = this;
    const place = firstFrom(found, row + 1);
    const hit = found[place] ?? found[0];
    const distance = (to: number) => (to - row - 1 + total) % total;
    const known = next === null ? total : this.isUnread((row + 1) % total) ? 0 : distance(next);
    if (hit !== undefined && distance(hit) < known) return hit;
    return next === null ? null : undefined;
  }

  /** The same before `row`. */
  before(row: number): Hit {
    const { found, next, total, begin } = this;
    const place = firstFrom(found, row) - 1;
    const hit = found[place] ?? found[found.length - 1];
    const distance = (to: number) => (row - 1 - to + 2 * total) % total;
    const last = (begin - 1 + total) % total;
    const known = next === null ? total : this.isUnread((row - 1 + total) % total) ? 0 : distance(last);
    if (hit !== undefined && distance(hit) < known) return hit;
    return next === null ? null : undefined;
  }

  /** Whether a row is still to be read: it lies between the next one and where reading began. */
  private isUnread(row: number): boolean {
    const { next, begin, total } = this;
    if (next === null) return false;
    const left = next === begin ? total : (begin - next + total) % total;
    return (row - next + total) % total < left;
  }
}

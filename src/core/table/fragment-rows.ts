/** Which packets came whole only with fragments that stand in earlier rows, and in which. */
import { type RowRecords, SparseRows } from "./sparse-rows.ts";

/** A row in which a packet came whole, and the row of one of its fragments; a packet's pairs follow each other. */
export type FragmentPairs = RowRecords;

/** Numbers of a pair. */
const PAIR = 2;

export class FragmentRows {
  private readonly pairs: SparseRows;
  private all: ReadonlySet<number> | null = null;

  constructor(pairs = new SparseRows(PAIR)) {
    this.pairs = pairs;
  }

  /** With further pairs, of rows behind all those before; this one when there are none. */
  with(added: FragmentPairs): FragmentRows {
    return added.length === 0 ? this : new FragmentRows(this.pairs.with(added));
  }

  /** Rows with fragments of packets that came whole, those in which they did included. */
  involved(): ReadonlySet<number> {
    this.all ??= new Set(this.pairs.numbers());
    return this.all;
  }

  /**
   * The earlier rows, rising, whose frames it takes to put the row's packet together; none for an ordinary packet.
   * Where fragments carry fragments, those by which an inner one came whole are among them.
   */
  neededBy(row: number): readonly number[] {
    const needed = new Set(this.pairs.of(row));
    for (const earlier of needed) for (const its of this.pairs.of(earlier)) needed.add(its); // grows as it is walked
    return [...needed].sort((a, b) => a - b);
  }
}

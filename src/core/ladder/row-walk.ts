/**
 * What only a walk over all rows of a ladder tells of its surroundings: the greatest amounts, and the bytes that are
 * missing. Taken a few rows at a time, so that whoever walks can do something else in between.
 */
import type { SackEdges } from "../analysis/acknowledgements.ts";
import { type MissingRange, MissingRanges } from "../analysis/missing-ranges.ts";
import { type Amounts, type GaugedTables, mostOf, NO_AMOUNTS } from "./gauges.ts";

/** Rows taken in one go: well below a millisecond's work. */
const AT_ONCE = 500;

export class RowWalk {
  readonly tables: GaugedTables;
  readonly rows: Uint32Array;
  private readonly sacks: SackEdges;
  private readonly ranges = new MissingRanges();
  private done = 0;
  private greatest: Amounts = NO_AMOUNTS;

  constructor(tables: GaugedTables, rows: Uint32Array, sacks: SackEdges) {
    this.tables = tables;
    this.rows = rows;
    this.sacks = sacks;
  }

  get isWhole(): boolean {
    return this.done >= this.rows.length;
  }

  /** Of the rows taken so far. */
  get most(): Amounts {
    return this.greatest;
  }

  /** Of the rows taken so far, by row. */
  get missing(): readonly MissingRange[] {
    return this.ranges.ranges;
  }

  /** Takes some rows more. */
  step(): void {
    const { tables, rows, done } = this;
    const end = Math.min(done + AT_ONCE, rows.length);
    this.greatest = mostOf(tables, rows, done, end, this.greatest);
    this.ranges.add(tables.packets, rows, done, end, this.sacks);
    this.done = end;
  }
}

/**
 * What a filter asks of a packet, from the tables alone: no byte is read. A field has a column or it has none; and of a
 * packet in a tunnel, of one that quotes another and of one that could not be read, the columns do not tell all.
 */
import { SETTING_FIELDS } from "../inspect/frame.ts";
import { runTestOf } from "./column-plan.ts";
import { columnOf } from "./column-readers.ts";
import type { CompiledFilter } from "./compile.ts";
import { type FilterTables, RowCursor } from "./row-cursor.ts";
import { OPEN, type RunTest, runAt, TAKEN, withinChunk } from "./run.ts";

export type { FilterTables } from "./row-cursor.ts";

/** Rows that are looked at together at most: their numbers stay in the processor's nearest memory. */
const LONGEST = 2048;

/** Whether what a filter takes changes with what the reader sets on packets. */
export const asksMarkedRows = ({ needs }: CompiledFilter): boolean =>
  needs.some(({ field }) => SETTING_FIELDS.includes(field.name));

/** A filter on rows. The tables are those of one moment: make a new one when they have grown. */
export class RowFilter {
  private readonly cursor: RowCursor;
  private readonly test: RunTest;
  private readonly one = new Uint8Array(1);

  constructor({ needs, plan }: CompiledFilter, tables: FilterTables) {
    this.cursor = new RowCursor(tables);
    this.test = runTestOf(plan, needs.map(columnOf), this.cursor, LONGEST);
  }

  /** Whether the filter takes a row; null when only the packet's bytes tell, and for rows that the table does not have. */
  takes(row: number): boolean | null {
    if (!this.cursor.moveTo(row)) return null;
    this.look(row, 1, this.one);
    return this.one[0] === OPEN ? null : this.one[0] === TAKEN;
  }

  /** The same of `length` rows from `row` on, all of the table: TAKEN, NOT_TAKEN or OPEN each. */
  look(row: number, length: number, answers: Uint8Array): void {
    for (let done = 0; done < length; ) {
      const part = withinChunk(row + done, Math.min(length - done, LONGEST));
      const run = runAt(this.cursor, row + done, part);
      this.test(run, answers.subarray(done, done + part));
      done += part;
    }
  }
}

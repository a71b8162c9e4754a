/**
 * What a filter asks of a packet, from the tables alone: no byte is read. A field has a column or it has none; and of a
 * packet in a tunnel, of one that quotes another and of one that could not be read, the columns do not tell all.
 */
import { SETTING_FIELDS } from "../inspect/frame.ts";
import { FINE } from "../protocols/walk.ts";
import { CHUNK_ROWS, HAS_MORE } from "../table/packet-table.ts";
import { markOpen, NOT_TAKEN, OPEN, RUN, type Run, runTestOf, TAKEN } from "./column-plan.ts";
import { type Column, columnOf, readColumn } from "./column-readers.ts";
import type { CompiledFilter } from "./compile.ts";
import type { Value } from "./kinds.ts";
import { type FilterTables, RowCursor } from "./row-cursor.ts";

export type { FilterTables } from "./row-cursor.ts";

/** Whether what a filter takes changes with what the reader sets on packets. */
export const asksMarkedRows = ({ needs }: CompiledFilter): boolean =>
  needs.some(({ field }) => SETTING_FIELDS.includes(field.name));

/** A filter on rows. The tables are those of one moment: make a new one when they have grown. */
export class RowFilter {
  private readonly filter: CompiledFilter;
  private readonly cursor: RowCursor;
  /** One for each need; null where any need has no column. */
  private readonly columns: readonly Column[] | null;
  private readonly test: ReturnType<typeof runTestOf>;
  /** Filled anew for each row. */
  private readonly lists: Value[][];
  private readonly found = new Uint8Array(RUN);

  constructor(filter: CompiledFilter, tables: FilterTables) {
    this.filter = filter;
    this.cursor = new RowCursor(tables);
    this.lists = filter.needs.map(() => []);
    const columns = filter.needs.map(columnOf);
    this.columns = columns.every((column) => column !== null) ? columns : null;
    this.test = this.columns && runTestOf(filter.plan, this.columns);
  }

  /** Whether columns answer for most packets; false when every packet's bytes have to be read. */
  get hasColumns(): boolean {
    return this.columns !== null;
  }

  /** Whether the filter takes a row; null when only the packet's bytes tell. */
  takes(row: number): boolean | null {
    const { columns, cursor, lists } = this;
    if (!columns || !cursor.moveTo(row) || this.hasUntold(cursor.at)) return null;
    for (let place = 0; place < columns.length; place++) {
      const list = lists[place]!;
      list.length = 0;
      if (!readColumn(columns[place]!, cursor, list)) return null;
    }
    return this.filter.matches(lists);
  }

  /** The same of `length` rows from `row` on, all of the table: TAKEN, NOT_TAKEN or OPEN each. */
  look(row: number, length: number, answers: Uint8Array): void {
    for (let done = 0; done < length; ) {
      const within = CHUNK_ROWS - ((row + done) % CHUNK_ROWS);
      const part = Math.min(length - done, within, RUN);
      this.lookInChunk(row + done, part, answers.subarray(done, done + part));
      done += part;
    }
  }

  private lookInChunk(row: number, length: number, answers: Uint8Array): void {
    const { cursor, columns, test, found } = this;
    if (!test || !columns) {
      for (let i = 0; i < length; i++) answers[i] = answerOf(this.takes(row + i));
      return;
    }
    cursor.moveTo(row);
    const run: Run = { cursor, row, at: cursor.at, length, answers };
    for (let i = 0; i < length; i++) answers[i] = this.hasUntold(run.at + i) ? OPEN : NOT_TAKEN;
    for (const column of columns) markOpen(run, column);
    test(run, found);
    for (let i = 0; i < length; i++) answers[i] = answers[i]! | (found[i]! & (answers[i] === OPEN ? 0 : 1));
  }

  /** Whether the packet has headers that no column tells of. */
  private hasUntold(at: number): boolean {
    const { problem, marks } = this.cursor.chunk;
    return problem[at] !== FINE || (marks[at]! & HAS_MORE) !== 0;
  }
}

const answerOf = (isTaken: boolean | null): number => (isTaken === null ? OPEN : isTaken ? TAKEN : NOT_TAKEN);

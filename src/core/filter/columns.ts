/**
 * What a filter asks of a packet, from the tables alone: no byte is read. A field has a column or it has none; and of a
 * packet in a tunnel, of one that quotes another and of one that could not be read, the columns do not tell all.
 */
import { FINE } from "../protocols/walk.ts";
import { HAS_MORE } from "../table/packet-table.ts";
import { type ColumnReader, readerOf } from "./column-readers.ts";
import type { CompiledFilter } from "./compile.ts";
import type { Value } from "./kinds.ts";
import { type FilterTables, RowCursor } from "./row-cursor.ts";

export type { FilterTables } from "./row-cursor.ts";

/** A filter on rows. The tables are those of one moment: make a new one when they have grown. */
export class RowFilter {
  private readonly filter: CompiledFilter;
  private readonly cursor: RowCursor;
  /** One for each need; null where any need has no column. */
  private readonly readers: readonly ColumnReader[] | null;
  /** Filled anew for each row. */
  private readonly lists: Value[][];

  constructor(filter: CompiledFilter, tables: FilterTables) {
    this.filter = filter;
    this.cursor = new RowCursor(tables);
    this.lists = filter.needs.map(() => []);
    const readers = filter.needs.map(readerOf);
    this.readers = readers.every((reader) => reader !== null) ? readers : null;
  }

  /** Whether columns answer for most packets; false when every packet's bytes have to be read. */
  get hasColumns(): boolean {
    return this.readers !== null;
  }

  /** Whether the filter takes a row; null when only the packet's bytes tell. */
  takes(row: number): boolean | null {
    const { readers, cursor, lists } = this;
    if (!readers || !cursor.moveTo(row)) return null;
    const { chunk, at } = cursor;
    if (chunk.problem[at] !== FINE || chunk.marks[at]! & HAS_MORE) return null;
    for (let place = 0; place < readers.length; place++) {
      const list = lists[place]!;
      list.length = 0;
      if (!readers[place]!(cursor, list)) return null;
    }
    return this.filter.matches(lists);
  }
}

/** Which packet an ICMP error quotes, and which errors quote a packet. */
import { type RowRecords, SparseRows } from "./sparse-rows.ts";

/** The row of an error, and that of the packet that it quotes and one more; 0 when that was not captured. */
export type QuotePairs = RowRecords;

/** Numbers of a pair. */
const PAIR = 2;

/** Of a row that quotes nothing, and of a quoted packet that was not captured (or not whole enough to be known again). */
export const QUOTES_NOTHING = -2;
export const NOT_CAPTURED = -1;

export class QuoteRows {
  private readonly pairs: SparseRows;

  constructor(pairs = new SparseRows(PAIR)) {
    this.pairs = pairs;
  }

  /** With further pairs, of rows behind all those before; this one when there are none. */
  with(added: QuotePairs): QuoteRows {
    return added.length === 0 ? this : new QuoteRows(this.pairs.with(added));
  }

  /** The row of the packet that an error quotes; NOT_CAPTURED, or QUOTES_NOTHING for what is no such error. */
  quotedBy(row: number): number {
    const [next] = this.pairs.of(row);
    return next === undefined ? QUOTES_NOTHING : next - 1;
  }

  /** The rows of the errors that quote a packet, rising: an error comes after what it quotes. */
  errorsOn(row: number): readonly number[] {
    return this.pairs.rowsHolding(row + 1, row);
  }
}

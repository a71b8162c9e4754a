/**
 * Records that only few rows have, several where need be: what has none takes no place. They come from the worker in
 * pieces, each with the rows behind those of the piece before.
 */

/** Records one behind the other in the order of rows, each a row of the packet table and the numbers kept of it. */
export type RowRecords = Uint32Array<ArrayBuffer>;

export class SparseRows {
  /** Numbers of a record, the row included. */
  private readonly width: number;
  /** None of them empty, in the order of rows. */
  private readonly pieces: readonly RowRecords[];

  constructor(width: number, pieces: readonly RowRecords[] = []) {
    this.width = width;
    this.pieces = pieces;
  }

  /** With further records, of rows behind all those before; this one when there are none. */
  with(added: RowRecords): SparseRows {
    return added.length === 0 ? this : new SparseRows(this.width, [...this.pieces, added]);
  }

  /** The rows that have records, and all numbers in them. */
  numbers(): readonly number[] {
    return this.pieces.flatMap((piece) => Array.from(piece));
  }

  /** The numbers of a row's records, one record behind the other, rows left out; none for most rows. */
  of(row: number): readonly number[] {
    const { width, pieces } = this;
    if (pieces.length === 0) return NONE; // whole connections are asked for
    const piece = pieces[last(pieces.length, (place) => pieces[place]![0]! <= row)];
    if (!piece) return NONE;
    const end = last(piece.length / width, (record) => piece[record * width]! <= row) + 1;
    let begin = end;
    while (begin > 0 && piece[(begin - 1) * width] === row) begin--;
    if (begin === end) return NONE;
    return Array.from(piece.subarray(begin * width, end * width)).filter((_, place) => place % width !== 0);
  }

  /** The rows behind `after`, rising, whose record begins with a number. Looks at all of these records. */
  rowsHolding(number: number, after: number): readonly number[] {
    const { width, pieces } = this;
    const rows: number[] = [];
    const from = Math.max(
      0,
      last(pieces.length, (place) => pieces[place]![0]! <= after),
    );
    for (const piece of pieces.slice(from)) {
      for (let at = 0; at < piece.length; at += width) {
        if (piece[at + 1] === number && piece[at]! > after) rows.push(piece[at]!);
      }
    }
    return rows;
  }
}

const NONE: readonly number[] = [];

/** Gathers records until they are handed over. */
export class RowRecordsBuilder {
  private numbers: number[] = [];

  /** Adds a record; rows never fall. */
  add(row: number, ...numbers: readonly number[]): void {
    this.numbers.push(row, ...numbers);
  }

  /** The records added since this was asked last. */
  take(): RowRecords {
    const records = Uint32Array.from(this.numbers);
    this.numbers = [];
    return records;
  }
}

/** The last of `count` places up to which all hold; -1 when not even the first does. */
function last(count: number, holds: (place: number) => boolean): number {
  let below = -1;
  let above = count;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (holds(middle)) below = middle;
    else above = middle;
  }
  return below;
}

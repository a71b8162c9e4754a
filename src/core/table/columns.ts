/** Columns that grow: objects of typed arrays of one length, doubled when they are full. */

export type Column = Float64Array | Uint32Array | Int32Array | Uint16Array | Int8Array | Uint8Array;

export type Columns = Readonly<Record<string, Column>>;

/**
 * Tables of many rows that are written all over come in blocks of so many rows: more rows need no copying of those that
 * there are.
 */
export const BLOCK_SHIFT = 10;
export const BLOCK_ROWS = 1 << BLOCK_SHIFT;
export const BLOCK_MASK = BLOCK_ROWS - 1;

/** The first `length` rows of blocks of columns, as one table; `empty` makes one. */
export function joined<T extends Columns>(blocks: readonly T[], length: number, empty: (capacity: number) => T): T {
  const whole = empty(length);
  for (const [index, block] of blocks.entries()) {
    const from = index << BLOCK_SHIFT;
    for (const name in whole) {
      const column = block[name]!; // every column of the one is in the other
      whole[name]!.set(length - from < column.length ? column.subarray(0, Math.max(0, length - from)) : column, from);
    }
  }
  return whole;
}

/** The same columns with room for `capacity` rows, contents kept; the given ones when they have that room. */
export function grown<T extends Columns>(columns: T, capacity: number): T {
  return mapped(columns, (column) => {
    if (column.length >= capacity) return column;
    const larger = emptyLike(column, Math.max(capacity, column.length * 2));
    larger.set(column);
    return larger;
  });
}

/** Copies of the first `length` rows. */
export function copied<T extends Columns>(columns: T, length: number): T {
  return mapped(columns, (column) => column.slice(0, length));
}

/** The buffers, for handing the columns over without copying. */
export function buffersOf(columns: Columns): ArrayBuffer[] {
  return Object.values(columns).map((column) => column.buffer as ArrayBuffer); // none of ours is shared
}

function mapped<T extends Columns>(columns: T, change: (column: Column) => Column): T {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column)])) as unknown as T;
}

function emptyLike(column: Column, length: number): Column {
  const make = column.constructor as new (length: number) => Column; // a typed array's own kind
  return new make(length);
}

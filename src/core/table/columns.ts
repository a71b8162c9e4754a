/** Columns that grow: objects of typed arrays of one length, doubled when they are full. */

export type Column = Float64Array | Uint32Array | Int32Array | Uint16Array | Int8Array | Uint8Array;

export type Columns = Readonly<Record<string, Column>>;

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

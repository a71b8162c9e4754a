/**
 * Which packets came whole only with fragments that stand in earlier rows, and in which. Sparse: what was never
 * fragmented takes no place. Comes from the worker in pieces, each with the rows behind those of the piece before.
 */

/** A row in which a packet came whole, and the row of one of its fragments; a packet's pairs follow each other. */
export type FragmentPairs = Uint32Array<ArrayBuffer>;

/** Numbers of a pair. */
const PAIR = 2;

export class FragmentRows {
  /** None of them empty, in the order of rows. */
  private readonly pieces: readonly FragmentPairs[];

  constructor(pieces: readonly FragmentPairs[] = []) {
    this.pieces = pieces;
  }

  /** With further pairs, of rows behind all those before; this one when there are none. */
  with(added: FragmentPairs): FragmentRows {
    return added.length === 0 ? this : new FragmentRows([...this.pieces, added]);
  }

  /**
   * The earlier rows, rising, whose frames it takes to put the row's packet together; none for an ordinary packet.
   * Where fragments carry fragments, those by which an inner one came whole are among them.
   */
  neededBy(row: number): readonly number[] {
    const needed = new Set(this.fragmentsOf(row));
    for (const earlier of needed) for (const its of this.fragmentsOf(earlier)) needed.add(its); // grows as it is walked
    return [...needed].sort((a, b) => a - b);
  }

  private fragmentsOf(row: number): number[] {
    const rows: number[] = [];
    const pairs = this.pieces[last(this.pieces.length, (piece) => this.pieces[piece]![0]! <= row)];
    if (!pairs) return rows;
    for (let pair = last(pairs.length / PAIR, (pair) => pairs[pair * PAIR]! <= row); pair >= 0; pair--) {
      if (pairs[pair * PAIR] !== row) break;
      rows.push(pairs[pair * PAIR + 1]!);
    }
    return rows;
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

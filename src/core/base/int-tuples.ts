/**
 * Tuples of whole numbers, each once: a tuple is the row that it got when it was first met. Asking makes no object, so
 * that it can be done for each packet of a capture.
 */

/** Rows that a table has room for at first, and places to look in: twice as many at least. */
const FIRST_ROWS = 256;

export class IntTuples {
  length = 0;
  private readonly width: number;
  private words: Int32Array;
  /** Open addressing: row + 1 by hash, 0 for free. */
  private places = new Int32Array(4 * FIRST_ROWS);
  /** The tuple that `row` and `find` look for: 32-bit integers, written by whoever asks. */
  readonly wanted: Int32Array;

  /** For tuples of `width` numbers. */
  constructor(width: number) {
    this.width = width;
    this.words = new Int32Array(width * FIRST_ROWS);
    this.wanted = new Int32Array(width);
  }

  /** The row of the tuple in `wanted`; makes one when it is new. */
  row(): number {
    const place = this.placeOf();
    const found = this.places[place]!;
    if (found) return found - 1;
    this.places[place] = this.length + 1;
    return this.append();
  }

  /** The row of the tuple in `wanted`; -1 when it was never met. */
  find(): number {
    return this.places[this.placeOf()]! - 1;
  }

  /** One number of a tuple, by the tuple's row and the number's place in it. */
  at(row: number, place: number): number {
    return this.words[row * this.width + place]!;
  }

  /** Where the tuple stands among the places, or the free place where it belongs. */
  private placeOf(): number {
    const { wanted, places, words, width } = this;
    const mask = places.length - 1;
    let place = hash(wanted, 0, width) & mask;
    for (let found = places[place]!; found; found = places[place]!) {
      const from = (found - 1) * width;
      let same = 0;
      while (same < width && words[from + same] === wanted[same]) same++;
      if (same === width) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  private append(): number {
    const row = this.length++;
    if (this.length * this.width > this.words.length) {
      const larger = new Int32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words.set(this.wanted, row * this.width);
    if (this.length * 2 > this.places.length) this.rehash();
    return row;
  }

  private rehash(): void {
    const { words, width } = this;
    this.places = new Int32Array(this.places.length * 2);
    const mask = this.places.length - 1;
    for (let row = 0; row < this.length; row++) {
      let place = hash(words, row * width, width) & mask;
      while (this.places[place]) place = (place + 1) & mask;
      this.places[place] = row + 1;
    }
  }
}

/** Where to look first: tuples of neighbouring numbers must not be neighbours. */
function hash(words: Int32Array, from: number, width: number): number {
  let mixed = 0;
  for (let place = 0; place < width; place++) {
    mixed = Math.imul(mixed ^ words[from + place]!, 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

/**
 * Where the lines of each packet begin in a list in which packets have one line or many: guessed from what the tables
 * tell, and put right for each packet that was printed. Sums stand per block of packets, so that a million of them cost
 * nothing to scroll through.
 */

const BLOCK = 1024;
/** Of a packet; more than the longest one has when its bytes are printed. */
const MOST = 65_535;

export class LineHeights {
  /** Packets. */
  readonly count: number;
  private readonly lines: Uint16Array;
  private readonly sums: Float64Array;
  private readonly guess: (place: number) => number;
  /** Places whose lines were guessed, from the front. */
  private guessed = 0;

  /** A list of `count` packets; `guess` tells how many lines one probably has, at least 1. */
  constructor(count: number, guess: (place: number) => number) {
    this.count = count;
    this.guess = guess;
    this.lines = new Uint16Array(count);
    this.sums = new Float64Array(Math.ceil(count / BLOCK));
  }

  /** Guesses the lines of some more packets; true when all are. Nothing else may be asked before. */
  step(): boolean {
    const end = Math.min(this.count, this.guessed + BLOCK);
    for (; this.guessed < end; this.guessed++) this.set(this.guessed, this.guess(this.guessed));
    return end === this.count;
  }

  /** Sets how many lines a packet has; gives by how many they are more than before. */
  set(place: number, lines: number): number {
    const now = Math.min(lines, MOST);
    const more = now - this.lines[place]!;
    this.lines[place] = now;
    this.sums[Math.floor(place / BLOCK)]! += more;
    return more;
  }

  /** Lines of a packet. */
  linesOf(place: number): number {
    return this.lines[place] ?? 0;
  }

  /** Lines of all packets. */
  total(): number {
    return this.before(this.count);
  }

  /** Lines of all packets before a place. */
  before(place: number): number {
    const block = Math.floor(place / BLOCK);
    let lines = 0;
    for (let at = 0; at < block; at++) lines += this.sums[at]!;
    for (let at = block * BLOCK; at < place; at++) lines += this.lines[at]!;
    return lines;
  }

  /**
   * The packet at a height, where each line takes `line` and each packet `rest` besides, all in the same unit. The last
   * packet for what lies below it; 0 for an empty list.
   */
  placeAt(height: number, line: number, rest: number): number {
    let left = Math.max(0, height);
    let block = 0;
    const extent = (lines: number, packets: number) => lines * line + packets * rest;
    for (; block < this.sums.length - 1; block++) {
      const taken = extent(this.sums[block]!, BLOCK);
      if (left < taken) break;
      left -= taken;
    }
    let place = block * BLOCK;
    for (; place < this.count - 1; place++) {
      const taken = extent(this.lines[place]!, 1);
      if (left < taken) break;
      left -= taken;
    }
    return Math.min(place, Math.max(0, this.count - 1));
  }
}

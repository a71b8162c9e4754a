/**
 * Recognises Zstandard blocks that no decompressor can finish: the weights of their Huffman code (RFC 8878 §4.2.1.2) are
 * written with a table in which one symbol has all the probability. Reading one takes no bits then, so that they never
 * end. Only damage makes such; fzstd reads them forever.
 */

/** The literals of a block by the two lowest bits of its first byte: Huffman's code stands in the block itself. */
const HUFFMAN_HERE = 2;
/** Bytes of the header of such literals, by the next two bits (RFC 8878 §3.1.1.3.1.1). */
const HEADER_LENGTHS: readonly number[] = [3, 3, 4, 5];
/** Below it, the first byte of a Huffman code says that its weights are compressed. */
const COMPRESSED = 128;
/** Bits less than which no table has, and more than which none for weights may have. */
const LEAST_ACCURACY = 5;
const MOST_ACCURACY = 6;
const MOST_SYMBOLS = 256;

/** Whether the content of a compressed block holds weights without an end. Never throws. */
export function hasEndlessWeights(content: Uint8Array): boolean {
  const first = content[0] ?? 0;
  if ((first & 3) !== HUFFMAN_HERE) return false;
  const codeAt = HEADER_LENGTHS[(first >> 2) & 3]!; // two bits, four entries
  if ((content[codeAt] ?? COMPRESSED) >= COMPRESSED) return false;
  const accuracy = ((content[codeAt + 1] ?? 0) & 15) + LEAST_ACCURACY;
  return accuracy <= MOST_ACCURACY && firstProbability(content, codeAt + 1, 2 ** accuracy) === 2 ** accuracy;
}

/**
 * The first probability that is not zero of a table written at `at`, of `size` in all (RFC 8878 §4.1.1); 0 for none, -1
 * for one below one.
 */
function firstProbability(content: Uint8Array, at: number, size: number): number {
  let bit = at * 8 + 4;
  // One value more than there are probabilities, and all written with one bit more than `size` needs, but for the
  // lowest of those that such a bit does not tell apart.
  const length = Math.log2(size) + 1;
  const short = size - 2;
  for (let symbol = 0; symbol < MOST_SYMBOLS; symbol++) {
    const value = bits(content, bit, length);
    const low = value % size;
    bit += low < short ? length - 1 : length;
    const probability = (low < short || value < size ? low : value - short) - 1;
    if (probability !== 0) return probability;
    // Further symbols of probability zero, counted by two bits each, on and on while these are threes.
    for (let more = 3; more === 3 && symbol < MOST_SYMBOLS; bit += 2) {
      more = bits(content, bit, 2);
      symbol += more;
    }
  }
  return 0;
}

/** `length` bits from `bit` on, the lowest first; bits past the end are zeros. */
function bits(content: Uint8Array, bit: number, length: number): number {
  const at = bit >> 3;
  const word = (content[at] ?? 0) | ((content[at + 1] ?? 0) << 8);
  return (word >> (bit & 7)) & (2 ** length - 1);
}

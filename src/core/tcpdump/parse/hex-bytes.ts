/** Bytes from hexadecimal digits. */

/** Pairs of digits as bytes; a last odd digit is left out. */
export function bytesOfHex(digits: string): number[] {
  return Array.from(digits.matchAll(/[0-9a-fA-F]{2}/g), ([pair]) => Number.parseInt(pair, 16));
}

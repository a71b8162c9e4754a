/** Bytes from hexadecimal digits. */

/** What digits stand for, by their character codes; -1 for all other characters. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

/** Pairs of digits as bytes; whatever stands between them is passed, and so is a last odd digit. */
export function bytesOfHex(text: string): number[] {
  const bytes: number[] = [];
  let high = -1;
  // Code by code: a pattern would take longer than all else in a text of dumps.
  for (let at = 0; at < text.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)] ?? -1;
    if (digit < 0) continue;
    if (high >= 0) bytes.push(high * 16 + digit);
    high = high < 0 ? digit : -1;
  }
  return bytes;
}

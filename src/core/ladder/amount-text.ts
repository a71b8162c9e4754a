/** Amounts in as few signs as a slim column has room for, three digits that count; the unit stands in the column's head. */

const STEPS = ["", "k", "M", "G"] as const;

/** Bytes: `725`, `7.24k`, `65.5k`, `1.05M`; a k is 1000. */
export function shortBytes(bytes: number): string {
  let step = 0;
  let value = bytes;
  while (value >= 999.5 && step < STEPS.length - 1) {
    value /= 1000;
    step++;
  }
  return `${step === 0 ? String(bytes) : threeDigits(value)}${STEPS[step]}`;
}

/** Nanoseconds as milliseconds: `0.04`, `40.3`, `2408`. */
export function shortMilliseconds(nanoseconds: number): string {
  return threeDigits(nanoseconds / 1e6);
}

function threeDigits(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

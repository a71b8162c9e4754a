/** What filters calculate: whole numbers of any size, and bits that bytes have in common. */
import type { Value } from "./kinds.ts";

/** Of whole numbers; null for a division by 0. */
export function calculated(operator: string, left: Value, right: Value): Value | null {
  const isSmall = typeof left === "number" && typeof right === "number";
  const small = isSmall ? calculatedSmall(operator, left, right) : null;
  return small !== null && Number.isSafeInteger(small) ? small : calculatedLarge(operator, BigInt(left), BigInt(right));
}

/** Of numbers that are exact, as nearly all are; null where the answer might not be. */
function calculatedSmall(operator: string, a: number, b: number): number | null {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "&":
      return a >= 0 && b >= 0 && a < 2 ** 31 && b < 2 ** 31 ? a & b : null;
    default:
      return null;
  }
}

/** Whatever the size. */
function calculatedLarge(operator: string, a: bigint, b: bigint): Value | null {
  if ((operator === "/" || operator === "%") && b === 0n) return null;
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
    default:
      return a & b;
  }
}

/** The bits that are set in both, as far as the shorter one goes. */
export function bytesInCommon(left: Value, right: Value): string {
  const [a, b] = [String(left), String(right)];
  const length = Math.min(a.length, b.length);
  const digit = (at: number) => Number.parseInt(a[at]!, 16) & Number.parseInt(b[at]!, 16);
  return Array.from({ length }, (_, at) => digit(at).toString(16)).join("");
}

/** The bits that a calculation leaves of each number, where it does nothing else; null else. */
export const maskOf = (operator: string, constant: Value): number | null =>
  operator === "&" && typeof constant === "number" && constant >= 0 && constant < 2 ** 31 ? constant : null;

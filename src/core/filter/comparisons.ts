/** What compares two values: their order, with bits that do not count, and what is in what. */
import { holdsWithin, type Interval, numbersThat } from "./intervals.ts";
import { hexOfText, isBytes, type Kind, latin1, order, orderOfBytes, type Value } from "./kinds.ts";
import type { Side } from "./side.ts";
import type { Comparison } from "./tree.ts";

export type Holds = (left: Value, right: Value) => boolean;

/** A comparison by order. */
export function ordered(operator: keyof typeof JUDGES, left: Side, right: Side): Holds {
  const judge = JUDGES[operator];
  const ignored = Math.max(left.ignored, right.ignored);
  const compare = isBytes(left.kind) ? orderOfBytes : order;
  if (ignored === 0) return (a, b) => judge(compare(a, b));
  return (a, b) => judge(order(shifted(a, ignored), shifted(b, ignored)));
}

/** Without its last bits. */
const shifted = (value: Value, bits: number): Value =>
  typeof value === "number" ? Math.floor(value / 2 ** bits) : BigInt(value) >> BigInt(bits);

const JUDGES: Readonly<Record<Exclude<Comparison, "contains" | "matches">, (order: number) => boolean>> = {
  "==": (order) => order === 0,
  "===": (order) => order === 0,
  "!=": (order) => order !== 0,
  "!==": (order) => order !== 0,
  ">": (order) => order > 0,
  "<": (order) => order < 0,
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
};

/** A test of one value; and as intervals of numbers, where it is one of those. */
export interface ValueTest {
  readonly holds: (value: Value) => boolean;
  readonly intervals: readonly Interval[] | null;
}

/** A comparison with a whole number: it is asked of millions of values. Null for all other comparisons. */
export function against(operator: Comparison, left: Side, { constant, ignored }: Side): ValueTest | null {
  if (constant === null || isSearch(operator) || left.ignored > 0 || ignored > 0) return null;
  const intervals = numbersThat(operator, constant);
  return intervals && { holds: holdsWithin(intervals), intervals };
}

/** That the second is in the first. */
export function containing(kind: Kind): Holds {
  if (kind === "text") return (a, b) => String(a).includes(String(b));
  // A pair of digits is a byte: what begins in the middle of one is not there.
  return (a, b) => {
    const [hex, wanted] = [String(a), String(b)];
    let at = hex.indexOf(wanted);
    while (at % 2 === 1) at = hex.indexOf(wanted, at + 1);
    return hex !== "" && at >= 0;
  };
}

/** What a regular expression is asked of. */
export const textReader =
  (kind: Kind) =>
  (value: Value): string =>
    kind === "text" ? latin1(hexOfText(String(value))) : latin1(String(value));

/** Whether it looks for something in bytes. */
export const isSearch = (operator: Comparison): boolean => operator === "contains" || operator === "matches";

/**
 * A filter's tree to a test of packets. Wireshark's rules: a comparison holds when it does for any of a field's values,
 * `!=` when it does for all of them, and none holds for a field that the packet does not have.
 */
import { hexOf, hexOfText, isBytes, type Kind, latin1, order, orderOfBytes, type Value } from "./kinds.ts";
import type { Target } from "./literals.ts";
import { type Need, Needs, type PacketValues, type References } from "./needs.ts";
import { differentKinds, isLiteral, sideLike, sideOf } from "./operands.ts";
import { parseFilter } from "./parse.ts";
import { patternOf } from "./pattern.ts";
import { holdsOf, type Matches, matchesOf, type Plan } from "./plan.ts";
import { type FilterProblem, Rejection } from "./problem.ts";
import type { Side } from "./side.ts";
import type { Comparison, Member, Operand, Quantifier, Test } from "./tree.ts";

/** A filter that is understood. */
export interface CompiledFilter {
  readonly tree: Test | null;
  /** What it asks of a packet: `matches` wants the values in this order. */
  readonly needs: readonly Need[];
  readonly plan: Plan;
  readonly matches: (packet: PacketValues) => boolean;
}

/**
 * Understands a filter, or says what is wrong with it. The empty filter takes all packets. `references` give what
 * `${field}` stands for; without them it is a fault. Never throws.
 */
export function compileFilter(
  text: string,
  references: References | null = null,
): CompiledFilter | { readonly problem: FilterProblem } {
  const parsed = parseFilter(text);
  if ("problem" in parsed) return parsed;
  const { tree } = parsed;
  const needs = new Needs(references);
  try {
    const plan: Plan = tree ? planOf(tree, needs) : { kind: "packet", matches: () => true };
    return { tree, needs: needs.list, plan, matches: matchesOf(plan) };
  } catch (error) {
    if (error instanceof Rejection) return { problem: error.problem };
    throw error;
  }
}

function planOf(test: Test, needs: Needs): Plan {
  switch (test.kind) {
    case "and":
    case "or":
    case "xor":
      return { kind: test.kind, tests: test.tests.map((one) => planOf(one, needs)) };
    case "not":
      return { kind: "not", test: planOf(test.test, needs) };
    case "present":
      return presence(test.operand, needs);
    case "compare":
      return comparison(test, needs);
    case "in":
      return membership(test, needs);
  }
}

/** That a field is there; of what is calculated, that any of it is not 0. */
function presence(operand: Operand, needs: Needs): Plan {
  if (operand.kind === "reference") throw new Rejection({ kind: "reference" }, operand);
  if (operand.kind === "call") throw new Rejection({ kind: "notCompared", name: operand.name }, operand);
  const side = sideOf(operand, needs, "presence");
  const isCalculated = operand.kind === "arithmetic" || operand.kind === "negative";
  return ofValues(side, "any", isCalculated ? isSet : () => true);
}

const isSet = (value: Value): boolean => (typeof value === "string" ? /[^0]/.test(value) : order(value, 0) !== 0);

type Holds = (left: Value, right: Value) => boolean;

function comparison(
  { operator, quantifier, left: written, right: other }: Extract<Test, { kind: "compare" }>,
  needs: Needs,
): Plan {
  const left = comparedSide(written, operator, needs);
  if (operator === "matches") {
    if (other.kind !== "string") throw new Rejection({ kind: "wantsString", operator }, other);
    const pattern = patternOf(other);
    const read = textReader(left.kind);
    return ofValues(left, quantifier, (value) => pattern.test(read(value)));
  }
  const right = rightSide(left, other, operator, needs);
  const holds = operator === "contains" ? containing(left.kind) : ordered(operator, left, right);
  const holdsFor = (constant: Value) => (value: Value) => holds(value, constant);
  const meant = quantifier ?? quantifierOf(operator);
  const { constant } = right;
  if (constant !== null) return ofValues(left, meant, against(constant, operator, left, right) ?? holdsFor(constant));
  return { kind: "packet", matches: overBoth(left.of, right.of, holds, meant) };
}

/** A side that the comparison may be asked of. Of protocols some are asked with all that they carry. */
function comparedSide(operand: Operand, operator: Comparison, needs: Needs): Side {
  const side = sideOf(operand, needs, isSearch(operator) ? "whole" : "value");
  const { kind, name } = side;
  const isAsked =
    operator === "contains" || operator === "matches" ? kind === "text" || isBytes(kind) : kind !== "label";
  if (!isAsked) throw new Rejection({ kind: "operator", operator, of: kind, name }, operand);
  return side;
}

const isSearch = (operator: Comparison): boolean => operator === "contains" || operator === "matches";

function rightSide(left: Side, operand: Operand, operator: Comparison, needs: Needs): Side {
  // What is looked for in bytes need not be as long as they are.
  const target: Target = operator === "contains" && left.kind === "mac" ? { ...left, kind: "bytes" } : left;
  const right = sideLike(operand, target, needs);
  if (isLiteral(operand)) return right;
  if (right.kind === left.kind) return right;
  const isComparable = left.isPart && (isBytes(right.kind) || right.kind === "ipv4" || right.kind === "ipv6");
  if (!isComparable) throw differentKinds(left, right, operand);
  return {
    ...right,
    kind: "bytes",
    constant: null,
    place: null,
    of: (packet) => right.of(packet).map((value) => hexOf(right.kind, value)),
  };
}

const quantifierOf = (operator: Comparison): Quantifier => (operator === "!=" || operator === "===" ? "all" : "any");

function ordered(operator: keyof typeof JUDGES, left: Side, right: Side): Holds {
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

type HoldsOne = (value: Value) => boolean;

/** A comparison with a number, as short as it gets: it is asked of millions of values. Null for all other comparisons. */
function against(constant: Value, operator: Comparison, left: Side, right: Side): HoldsOne | null {
  if (typeof constant !== "number" || isSearch(operator) || left.ignored > 0 || right.ignored > 0) return null;
  // What is compared with a number is a number or a bigint, and those compare alike.
  return againstNumber(constant, operator) as HoldsOne;
}

function againstNumber(constant: number, operator: Comparison): (value: number) => boolean {
  switch (operator) {
    case "==":
    case "===":
      return (value) => !(value < constant || value > constant);
    case "!=":
    case "!==":
      return (value) => value < constant || value > constant;
    case ">":
      return (value) => value > constant;
    case "<":
      return (value) => value < constant;
    case ">=":
      return (value) => value >= constant;
    default:
      return (value) => value <= constant;
  }
}

function containing(kind: Kind): Holds {
  if (kind === "text") return (a, b) => String(a).includes(String(b));
  // A pair of digits is a byte: what begins in the middle of one is not there.
  return (a, b) => {
    const [hex, wanted] = [String(a), String(b)];
    let at = hex.indexOf(wanted);
    while (at % 2 === 1) at = hex.indexOf(wanted, at + 1);
    return at >= 0;
  };
}

const textReader =
  (kind: Kind) =>
  (value: Value): string =>
    kind === "text" ? latin1(hexOfText(String(value))) : latin1(String(value));

type Read = (packet: PacketValues) => readonly Value[];

function overBoth(left: Read, right: Read, holds: Holds, quantifier: Quantifier): Matches {
  return (packet) => {
    const values = right(packet);
    const those = left(packet);
    if (quantifier !== "all") return those.some((a) => values.some((b) => holds(a, b)));
    return those.length > 0 && values.length > 0 && those.every((a) => values.every((b) => holds(a, b)));
  };
}

/** A test of each value of a side by itself. */
function ofValues({ of, place, each }: Side, quantifier: Quantifier, holds: (value: Value) => boolean): Plan {
  const isAll = quantifier === "all";
  if (place !== null) return { kind: "values", place, isAll, holds: each ? (value) => holds(each(value)) : holds };
  return { kind: "packet", matches: (packet) => holdsOf(of(packet), isAll, holds) };
}

function membership({ quantifier, left: written, members }: Extract<Test, { kind: "in" }>, needs: Needs): Plan {
  if (written.kind === "reference") throw new Rejection({ kind: "reference" }, written);
  const left = comparedSide(written, "==", needs);
  const tests = members.map((member) => memberTest(left, member, needs));
  if (tests.every(({ isConstant }) => isConstant)) return ofValues(left, quantifier, anyOf(tests));
  const isAll = quantifier === "all";
  const matches: Matches = (packet) =>
    holdsOf(left.of(packet), isAll, (value) => tests.some(({ holds }) => holds(value, packet)));
  return { kind: "packet", matches };
}

/** Whether a value is one of constant members. */
function anyOf(tests: readonly MemberTest[]): (value: Value) => boolean {
  const none: PacketValues = [];
  return (value) => {
    for (const { holds } of tests) if (holds(value, none)) return true;
    return false;
  };
}

interface MemberTest {
  /** It asks nothing of the packet but the value. */
  readonly isConstant: boolean;
  readonly holds: (value: Value, packet: PacketValues) => boolean;
}

function memberTest(left: Side, { low, high }: Member, needs: Needs): MemberTest {
  const first = rightSide(left, low, "==", needs);
  const isConstant = first.constant !== null;
  const isOne = isConstant && !high ? against(first.constant, "==", left, first) : null;
  if (isOne) return { isConstant, holds: isOne };
  if (!high) {
    const equal = ordered("==", left, first);
    return { isConstant, holds: (value, packet) => first.of(packet).some((one) => equal(value, one)) };
  }
  const last = rightSide(left, high, "==", needs);
  const from = ordered(">=", left, first);
  const to = ordered("<=", left, last);
  const isFrom = isConstant ? against(first.constant, ">=", left, first) : null;
  const isTo = last.constant === null ? null : against(last.constant, "<=", left, last);
  if (isFrom && isTo) return { isConstant, holds: (value) => isFrom(value) && isTo(value) };
  const holds = (value: Value, packet: PacketValues) =>
    first.of(packet).some((one) => from(value, one)) && last.of(packet).some((one) => to(value, one));
  return { isConstant: isConstant && last.constant !== null, holds };
}

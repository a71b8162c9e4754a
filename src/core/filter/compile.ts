/**
 * A filter's tree to a test of packets. Wireshark's rules: a comparison holds when it does for any of a field's values,
 * `!=` when it does for all of them, and none holds for a field that the packet does not have.
 */

import { against, containing, type Holds, isSearch, ordered, textReader, type ValueTest } from "./comparisons.ts";
import { ANY_NUMBER, holdsWithin, type Interval, type NumberTest, numbersThat } from "./intervals.ts";
import { hexOf, isBytes, order, type Value } from "./kinds.ts";
import type { Target } from "./literals.ts";
import { type Need, Needs, type PacketValues, type References } from "./needs.ts";
import { differentKinds, isLiteral, sideLike, sideOf } from "./operands.ts";
import { parseFilter } from "./parse.ts";
import { patternOf } from "./pattern.ts";
import { holdsOf, type ListsTest, type Matches, matchesOf, type Plan } from "./plan.ts";
import { type FilterProblem, Rejection } from "./problem.ts";
import type { Side } from "./side.ts";
import type { Comparison, Member, Operand, Quantifier, Test } from "./tree.ts";

/** A filter that is understood. */
export interface CompiledFilter {
  readonly tree: Test | null;
  /** What it asks of a packet: `matches` wants the values in this order. */
  readonly needs: readonly Need[];
  /** What it asked of the chosen packet, in the order in which it asks for it each time. */
  readonly ofChosen: readonly Need[];
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
    const plan: Plan = tree ? planOf(tree, needs) : packetPlan([], () => true);
    return { tree, needs: needs.list, ofChosen: needs.ofChosen, plan, matches: matchesOf(plan) };
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
  if (side.isPart && !isCalculated) return ofValues(side, "any", { holds: isSomething, intervals: null });
  if (!isCalculated) return ofValues(side, "any", { holds: () => true, intervals: ANY_NUMBER.intervals });
  return ofValues(side, "any", { holds: isSet, intervals: isBytes(side.kind) ? null : numbersThat("!=", 0) });
}

/** A part of what is too short for it is compared as no bytes, but is not there, and nothing is found in it (Wireshark's rule). */
const isSomething = (value: Value): boolean => value !== "";

const isSet = (value: Value): boolean => (typeof value === "string" ? /[^0]/.test(value) : order(value, 0) !== 0);

function comparison(
  { operator, quantifier, left: written, right: other }: Extract<Test, { kind: "compare" }>,
  needs: Needs,
): Plan {
  const left = comparedSide(written, operator, needs);
  if (operator === "matches") {
    if (other.kind !== "string") throw new Rejection({ kind: "wantsString", operator }, other);
    const pattern = patternOf(other);
    const read = textReader(left.kind);
    const holds = (value: Value) => (!left.isPart || isSomething(value)) && pattern.test(read(value));
    return ofValues(left, quantifier, { holds, intervals: null });
  }
  const right = rightSide(left, other, operator, needs);
  const holds = operator === "contains" ? containing(left.kind) : ordered(operator, left, right);
  const meant = quantifier ?? quantifierOf(operator);
  const { constant } = right;
  if (constant === null) {
    const matches = overBoth(left.of, right.of, holds, meant);
    const intervals = isPlain(left) && isPlain(right) ? numbersThat(operator, 0) : null;
    const isAll = meant === "all";
    return packetPlan([left, right], matches, intervals && { of: "difference", isAll, numbers: plain(intervals) });
  }
  const one = against(operator, left, right) ?? { holds: (value) => holds(value, constant), intervals: null };
  return ofValues(left, meant, one);
}

const packetPlan = (sides: readonly Side[], matches: Matches, ofNumbers: ListsTest | null = null): Plan => ({
  kind: "packet",
  places: sides.flatMap(({ places }) => places),
  matches,
  ofNumbers,
});

const plain = (intervals: readonly Interval[]): NumberTest => ({ mask: null, intervals });

/** Whether a side is a field's numbers as they are. */
const isPlain = ({ place, each, ignored, kind }: Side): boolean =>
  place !== null && each === null && ignored === 0 && (kind === "number" || kind === "duration");

/** A side that the comparison may be asked of. Of protocols some are asked with all that they carry. */
function comparedSide(operand: Operand, operator: Comparison, needs: Needs): Side {
  const side = sideOf(operand, needs, isSearch(operator) ? "whole" : "value");
  const { kind, name } = side;
  const isAsked =
    operator === "contains" || operator === "matches" ? kind === "text" || isBytes(kind) : kind !== "label";
  if (!isAsked) throw new Rejection({ kind: "operator", operator, of: kind, name }, operand);
  return side;
}

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

type Read = (packet: PacketValues) => readonly Value[];

function overBoth(left: Read, right: Read, holds: Holds, quantifier: Quantifier): Matches {
  const isAll = quantifier === "all";
  return (packet) => {
    const values = right(packet);
    const those = left(packet);
    // By loops: it is asked of millions of packets.
    for (const a of those) for (const b of values) if (holds(a, b) !== isAll) return !isAll;
    return isAll && those.length > 0 && values.length > 0;
  };
}

/** A test of each value of a side by itself. */
function ofValues(side: Side, quantifier: Quantifier, { holds, intervals }: ValueTest): Plan {
  const isAll = quantifier === "all";
  const { of, place, each, mask } = side;
  if (place === null) {
    const counted = side.isCount && intervals ? ({ of: "count", numbers: plain(intervals) } as const) : null;
    return packetPlan([side], (packet) => holdsOf(of(packet), isAll, holds), counted);
  }
  // What is made of each value is compared by itself, but for a mask, which a test of numbers has in it.
  const isNumbers = intervals !== null && (each === null || mask !== null);
  const numbers: NumberTest | null = isNumbers ? { mask, intervals } : null;
  return { kind: "values", place, isAll, holds: each ? ofEach(each, holds) : holds, numbers };
}

const ofEach = (each: NonNullable<Side["each"]>, holds: ValueTest["holds"]) => (value: Value) => {
  const made = each(value);
  return made !== null && holds(made);
};

function membership({ quantifier, left: written, members }: Extract<Test, { kind: "in" }>, needs: Needs): Plan {
  if (written.kind === "reference") throw new Rejection({ kind: "reference" }, written);
  const left = comparedSide(written, "==", needs);
  const tests = members.map((member) => memberTest(left, member, needs));
  if (tests.every(({ isConstant }) => isConstant)) return ofValues(left, quantifier, anyOf(tests));
  const isAll = quantifier === "all";
  const sides = [left, ...tests.flatMap((test) => test.sides)];
  return packetPlan(sides, (packet) =>
    holdsOf(left.of(packet), isAll, (value) => tests.some(({ holds }) => holds(value, packet))),
  );
}

/** Whether a value is one of constant members. */
function anyOf(tests: readonly MemberTest[]): ValueTest {
  const all = tests.flatMap(({ intervals }) => intervals ?? []);
  if (tests.every(({ intervals }) => intervals !== null)) return { holds: holdsWithin(all), intervals: all };
  const none: PacketValues = [];
  return { holds: (value) => tests.some(({ holds }) => holds(value, none)), intervals: null };
}

interface MemberTest {
  readonly sides: readonly Side[];
  /** It asks nothing of the packet but the value. */
  readonly isConstant: boolean;
  readonly holds: (value: Value, packet: PacketValues) => boolean;
  /** The member as an interval of numbers, where it is a constant one. */
  readonly intervals: readonly Interval[] | null;
}

function memberTest(left: Side, { low, high }: Member, needs: Needs): MemberTest {
  const first = rightSide(left, low, "==", needs);
  const last = high ? rightSide(left, high, "==", needs) : first;
  const isConstant = first.constant !== null && last.constant !== null;
  const sides = [first, last];
  const from = ordered(">=", left, first);
  const to = ordered("<=", left, last);
  const equal = ordered("==", left, first);
  const holds: MemberTest["holds"] = high
    ? (value, packet) =>
        first.of(packet).some((one) => from(value, one)) && last.of(packet).some((one) => to(value, one))
    : (value, packet) => first.of(packet).some((one) => equal(value, one));
  return { sides, isConstant, holds, intervals: intervalOf(left, first, last) };
}

/** The numbers from one constant to another; null where they are no such. */
function intervalOf(left: Side, first: Side, last: Side): readonly Interval[] | null {
  const [from] = against(">=", left, first)?.intervals ?? [];
  const [to] = against("<=", left, last)?.intervals ?? [];
  return from && to ? [{ low: from.low, high: to.high }] : null;
}

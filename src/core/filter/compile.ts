/**
 * A filter's tree to a test of packets. Wireshark's rules: a comparison holds when it does for any of a field's values,
 * `!=` when it does for all of them, and none holds for a field that the packet does not have.
 */
import { hexOf, hexOfText, isBytes, type Kind, latin1, order, orderOfBytes, type Value } from "./kinds.ts";
import type { Target } from "./literals.ts";
import { type Need, Needs, type PacketValues } from "./needs.ts";
import { differentKinds, isLiteral, sideLike, sideOf } from "./operands.ts";
import { parseFilter } from "./parse.ts";
import { patternOf } from "./pattern.ts";
import { type FilterProblem, Rejection } from "./problem.ts";
import type { Side } from "./side.ts";
import type { Comparison, Member, Operand, Quantifier, Test } from "./tree.ts";

/** A filter that is understood. */
export interface CompiledFilter {
  readonly tree: Test | null;
  /** What it asks of a packet: `matches` wants the values in this order. */
  readonly needs: readonly Need[];
  readonly matches: (packet: PacketValues) => boolean;
}

/** Understands a filter, or says what is wrong with it. The empty filter takes all packets. Never throws. */
export function compileFilter(text: string): CompiledFilter | { readonly problem: FilterProblem } {
  const parsed = parseFilter(text);
  if ("problem" in parsed) return parsed;
  const { tree } = parsed;
  const needs = new Needs();
  try {
    const matches = tree ? testOf(tree, needs) : () => true;
    return { tree, needs: needs.list, matches };
  } catch (error) {
    if (error instanceof Rejection) return { problem: error.problem };
    throw error;
  }
}

type Matches = (packet: PacketValues) => boolean;

function testOf(test: Test, needs: Needs): Matches {
  switch (test.kind) {
    case "and": {
      const tests = test.tests.map((one) => testOf(one, needs));
      return (packet) => tests.every((matches) => matches(packet));
    }
    case "or": {
      const tests = test.tests.map((one) => testOf(one, needs));
      return (packet) => tests.some((matches) => matches(packet));
    }
    case "xor": {
      const tests = test.tests.map((one) => testOf(one, needs));
      return (packet) => tests.filter((matches) => matches(packet)).length % 2 === 1;
    }
    case "not": {
      const matches = testOf(test.test, needs);
      return (packet) => !matches(packet);
    }
    case "present":
      return presence(test.operand, needs);
    case "compare":
      return comparison(test, needs);
    case "in":
      return membership(test, needs);
  }
}

/** That a field is there; of what is calculated, that any of it is not 0. */
function presence(operand: Operand, needs: Needs): Matches {
  if (operand.kind === "call") throw new Rejection({ kind: "notCompared", name: operand.name }, operand);
  const { of } = sideOf(operand, needs, "presence");
  if (operand.kind === "arithmetic" || operand.kind === "negative") {
    return (packet) => of(packet).some(isSet);
  }
  return (packet) => of(packet).length > 0;
}

const isSet = (value: Value): boolean => (typeof value === "string" ? /[^0]/.test(value) : order(value, 0) !== 0);

type Holds = (left: Value, right: Value) => boolean;

function comparison(
  { operator, quantifier, left: written, right: other }: Extract<Test, { kind: "compare" }>,
  needs: Needs,
): Matches {
  const left = comparedSide(written, operator, needs);
  if (operator === "matches") {
    if (other.kind !== "string") throw new Rejection({ kind: "wantsString", operator }, other);
    const pattern = patternOf(other);
    const read = textReader(left.kind);
    return quantified(left.of, quantifier, (value) => pattern.test(read(value)));
  }
  const right = rightSide(left, other, operator, needs);
  const holds = operator === "contains" ? containing(left.kind) : ordered(operator, left, right);
  return overBoth(left.of, right.of, holds, quantifier ?? quantifierOf(operator));
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
  return { ...right, kind: "bytes", of: (packet) => right.of(packet).map((value) => hexOf(right.kind, value)) };
}

const quantifierOf = (operator: Comparison): Quantifier => (operator === "!=" || operator === "===" ? "all" : "any");

function ordered(operator: keyof typeof JUDGES, left: Side, right: Side): Holds {
  const judge = JUDGES[operator];
  const ignored = Math.max(left.ignored, right.ignored);
  const compare = isBytes(left.kind) ? orderOfBytes : order;
  if (ignored === 0) return (a, b) => judge(compare(a, b));
  const rest = BigInt(ignored);
  return (a, b) => judge(order(BigInt(a) >> rest, BigInt(b) >> rest));
}

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
  if (quantifier !== "all")
    return (packet) => {
      const values = right(packet);
      return left(packet).some((a) => values.some((b) => holds(a, b)));
    };
  return (packet) => {
    const values = right(packet);
    const those = left(packet);
    return those.length > 0 && values.length > 0 && those.every((a) => values.every((b) => holds(a, b)));
  };
}

function quantified(left: Read, quantifier: Quantifier, holds: (value: Value) => boolean): Matches {
  if (quantifier !== "all") return (packet) => left(packet).some(holds);
  return (packet) => {
    const values = left(packet);
    return values.length > 0 && values.every(holds);
  };
}

function membership({ quantifier, left: written, members }: Extract<Test, { kind: "in" }>, needs: Needs): Matches {
  const left = comparedSide(written, "==", needs);
  const tests = members.map((member) => memberTest(left, member, needs));
  return (packet) =>
    quantified(left.of, quantifier, (value) => tests.some((isMember) => isMember(value, packet)))(packet);
}

function memberTest(left: Side, { low, high }: Member, needs: Needs): (value: Value, packet: PacketValues) => boolean {
  const first = rightSide(left, low, "==", needs);
  if (!high) {
    const equal = ordered("==", left, first);
    return (value, packet) => first.of(packet).some((one) => equal(value, one));
  }
  const last = rightSide(left, high, "==", needs);
  const from = ordered(">=", left, first);
  const to = ordered("<=", left, last);
  return (value, packet) =>
    first.of(packet).some((one) => from(value, one)) && last.of(packet).some((one) => to(value, one));
}

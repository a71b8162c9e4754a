/** A filter's tree as text that parses to the same tree again: one way of writing for all, `and` rather than `&&`. */
import type { Operand, Range, Test } from "./tree.ts";

/** The text of a filter; empty for the empty one. */
export function printFilter(tree: Test | null): string {
  return tree ? testText(tree) : "";
}

function testText(test: Test): string {
  switch (test.kind) {
    case "and":
    case "or":
    case "xor":
      return test.tests.map(grouped).join(` ${test.kind} `);
    case "not":
      return `not ${grouped(test.test)}`;
    case "present":
      return operandText(test.operand);
    case "compare":
      return `${quantified(test)} ${test.operator} ${operandText(test.right)}`;
    case "in":
      return `${quantified(test)} in {${test.members.map(memberText).join(", ")}}`;
  }
}

/** In brackets wherever another sign joins it: who reads needs no table of precedences. */
function grouped(test: Test): string {
  const isJoined = test.kind === "and" || test.kind === "or" || test.kind === "xor";
  return isJoined ? `(${testText(test)})` : testText(test);
}

const quantified = ({ quantifier, left }: Extract<Test, { kind: "compare" | "in" }>): string =>
  `${quantifier ? `${quantifier} ` : ""}${operandText(left)}`;

const memberText = ({ low, high }: { low: Operand; high: Operand | null }): string =>
  high ? `${operandText(low)} .. ${operandText(high)}` : operandText(low);

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case "word":
      return operand.text;
    case "string":
      return operand.raw ? `r"${operand.text}"` : `"${escaped(operand.text, '"')}"`;
    case "character":
      return `'${escaped(operand.text, "'")}'`;
    case "reference":
      return `\${${operandText(operand.of)}}`;
    case "layer":
      return `${operandText(operand.of)}#[${operand.layers.map(rangeText).join(", ")}]`;
    case "slice":
      return `${operandText(operand.of)}[${operand.ranges.map(rangeText).join(", ")}]`;
    case "call":
      return `${operand.name}(${operand.parameters.map(operandText).join(", ")})`;
    case "negative":
      return `-${bracketed(operand.operand)}`;
    case "arithmetic":
      return `${bracketed(operand.left)} ${operand.operator} ${bracketed(operand.right)}`;
  }
}

const bracketed = (operand: Operand): string =>
  operand.kind === "arithmetic" ? `{${operandText(operand)}}` : operandText(operand);

function rangeText({ from, count, to }: Range): string {
  if (to !== null) return `${from}-${to}`;
  if (count === 1) return String(from);
  return `${from}:${count ?? ""}`;
}

function escaped(text: string, quote: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\\"'\x00-\x1f\x7f]/g, (character) => {
    if (character === "\\" || character === quote) return `\\${character}`;
    if (character === '"' || character === "'") return character;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

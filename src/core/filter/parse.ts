/** The text of a filter to its tree, or to what is wrong with it. */
import { type FilterProblem, type ProblemFacts, Rejection } from "./problem.ts";
import type { Operand, Span, Test } from "./tree.ts";
import { type Failing, SyntaxError as GrammarError, parse } from "./wireshark.peggy";

/** Levels of nesting that are read; nobody writes so many, and whoever walks the tree does so by recursion. */
const DEEPEST = 100;

/** A filter's tree, null for the empty one, or its problem. */
export type Parsed = { readonly tree: Test | null } | { readonly problem: FilterProblem };

/** Reads a filter. Never throws. */
export function parseFilter(text: string): Parsed {
  try {
    const fail = (kind: Failing, { start, end }: { start: number; end: number }): never => {
      const at = { at: start, length: end - start };
      throw new Rejection(kind === "escape" ? { kind, found: text.slice(start, end) } : { kind }, at);
    };
    const tree = parse(text, { fail });
    if (tree && depthOf(tree) > DEEPEST) throw new Rejection({ kind: "tooDeep" }, { at: 0, length: text.length });
    return { tree };
  } catch (error) {
    if (error instanceof Rejection) return { problem: error.problem };
    if (error instanceof GrammarError) return { problem: unexpected(text, error.location.start.offset) };
    // The parser works by recursion; its stack ends long behind the deepest tree that is taken.
    if (error instanceof RangeError) return { problem: { kind: "tooDeep", at: 0, length: text.length } };
    throw error;
  }
}

/** Signs of other languages, and what they are here. */
const MEANT: Readonly<Record<string, string>> = { "=": "==", "<>": "!=", ";": "and", ",": "or" };
const WORDS = /^(and|or|not|xor|in|contains|matches|any|all|eq|ne|gt|ge|lt|le)$/;

function unexpected(text: string, at: number): FilterProblem {
  if (text.slice(at).trim() === "") return { kind: "unfinished", at: text.length, length: 0 };
  const isDouble = text[at] === ">" && text[at - 1] === "<";
  const from = isDouble ? at - 1 : at;
  const found = isDouble ? "<>" : (/^([\w.:-]+|[^\w\s])/.exec(text.slice(from))?.[0] ?? text.charAt(from));
  const word = found.toLowerCase();
  const meant = MEANT[found] ?? (word !== found && WORDS.test(word) ? word : "");
  const facts: ProblemFacts = { kind: "unexpected", found, meant };
  return { ...facts, at: from, length: found.length } satisfies Span & ProblemFacts;
}

function depthOf(node: Test | Operand): number {
  let deepest = 0;
  for (const child of childrenOf(node)) deepest = Math.max(deepest, depthOf(child));
  return deepest + 1;
}

/** What stands directly below a node, in the order of the text. */
export function childrenOf(node: Test | Operand): readonly (Test | Operand)[] {
  switch (node.kind) {
    case "and":
    case "or":
    case "xor":
      return node.tests;
    case "not":
      return [node.test];
    case "present":
    case "negative":
      return [node.operand];
    case "compare":
    case "arithmetic":
      return [node.left, node.right];
    case "in":
      return [node.left, ...node.members.flatMap(({ low, high }) => (high ? [low, high] : [low]))];
    case "layer":
    case "slice":
      return [node.of];
    case "call":
      return node.parameters;
    default:
      return [];
  }
}

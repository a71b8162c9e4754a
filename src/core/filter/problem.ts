/** What is wrong with a filter, as facts with their place in the text; the words are those of whoever shows it. */
import type { Kind } from "./kinds.ts";
import type { Span } from "./tree.ts";

export type FilterProblem = Span & ProblemFacts;

/** The facts of each problem. `meant` is what the writer may have had in mind; empty when nothing is near. */
export type ProblemFacts =
  /** Nothing may stand here that begins with `found`; `meant` is the sign for a sign of another language. */
  | { readonly kind: "unexpected"; readonly found: string; readonly meant: string }
  /** The text ends where more has to follow. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "tooDeep" }
  | { readonly kind: "openString" }
  | { readonly kind: "escape"; readonly found: string }
  /** `${...}` needs a chosen packet, and there is none. */
  | { readonly kind: "reference" }
  | { readonly kind: "unknownField"; readonly name: string; readonly meant: string }
  /** A value where a field or a function has to stand. */
  | { readonly kind: "noField"; readonly found: string; readonly meant: string }
  | { readonly kind: "unknownFunction"; readonly name: string; readonly meant: string }
  | { readonly kind: "parameters"; readonly name: string }
  /** A function's answer is there for every packet: it has to be compared. */
  | { readonly kind: "notCompared"; readonly name: string }
  | { readonly kind: "badValue"; readonly found: string; readonly wanted: Kind; readonly meant: string }
  | { readonly kind: "tooLarge"; readonly found: string; readonly greatest: number }
  | { readonly kind: "operator"; readonly operator: string; readonly of: Kind; readonly name: string }
  | { readonly kind: "differentKinds"; readonly left: string; readonly right: string }
  | { readonly kind: "notSliced"; readonly name: string; readonly of: Kind }
  | { readonly kind: "emptySlice" }
  | { readonly kind: "wantsString"; readonly operator: string }
  | { readonly kind: "pattern"; readonly reason: string };

/** Thrown inside of this folder only; parse and compile give its problem as their answer. */
export class Rejection extends Error {
  readonly problem: FilterProblem;
  constructor(facts: ProblemFacts, { at, length }: Span) {
    super(facts.kind);
    this.problem = { ...facts, at, length };
  }
}

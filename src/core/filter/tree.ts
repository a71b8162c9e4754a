/**
 * A display filter as a tree, as the grammar makes it. Every node knows where in the text it stands, so that what is
 * wrong with it can be shown there.
 */

/** A piece of the text: first character, and how many. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** Comparisons by their signs; `!=` holds when all values differ, `!==` when any does, `===` when all are equal. */
export type Comparison = "==" | "!=" | "===" | "!==" | ">" | "<" | ">=" | "<=" | "contains" | "matches";

/** What of a field's several values has to hold; null for what the comparison says itself. */
export type Quantifier = "any" | "all" | null;

export type Test = Span &
  (
    | { readonly kind: "and" | "or" | "xor"; readonly tests: readonly Test[] } // two at least
    | { readonly kind: "not"; readonly test: Test }
    | { readonly kind: "present"; readonly operand: Operand }
    | {
        readonly kind: "compare";
        readonly operator: Comparison;
        readonly quantifier: Quantifier;
        readonly left: Operand;
        readonly right: Operand;
      }
    | {
        readonly kind: "in";
        readonly quantifier: Quantifier;
        readonly left: Operand;
        readonly members: readonly Member[];
      }
  );

/** An element of a set: a value, or a range with both ends. */
export interface Member extends Span {
  readonly low: Operand;
  readonly high: Operand | null;
}

/** A part of bytes: `[from:count]`, to the end with a `count` of null, or `[from-to]`; below 0 counts from the end. */
export interface Range extends Span {
  readonly from: number;
  readonly count: number | null;
  readonly to: number | null;
}

export type Operand = Span &
  (
    | { readonly kind: "word"; readonly text: string } // a field, a protocol, or a value without quotes
    | { readonly kind: "string"; readonly text: string; readonly raw: boolean }
    | { readonly kind: "character"; readonly text: string }
    /** The values that the chosen packet has of a field. */
    | { readonly kind: "reference"; readonly of: Extract<Operand, { kind: "word" | "layer" }> }
    | { readonly kind: "layer"; readonly of: Operand; readonly layers: readonly Range[] }
    | { readonly kind: "slice"; readonly of: Operand; readonly ranges: readonly Range[] }
    | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Operand[] }
    | { readonly kind: "negative"; readonly operand: Operand }
    | { readonly kind: "arithmetic"; readonly operator: string; readonly left: Operand; readonly right: Operand }
  );

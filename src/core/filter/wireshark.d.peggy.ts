import type { Span, Test } from "./tree.ts";

/** What no other reading of the text could make right. */
export type Failing = "reference" | "openString" | "escape";

/** How the grammar's parser is called. */
export interface ParserOptions {
  /** Ends the parse by throwing. `at` is a range of positions. */
  readonly fail: (kind: Failing, at: { readonly start: number; readonly end: number }) => never;
}

/** Thrown for a text that the grammar does not know. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: Peggy names it so
export declare class SyntaxError extends Error {
  readonly location: { readonly start: { readonly offset: number } };
}

/** The tree of a filter; null for an empty one. */
export declare function parse(text: string, options: ParserOptions): (Test & Span) | null;

/** Regular expressions as they are typed, with the place of what is wrong in them, which the engine does not tell. */
import { hexOfText, latin1 } from "../filter/kinds.ts";
import { regularExpression } from "../filter/pattern.ts";

export interface ExpressionProblem {
  readonly kind: "expression";
  /** Where what is right by itself ends. */
  readonly at: number;
  readonly found: string;
  /** In the engine's words. */
  readonly reason: string;
}

/** Understands an expression in PCRE's signs; of bytes, characters beyond ASCII stand for theirs in UTF-8. */
export function readExpression(text: string, ignoresCase: boolean, isOfBytes: boolean): RegExp | ExpressionProblem {
  const made = attempt(text, ignoresCase, isOfBytes);
  if (made instanceof RegExp) return made;
  let at = text.length - 1;
  while (at > 0 && !(attempt(text.slice(0, at), ignoresCase, isOfBytes) instanceof RegExp)) at--;
  return { kind: "expression", at, found: text[at] ?? "", reason: made };
}

/** The expression, or why it is none. */
function attempt(text: string, ignoresCase: boolean, isOfBytes: boolean): RegExp | string {
  try {
    return regularExpression(isOfBytes ? inUtf8(text) : text, ignoresCase);
  } catch (fault) {
    // "Invalid regular expression: /[/i: Unterminated character class"
    return (fault as SyntaxError).message.replace(/^.*\/[a-z]*: /s, ""); // what RegExp throws
  }
}

const inUtf8 = (text: string): string =>
  text.replace(/[\u0080-\u{10ffff}]+/gu, (characters) => latin1(hexOfText(characters)));

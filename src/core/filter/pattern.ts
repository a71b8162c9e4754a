/**
 * Regular expressions as Wireshark's are, from PCRE to JavaScript: whatever the case, over bytes as characters of the
 * same codes. Signs of PCRE that JavaScript writes otherwise are rewritten; what it has no sign for is refused.
 */

import { hexOfText, latin1 } from "./kinds.ts";
import { Rejection } from "./problem.ts";
import type { Operand } from "./tree.ts";

/** Makes a test of texts. Throws a Rejection for what is no regular expression. */
export function patternOf(operand: Extract<Operand, { kind: "string" }>): RegExp {
  try {
    return regularExpression(bytesAsCharacters(operand.text), true);
  } catch (error) {
    // The engine's words for what is wrong: "Invalid regular expression: /[/i: Unterminated character class".
    const reason = (error as SyntaxError).message.replace(/^.*\/i?: /s, "");
    throw new Rejection({ kind: "pattern", reason }, operand);
  }
}

/**
 * Makes an expression of PCRE's signs. `(?i)` and `(?-i)` before it say whether case counts, else `ignoresCase` does.
 * Throws a SyntaxError for what is none.
 */
export function regularExpression(text: string, ignoresCase: boolean): RegExp {
  const inline = /^\(\?(-?)i\)/.exec(text);
  const source = rewritten(inline ? text.slice(inline[0].length) : text);
  const ignores = inline ? inline[1] === "" : ignoresCase;
  return new RegExp(source, ignores ? "i" : "");
}

/** A character beyond one byte stands for its bytes in UTF-8. */
const bytesAsCharacters = (text: string): string =>
  text.replace(/[\u0100-\u{10ffff}]+/gu, (characters) => latin1(hexOfText(characters)));

/** PCRE's `\A`, `\z`, `\Z`, `\x{..}`, `\h` and `\e` in JavaScript's signs. */
function rewritten(source: string): string {
  return source.replace(/\\(x\{([0-9A-Fa-f]{1,2})\}|[AzZhe]|.)/gs, (whole, sign: string, code?: string) => {
    if (code !== undefined) return `\\x${code.padStart(2, "0")}`;
    return PCRE[sign] ?? whole;
  });
}

const PCRE: Readonly<Record<string, string>> = { A: "^", z: "$", Z: "(?=\\n?$)", h: "[ \\t]", e: "\\x1b" };

/**
 * Regular expressions as Wireshark's are, from PCRE to JavaScript: whatever the case, over bytes as characters of the
 * same codes. Signs of PCRE that JavaScript writes otherwise are rewritten; what it has no sign for is refused.
 */

import { hexOfText, latin1 } from "./kinds.ts";
import { Rejection } from "./problem.ts";
import type { Operand } from "./tree.ts";

/** Makes a test of texts. Throws a Rejection for what is no regular expression. */
export function patternOf(operand: Extract<Operand, { kind: "string" }>): RegExp {
  // A character beyond one byte stands for its bytes in UTF-8.
  const text = bytesAsCharacters(operand.text);
  const inline = /^\(\?(-?)i\)/.exec(text);
  const source = rewritten(inline ? text.slice(inline[0].length) : text);
  try {
    return new RegExp(source, inline?.[1] ? "" : "i");
  } catch (error) {
    // The engine's words for what is wrong: "Invalid regular expression: /[/i: Unterminated character class".
    const reason = (error as SyntaxError).message.replace(/^.*\/i?: /s, "");
    throw new Rejection({ kind: "pattern", reason }, operand);
  }
}

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

/** How wide a text stands in a font whose characters are all as wide, as terminals count. */

/** Those of half width have a script of East Asia, too. */
const WIDE =
  /(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const ASCII = /^[ -~]*$/;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns: two for a character of East Asia or an emoji, none for what combines with the one before. */
export function textWidth(text: string): number {
  if (ASCII.test(text)) return text.length; // most are, and tables have many
  let width = 0;
  for (const character of text) width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** The text with spaces behind it up to `width` columns. */
export const padEnd = (text: string, width: number) => text + " ".repeat(Math.max(0, width - textWidth(text)));

/** The text with spaces before it up to `width` columns. */
export const padStart = (text: string, width: number) => " ".repeat(Math.max(0, width - textWidth(text))) + text;

/** What PDF's own fonts can write: WinAnsiEncoding, ISO 32000-1 Annex D.2. */

/** Beyond Latin-1, where the encoding has its few others. */
const OTHERS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const UNKNOWN = new RegExp(`[^\\n\\x20-\\x7e\\xa0-\\xff${OTHERS}]`, "gu");

/** Whether all of the text can be written. */
export const canBeInPdf = (text: string): boolean => text.replaceAll("→", "").search(UNKNOWN) < 0;

/** The text with question marks for what there is no letter for, and an arrow of two signs. */
export function pdfLetters(text: string): string {
  return text.replaceAll("→", "–›").replace(UNKNOWN, "?");
}

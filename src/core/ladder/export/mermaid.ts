/** A part of a ladder as a sequence diagram of Mermaid. */
import { messageText, oneLine, type ReadPart } from "./part.ts";

/** The lines, without line ends. */
export function* mermaidLines({ hosts, rows }: ReadPart): Generator<string> {
  yield "sequenceDiagram";
  for (const [place, name] of hosts.entries()) yield `  participant h${place} as ${mermaidText(name)}`;
  for (const row of rows()) yield `  h${row.from}->>h${row.to}: ${mermaidText(messageText(row))}`;
}

/**
 * A text that means itself. `;` would end a statement, `#` begins an entity, `%%` a comment, `:` may begin a wrapping
 * instruction; the others are HTML's, and those of Markdown, formulas and settings in braces.
 */
export function mermaidText(text: string): string {
  const shown = oneLine(text).trim() || "?"; // without a text there is no message
  return shown
    .replace(/[#;<>&"'`\\%${}*_~^@]/g, entity)
    .replace(/^:?(?:no)?wrap:/, (start) => entity(start.charAt(0)) + start.slice(1));
}

const entity = (sign: string) => `#${sign.charCodeAt(0)};`;

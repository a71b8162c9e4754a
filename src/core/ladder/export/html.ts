/** A part of a ladder as a table of HTML (the HTML standard, §4.9), and texts as HTML has them. */
import { type MarkdownColumn, TABLE_COLUMNS } from "./markdown.ts";
import type { PartRow, ReadPart } from "./part.ts";

/** The lines of the table, without line ends. Its rows have classes: whose packet it is, and whether it is trouble. */
export function* htmlTableLines(
  { rows, hasNotes }: ReadPart,
  heads: Readonly<Record<MarkdownColumn, string>>,
  caption: string,
): Generator<string> {
  const columns = TABLE_COLUMNS.filter(({ key }) => hasNotes || key !== "note");
  const head = columns.map(
    ({ key, isNumber }) => `<th scope="col"${numberClass(isNumber)}>${htmlText(heads[key])}</th>`,
  );
  yield `<table><caption>${htmlText(caption)}</caption>`;
  yield `<thead><tr>${head.join("")}</tr></thead><tbody>`;
  for (const row of rows()) {
    const cells = columns.map(({ text, isNumber }) => `<td${numberClass(isNumber)}>${htmlText(text(row))}</td>`);
    yield `<tr${rowClass(row)}>${cells.join("")}</tr>`;
  }
  yield "</tbody></table>";
}

const numberClass = (isNumber: true | undefined) => (isNumber ? ' class="number"' : "");

function rowClass({ protocol, isFromClient, finding }: PartRow): string {
  const side = protocol !== null ? [] : [isFromClient ? "client" : "server"];
  const names = [...side, ...(finding?.isTrouble ? ["trouble"] : [])];
  return names.length > 0 ? ` class="${names.join(" ")}"` : "";
}

/** A text that means itself; control characters, which HTML has no place for, become U+FFFD (the HTML standard, §13.1.4). */
export function htmlText(text: string): string {
  return text.replace(/\p{Cs}|[^\P{Cc}\t\n\r]/gu, "\ufffd").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A part of a ladder as a table of GitHub Flavored Markdown (its specification, §4.10). */
import { oneLine, type PartRow, type ReadPart } from "./part.ts";

/** The columns, with their heads in the reader's language. */
export type MarkdownColumn =
  | "number"
  | "time"
  | "source"
  | "destination"
  | "label"
  | "seq"
  | "ack"
  | "finding"
  | "note";

/** A column of a table of packets. */
export interface Column {
  readonly key: MarkdownColumn;
  readonly isNumber?: true;
  readonly text: (row: PartRow) => string;
}

/** All of them, in their order. */
export const TABLE_COLUMNS: readonly Column[] = [
  { key: "number", isNumber: true, text: ({ number }) => number },
  { key: "time", isNumber: true, text: ({ time }) => time },
  { key: "source", text: ({ fromEnd }) => fromEnd },
  { key: "destination", text: ({ toEnd }) => toEnd },
  { key: "label", text: ({ label }) => label },
  { key: "seq", isNumber: true, text: ({ seq, protocol }) => protocol ?? String(seq) },
  { key: "ack", isNumber: true, text: ({ ack }) => (ack < 0 ? "" : String(ack)) },
  { key: "finding", text: ({ finding, quotes }) => finding?.words || quotes },
  { key: "note", text: ({ note }) => note },
];

/** The lines, without line ends. Notes have a column where there are some. */
export function* markdownLines(
  { rows, hasNotes }: ReadPart,
  heads: Readonly<Record<MarkdownColumn, string>>,
): Generator<string> {
  const columns = hasNotes ? TABLE_COLUMNS : TABLE_COLUMNS.filter(({ key }) => key !== "note");
  yield tableLine(columns.map(({ key }) => markdownText(heads[key])));
  yield tableLine(columns.map(({ isNumber }) => (isNumber ? "---:" : "---")));
  for (const row of rows()) yield tableLine(columns.map(({ text }) => markdownText(text(row))));
}

const tableLine = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** A text that means itself: CommonMark §2.4 lets a backslash stand before each sign. */
export function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|&~#!$]/g, "\\$&");
}

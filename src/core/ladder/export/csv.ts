/**
 * A part of a ladder as comma-separated values, RFC 4180. A text that a spreadsheet would run as a formula, which a name
 * in a capture can be, gets an apostrophe in front.
 */
import { PACKET_FIELDS } from "./fields.ts";
import type { ReadPart } from "./part.ts";

/** The lines, without line ends (which are CR LF); the first one names the columns. A quoted text may hold line ends. */
export function* csvLines({ rows }: ReadPart): Generator<string> {
  yield PACKET_FIELDS.map(({ key }) => key).join(",");
  for (const row of rows()) {
    yield PACKET_FIELDS.map(({ value }) => csvCell(value(row))).join(",");
  }
}

/** A value as a cell. */
export function csvCell(value: string | number | null): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets take for one; a negative number, such as a time, is none. */
const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text) && !/^-[\d.]+$/.test(text);

/** How the columns of the packet list are laid out: the widths that they have anyway, and those that the reader gave. */
import type { CSSProperties } from "react";
import { textWidth } from "../../core/ladder/export/text-width.ts";
import { fieldOf, type ListColumn, OWN_COLUMNS, type OwnColumn } from "../../store/list-columns.ts";

/** Of the column of marks, which is always there. */
const MARK = "20px";

const digits = (name: string, more: number) => `calc(var(--${name}-digits) * 1ch + ${more}px)`;

const OWN_WIDTHS: Readonly<Record<Exclude<OwnColumn, "info">, string>> = {
  number: `max(${digits("number", 12)}, 2em + 14px)`, // its title in Chinese has two letters
  time: digits("time", 12),
  file: digits("file", 14),
  source: digits("address", 14),
  destination: digits("address", 14),
  protocol: "66px",
  length: "62px",
};
/** Of a field that the reader added: as long as its title, within bounds. */
const fieldWidth = (title: string) => `calc(${Math.max(9, Math.min(textWidth(title), 22))}ch + 14px)`;
/** What is left: all of it while the list is as it comes, however little that is. */
const REST = "minmax(0, 1fr)";
const READABLE_REST = "minmax(24ch, 1fr)";

/** Tracks of the list's grid. */
export function gridTemplate(columns: readonly ListColumn[]): string {
  const isAsItComes = columns.every((column) => column.width === null && fieldOf(column) === "");
  const rest = isAsItComes ? REST : READABLE_REST;
  const tracks = columns.map(({ id, title, width }) => {
    if (width !== null) return `${width}px`;
    if (id === "info") return rest;
    return OWN_COLUMNS.some((own) => own === id)
      ? OWN_WIDTHS[id as keyof typeof OWN_WIDTHS]
      : fieldWidth(title || id.slice("field:".length)); // it is one
  });
  // Something takes the room that is left, so that rows are as wide as the list.
  if (!columns.some(({ id, width }) => id === "info" && width === null)) tracks.push("1fr");
  return [MARK, ...tracks].join(" ");
}

/** The alignment that the reader gave a column, for its cells; undefined for what it has anyway. */
export const alignedStyle = ({ align }: ListColumn): CSSProperties | undefined =>
  align === null ? undefined : { textAlign: align };

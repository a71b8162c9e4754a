/** Notes in words: what each is on, and how it adds to a packet's name. */
import type { TFunction } from "i18next";
import type { Arrow } from "../../core/ladder/arrow.ts";
import { byFirstRow, type Note, type NoteContent } from "../../core/notes/note.ts";

/** "Packet 5", "Packets 5 to 9". */
export function placeWords({ first, last }: Pick<NoteContent, "first" | "last">, t: TFunction): string {
  return first === last
    ? t("markup.packet", { number: first + 1 })
    : t("markup.range", { from: first + 1, to: last + 1 });
}

/** The notes that a row is within. */
export function notesOn(notes: readonly Note[], row: number): readonly Note[] {
  return notes.filter(({ first, last }) => first <= row && row <= last);
}

/** Names an arrow with the notes that begin at its packet. The same function as `nameOf` where there are none. */
export function notedNamer(t: TFunction, nameOf: (arrow: Arrow) => string, notes: readonly Note[]) {
  if (notes.length === 0) return nameOf;
  const byRow = byFirstRow(notes);
  return (arrow: Arrow): string => {
    const on = byRow.get(arrow.row);
    if (!on) return nameOf(arrow);
    return t("markup.arrowNoted", { words: nameOf(arrow), note: on.map(({ text }) => text).join("; ") });
  };
}

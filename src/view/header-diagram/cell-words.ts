/** What is written in a cell of the header diagram, and how it is called. */
import type { TFunction } from "i18next";
import { type DiagramCell, type DiagramPiece, ROW_BITS } from "../../core/inspect/diagram.ts";
import { type FieldNode, valueText } from "../../core/protocols/inspection.ts";
import { fieldTitle, shortFieldTitle, unitWords } from "../parts/core-words.ts";
import { checksumWords, valueWords } from "../parts/field-words.ts";
import { SHORT_NAMES } from "./short-names.ts";

/** Columns below which only letters fit. */
const LETTERS_ONLY = 2;
/** Columns below which nothing stands beside the value. */
const VALUE_ONLY = 6;

export interface CellWords {
  /** Above the value. */
  readonly title: string;
  readonly value: string;
  /** Beside the value, at the right. */
  readonly note: string;
  /** For assistive technology: "Acknowledgment Number, 726, bits 0 to 31 of word 3". */
  readonly name: string;
}

/** Words for one rectangle of a cell. */
export function cellWords({ node }: DiagramCell, piece: DiagramPiece, t: TFunction): CellWords {
  if (!node) return { title: "", value: "", note: "", name: t("packet.diagram.gap") };
  const whole = fieldTitle(node.field, t);
  const full = piece.continued ? t("packet.diagram.continued", { title: whole }) : whole;
  return {
    title: shownTitle(node, piece, full, t),
    value: piece.continued ? "" : shownValue(node, piece),
    note: piece.continued ? "" : shownNote(node, piece, t),
    name: cellName(full, valueWords(node, t), piece, t),
  };
}

function shownTitle({ field }: FieldNode, { columns, continued }: DiagramPiece, full: string, t: TFunction): string {
  if (columns < LETTERS_ONLY) return field.title.slice(0, 1).toUpperCase();
  if (continued) return full;
  // The short names are those of English; a language with a title of its own has its own.
  const short = shortFieldTitle(field, t);
  return short === field.title ? (SHORT_NAMES[field.key] ?? short) : short;
}

/** Numbers and bits as they are; the unit is the note's. */
function shownValue({ value, text, field, note }: FieldNode, { columns }: DiagramPiece): string {
  if (note?.kind === "untold") return "?";
  if (field.type === "bool") return String(value).padStart(columns, "0");
  return text;
}

function shownNote({ field, note, width }: FieldNode, piece: DiagramPiece, t: TFunction): string {
  if (piece.columns < VALUE_ONLY) return "";
  if (piece.lastWord - piece.firstWord >= piece.rows) {
    return t("packet.diagram.moreWords", { count: width / ROW_BITS - piece.rows });
  }
  switch (note?.kind) {
    case "untold":
      return t("packet.details.untold");
    case "name":
      return note.name;
    case "relative":
      return t("packet.diagram.raw", { raw: note.raw });
    case "window":
      return note.shift < 0 ? "" : t("packet.diagram.scaled", { factor: 2 ** note.shift, count: note.bytes });
    case "checksum":
      // "Bad" goes without saying, and has no room.
      if (note.verdict !== "bad") return checksumWords(field, note, t);
      return t("packet.diagram.shouldBe", { expected: valueText(field, note.expected) });
    default:
      return unitWords(field.unit, t);
  }
}

function cellName(title: string, value: string, piece: DiagramPiece, t: TFunction): string {
  const { column, columns, firstWord, lastWord } = piece;
  if (lastWord > firstWord) return t("packet.diagram.words", { title, value, first: firstWord, last: lastWord });
  if (columns === 1) return t("packet.diagram.bit", { title, value, bit: column, word: firstWord });
  return t("packet.diagram.bits", { title, value, first: column, last: column + columns - 1, word: firstWord });
}

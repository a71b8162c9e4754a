/** What stands behind a field's title: its value, and what the value means. */
import type { TFunction } from "i18next";
import { type ChecksumNote, type FieldNode, valueText } from "../../core/protocols/inspection.ts";
import type { FieldInfo } from "../../core/protocols/spec.ts";
import { unitWords } from "./core-words.ts";

/** Hexadecimal digits written of a row of bytes; the bytes panel shows all. */
const MOST_DIGITS = 40;

/** The value with its unit: "32 bytes", "0x9204", "set". */
export function valueWords({ field, value, text, width, note }: FieldNode, t: TFunction): string {
  if (note?.kind === "untold") return t("packet.details.untold");
  switch (field.type) {
    case "bool":
      return t(value === 0 ? "packet.details.notSet" : "packet.details.set");
    case "label":
      return "";
    case "time":
      return t("packet.details.seconds", { value: text });
    case "bytes":
      if (note?.kind === "name") return byteCount(width / 8, t); // what they are says more than what they hold
      return text.length > MOST_DIGITS ? `${text.slice(0, MOST_DIGITS)}… (${byteCount(width / 8, t)})` : text;
    default:
      return field.unit === "bytes" ? byteCount(Number(value), t, text) : text;
  }
}

/** What is said beside the value, in grey; empty for most. */
export function noteWords({ field, note }: FieldNode, t: TFunction): string {
  switch (note?.kind) {
    case "untold":
      return "";
    case "name":
      return note.name;
    case "relative":
      return t("packet.details.notes.relative", { raw: note.raw });
    case "window":
      if (note.shift === -1) return t("packet.details.notes.windowUnknown");
      if (note.shift < 0) return t("packet.details.notes.windowUnscaled");
      return t("packet.details.notes.window", { factor: 2 ** note.shift, count: note.bytes });
    case "checksum":
      return checksumWords(field, note, t);
    default:
      return field.unit === "bytes" ? "" : unitWords(field.unit, t);
  }
}

/** What became of a checksum: "bad: should be 0x1c46". */
export function checksumWords(field: FieldInfo, { verdict, expected }: ChecksumNote, t: TFunction): string {
  return t(`packet.checksum.verdicts.${verdict}`, { expected: valueText(field, expected) });
}

function byteCount(count: number, t: TFunction, text = String(count)): string {
  return t("packet.details.bytesCount", { count, text });
}

/** The filter that takes the packets in which a field has the value that it has in one packet. */
import type { FieldNode } from "../protocols/inspection.ts";
import { compileFilter } from "./compile.ts";
import { kindOf } from "./fields.ts";

/** Digits of bytes that are written out; of more only that the field is there. */
const MOST_DIGITS = 128;

/** The text of that filter; where the value cannot be written, one for the field; empty where there is no name for it. */
export function fieldFilter(node: FieldNode): string {
  const { key } = node.field;
  const value = valueText(node);
  return [value && `${key} == ${value}`, key].find((text) => text !== "" && !("problem" in compileFilter(text))) ?? "";
}

/** The value as a filter writes it; empty where it has none. */
function valueText({ field, text, value }: FieldNode): string {
  switch (kindOf(field)) {
    case "flag":
      return value === 0 ? "0" : "1";
    case "text":
      return quoted(text);
    case "moment":
      return `"${text}"`;
    case "mac":
    case "bytes":
      return text.length > MOST_DIGITS ? "" : text;
    case "label":
    case "protocol":
      return "";
    default:
      return text;
  }
}

/** A text in quotes; a control character in it by its number. */
function quoted(text: string): string {
  const escaped = (char: string) =>
    char === '"' || char === "\\" ? `\\${char}` : `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be escaped
  return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, escaped)}"`;
}

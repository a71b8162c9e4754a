/** A part of a ladder as a sequence diagram of PlantUML. */
import { messageText, oneLine, type ReadPart } from "./part.ts";

/** The lines, without line ends. */
export function* plantumlLines({ hosts, rows }: ReadPart): Generator<string> {
  yield "@startuml";
  for (const [place, name] of hosts.entries()) yield `participant "${plantumlText(name)}" as h${place}`;
  for (const row of rows()) yield `h${row.from} -> h${row.to} : ${plantumlText(messageText(row))}`;
  yield "@enduml";
}

/** Signs of Creole, of the preprocessor and of quotation; of some only two in a row mean something. */
const MEANING = /["<>\\~%$&|#'[\]{}^]|([*/_=-])\1+/g;

/** A text that means itself: PlantUML reads `<U+0022>` as the character of that code. */
export function plantumlText(text: string): string {
  return (oneLine(text).trim() || "?").replace(MEANING, (signs) => Array.from(signs, codeOf).join(""));
}

const codeOf = (sign: string) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;

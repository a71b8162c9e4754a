/** Notes as lines of text below a picture of a ladder: its marks say where there is a note, these what it says. */
import { firstFrom } from "../../base/bisect.ts";
import type { Measure } from "../columns.ts";
import type { NotedPackets } from "./noted-rows.ts";
import { type LadderPart, oneLine } from "./part.ts";

/** The notes on packets of a part, in their order. */
export function notesWithin<Noted extends NotedPackets>(
  { content: { rows }, first, end }: LadderPart,
  notes: readonly Noted[],
): readonly Noted[] {
  return notes.filter((note) => firstFrom(rows, note.first) < end && firstFrom(rows, note.last + 1) > first);
}

/** A text in lines of `width` px: parted between words where these fit, and at its own line ends. */
export function wrapped(text: string, width: number, measure: Measure): readonly string[] {
  return text.split("\n").flatMap((line) => wrappedLine(oneLine(line), width, measure));
}

function wrappedLine(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.split(/(?<= )/)) {
    let rest = part;
    if (line && measure((line + rest).trimEnd(), "data") > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    while (measure(rest.trimEnd(), "data") > width) {
      const length = fitting(rest, width, measure);
      lines.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    line += rest;
  }
  return [...lines, line.trimEnd()];
}

/** How much of a word fits, in UTF-16 units: one letter at least, and no half of one. */
function fitting(word: string, width: number, measure: Measure): number {
  let length = 0;
  for (const letter of word) {
    if (length > 0 && measure(word.slice(0, length + letter.length), "data") > width) break;
    length += letter.length;
  }
  return length;
}

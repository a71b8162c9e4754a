/** Which packets of a ladder have notes, as one text each: for tables, which have a cell for them. */
import { firstFrom } from "../../base/bisect.ts";

/** Packets that something is said of; rows of the packet table, `last` included. */
export interface NotedPackets {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** What is said of packets, by row of the packet table. */
export type NoteTexts = ReadonlyMap<number, string>;

/**
 * Puts each note at the first of the ladder's rows that it is on; one on several packets says which, as in capture
 * files: `[packets 5-9] `. Several notes of a row are divided by line ends. Notes on other packets are left out.
 */
export function noteTexts(rows: Uint32Array, notes: readonly NotedPackets[]): NoteTexts {
  const texts = new Map<number, string>();
  for (const { first, last, text } of notes) {
    const row = rows[firstFrom(rows, first)];
    if (row === undefined || row > last) continue;
    const said = last > first ? `[packets ${first + 1}-${last + 1}] ${text}` : text;
    const before = texts.get(row);
    texts.set(row, before === undefined ? said : `${before}\n${said}`);
  }
  return texts;
}

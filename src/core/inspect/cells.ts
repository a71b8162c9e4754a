/**
 * Chosen fields of one packet after another, as the cells of a table: what `tshark -T fields` prints. Several values of
 * one field stand in one cell, in the order of the packet's tree.
 */
import type { Layer } from "../protocols/inspection.ts";
import type { FieldInfo } from "../protocols/spec.ts";
import { allNodes } from "./packet.ts";

/** Between several values in one cell. */
const SEPARATOR = ",";

export class CellWriter {
  private readonly names: readonly string[];
  /** The cells that a field fills, as places in the row; found once for each description of a field. */
  private readonly placesOf = new Map<FieldInfo, readonly number[]>();

  /** `names` are keys or aliases; names that nothing answers to stay empty. */
  constructor(names: readonly string[]) {
    this.names = names;
  }

  /** One cell for each name, in their order; empty where the packet has no such field. */
  cells(layers: readonly Layer[]): string[] {
    const row: (string | undefined)[] = new Array(this.names.length);
    for (const node of allNodes(layers)) {
      const { field } = node;
      const places = this.places(field);
      if (places.length === 0) continue;
      const text = field.type === "text" ? escaped(node.text) : node.text;
      for (const place of places) {
        const before = row[place];
        row[place] = before === undefined ? text : before + SEPARATOR + text;
      }
    }
    return Array.from(row, (cell) => cell ?? "");
  }

  private places(field: FieldInfo): readonly number[] {
    const known = this.placesOf.get(field);
    if (known) return known;
    const places = this.names.flatMap((name, place) =>
      name === field.key || field.aliases.includes(name) ? [place] : [],
    );
    this.placesOf.set(field, places);
    return places;
  }
}

/** Characters that would break a table of lines and tabs, as C writes them, from 7 on; tshark leaves all others alone. */
const ESCAPES = ["\\a", "\\b", "\\t", "\\n", "\\v", "\\f", "\\r"];

function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\x07-\r]/g, (character) => ESCAPES[character.charCodeAt(0) - 7]!);
}

/** The lines of a packet's tree as text, whatever of it is open, and the first of them in which a query is found. */
import { fieldPaths, layerPaths } from "../inspect/field-path.ts";
import { frameFields } from "../inspect/frame.ts";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import type { FieldInfo } from "../protocols/spec.ts";

/** Stands for the value in the words around one. */
export const VALUE = "\u0000";

/** Words that values are written with; in those of units, VALUE stands for the number. */
export interface TreeWords {
  readonly set: string;
  readonly notSet: string;
  readonly seconds: string;
  readonly byte: string;
  readonly bytes: string;
  /** A number as it stands in the packet, beside a relative one. */
  readonly raw: string;
}

/** The path of the first line that is asked for; null for none. */
export function findLine(layers: readonly Layer[], words: TreeWords, isIn: (text: string) => boolean): string | null {
  const paths = layerPaths(layers);
  for (const [index, layer] of layers.entries()) {
    const path = paths[index]!;
    if (isIn(headerLine(layer, words))) return path;
    const below = findField(layer.nodes, path, words, isIn);
    if (below !== null) return below;
  }
  return null;
}

function findField(
  nodes: readonly FieldNode[],
  parent: string,
  words: TreeWords,
  isIn: (text: string) => boolean,
): string | null {
  const paths = fieldPaths(parent, nodes);
  for (const [index, node] of nodes.entries()) {
    if (isIn(fieldLine(node, words))) return paths[index]!;
    const below = findField(node.children, paths[index]!, words, isIn);
    if (below !== null) return below;
  }
  return null;
}

function headerLine({ key, title, brief, nodes }: Layer, words: TreeWords): string {
  if (key !== "frame") return brief ? `${title}, ${brief}` : title;
  const textOf = (wanted: FieldInfo) => nodes.find(({ field }) => field === wanted)?.text ?? "";
  return `${title} ${textOf(frameFields.number)}: ${words.bytes.replace(VALUE, textOf(frameFields.length))}`;
}

/** A field in its line: the title, the value with its unit, what is said beside it. */
function fieldLine(node: FieldNode, words: TreeWords): string {
  const line = `${node.field.title}: ${valueText(node, words)}`;
  const beside = besideOf(node, words);
  return beside ? `${line} ${beside}` : line;
}

function valueText({ field, value, text }: FieldNode, words: TreeWords): string {
  switch (field.type) {
    case "bool":
      return value === 0 ? words.notSet : words.set;
    case "label":
      return "";
    case "time":
      return words.seconds.replace(VALUE, text);
    default:
      return field.unit === "bytes" ? (text === "1" ? words.byte : words.bytes).replace(VALUE, text) : text;
  }
}

function besideOf({ field, note }: FieldNode, words: TreeWords): string {
  if (note?.kind === "name") return note.name;
  if (note?.kind === "relative") return words.raw.replace(VALUE, String(note.raw));
  return note || field.unit === "bytes" ? "" : field.unit;
}

/**
 * A header as the RFCs draw it: 32 bits to a row, a cell for each field, gaps included. Works out which fields share the
 * header's bits and where their cells stand; what is written in a cell is the view's.
 */
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { fieldPaths } from "./field-path.ts";

/** Bits to a row. */
export const ROW_BITS = 32;
/** Rows drawn of what is longer: an IPv6 address has four. */
const MOST_ROWS = 4;

/** A rectangle of a cell; a field that begins or ends within a row has more than one. */
export interface DiagramPiece {
  /** Row on the drawing and rows taken, the first column and columns taken. */
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  /** The header's 32-bit words that it stands for, counted from 1; more than `rows` where rows are left out. */
  readonly firstWord: number;
  readonly lastWord: number;
  /** Whether an earlier piece of the field stands before it. */
  readonly continued: boolean;
}

/** The bits of one field that no part of it describes more exactly; or bits that no field describes. */
export interface DiagramCell {
  /** Path of the field; the header's own for a gap. */
  readonly path: string;
  /** Null for a gap. */
  readonly node: FieldNode | null;
  /** Counted from the header's first bit. */
  readonly bit: number;
  readonly width: number;
  readonly pieces: readonly DiagramPiece[];
}

/** Bits and whose they are. */
interface Span {
  readonly path: string;
  readonly node: FieldNode | null;
  /** Counted from the frame's first bit; `end` is past the last. */
  readonly bit: number;
  readonly end: number;
}

/** The cells of a header in the order of their bits; they tile it without gap or overlap. */
export function headerDiagram(layer: Layer, path: string): DiagramCell[] {
  const from = layer.at * 8;
  let rowsLeftOut = 0;
  return tile({ path, node: null, bit: from, end: layer.end * 8 }, layer.nodes).map((span) => {
    const bit = span.bit - from;
    const width = span.end - span.bit;
    const { pieces, leftOut } = cut(bit, width, rowsLeftOut);
    rowsLeftOut += leftOut;
    return { path: span.path, node: span.node, bit, width, pieces };
  });
}

/** Covers a span with the fields that lie in it; bits that none takes stay the span's own. */
function tile(whole: Span, nodes: readonly FieldNode[]): Span[] {
  const spans: Span[] = [];
  let at = whole.bit;
  const gapUntil = (bit: number) => {
    if (bit > at) spans.push({ ...whole, bit: at, end: bit });
  };
  for (const { node, path } of inBitOrder(whole.path, nodes)) {
    const end = Math.min(node.bit + node.width, whole.end);
    // A second reading of bits that have their cell already, as raw numbers and other byte orders are, has none.
    if (node.bit < at || end <= node.bit) continue;
    gapUntil(node.bit);
    const span = { path, node, bit: node.bit, end };
    const parts = node.children.filter((part) => part.bit >= 0 && part.width < node.width);
    if (parts.length > 0) spans.push(...tile(span, node.children));
    else spans.push(span);
    at = end;
  }
  gapUntil(whole.end);
  return spans;
}

/** The fields that stand in the packet, by position; the wider first of those that begin together. */
function inBitOrder(parent: string, nodes: readonly FieldNode[]) {
  const paths = fieldPaths(parent, nodes);
  return nodes
    .map((node, index) => ({ node, path: paths[index]! }))
    .filter(({ node }) => node.bit >= 0)
    .sort((a, b) => a.node.bit - b.node.bit || b.node.width - a.node.width);
}

/** The rectangles of a cell: the rest of a begun row, whole rows, the beginning of a last one. */
function cut(bit: number, width: number, rowsLeftOut: number) {
  const pieces: DiagramPiece[] = [];
  let leftOut = 0;
  for (let at = bit; at < bit + width; ) {
    const column = at % ROW_BITS;
    const word = Math.floor(at / ROW_BITS);
    const left = bit + width - at;
    const words = column === 0 ? Math.max(1, Math.floor(left / ROW_BITS)) : 1;
    const rows = Math.min(words, MOST_ROWS);
    const columns = words > 1 ? ROW_BITS : Math.min(left, ROW_BITS - column);
    pieces.push({
      row: word - rowsLeftOut - leftOut,
      rows,
      column,
      columns,
      firstWord: word + 1,
      lastWord: word + words,
      continued: at > bit,
    });
    leftOut += words - rows;
    at += words > 1 ? words * ROW_BITS : columns;
  }
  return { pieces, leftOut };
}

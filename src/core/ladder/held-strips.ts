/**
 * What the sender of an ACK with SACK blocks holds, as a strip of cells below the row's comment: each as wide as its
 * bytes, from the last segment that is acknowledged to the last one sent.
 */
import type { SackEdges } from "../analysis/acknowledgements.ts";
import { heldBytes, type PieceState } from "../analysis/sack-blocks.ts";
import type { LadderContent } from "./content.ts";

/** Pieces of one state, one behind the other. */
export interface HeldCell {
  readonly state: PieceState;
  readonly x: number;
  readonly width: number;
}

export interface HeldStrip {
  readonly row: number;
  /** Top, px of the scene. */
  readonly y: number;
  readonly cells: readonly HeldCell[];
  /** Where the bytes received twice are, or as near to it as the strip goes; null for none. */
  readonly twiceX: number | null;
}

/** Height of a strip in px. */
export const STRIP_HEIGHT = 6;
/** A strip is no wider, and its cells no narrower. */
const MOST_WIDTH = 132;
const LEAST_CELL = 3;
/** A segment's cell is no wider. */
const MOST_CELL = 18;

/** Where a row in view stands: its place among the ladder's rows, and the top of its strip. */
export interface StripRow {
  readonly index: number;
  readonly y: number;
}

/** Lays out the strips of rows in view that have SACK blocks, from `left` on, at most `room` px wide. */
export function layoutStrips(
  { packets, rows }: Pick<LadderContent, "packets" | "rows">,
  sacks: SackEdges,
  view: readonly StripRow[],
  left: number,
  room: number,
): readonly HeldStrip[] {
  return view.flatMap(({ index, y }) => {
    const row = rows[index]!;
    const edges = sacks(row);
    if (edges.length === 0) return [];
    const { pieces, duplicate } = heldBytes(packets, rows, index, edges);
    const bytes = pieces.map(({ from, to }) => (to - from) >>> 0);
    const all = Math.max(
      1,
      bytes.reduce((sum, some) => sum + some, 0),
    );
    const width = Math.min(MOST_WIDTH, room, pieces.length * MOST_CELL);
    const cells: { state: PieceState; x: number; width: number }[] = [];
    let x = left;
    for (const [at, { state }] of pieces.entries()) {
      const wide = Math.max(LEAST_CELL, (bytes[at]! / all) * width);
      cells.push({ state, x, width: wide });
      x += wide;
    }
    const twiceX = duplicate && placeIn(pieces, cells, duplicate.from, left);
    return { row, y, cells, twiceX };
  });
}

function placeIn(
  pieces: readonly { readonly from: number; readonly to: number }[],
  cells: readonly HeldCell[],
  number: number,
  left: number,
): number {
  const at = pieces.findIndex(({ from, to }) => ((number - from) | 0) >= 0 && ((number - to) | 0) < 0);
  return at < 0 ? left : cells[at]!.x + cells[at]!.width / 2;
}

/**
 * Missing bytes as breaks in their sender's lifeline: above the packet that skips them or acknowledges them, below the
 * one that was lost; with as many words as there is room for, towards the arrows.
 */
import type { MissingRange } from "../analysis/missing-ranges.ts";
import type { Beside } from "./beside.ts";
import type { LadderColumns, Measure } from "./columns.ts";

/** One break. */
export interface MissingMark {
  readonly range: MissingRange;
  /** The lifeline, and the height on it; px of the scene. */
  readonly x: number;
  readonly y: number;
  /** The words, and their left edge; empty where none fit. */
  readonly text: string;
  readonly textX: number;
}

/** Where a row in view stands. */
export interface MissingRow {
  /** Row of the packet table. */
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
  /** The lifelines that the packet goes from and to; px. */
  readonly fromX: number;
  readonly toX: number;
}

/** From a lifeline to the words: behind the bend of the links along it. */
const WORDS_AT = 20;

/** Lays out the breaks of the rows in view. */
export function layoutMissing(
  { missing, words }: Beside,
  columns: Pick<LadderColumns, "middleLeft" | "middleRight">,
  rows: readonly MissingRow[],
  measure: Measure,
): readonly MissingMark[] {
  if (missing.length === 0) return [];
  return rows.flatMap((row) =>
    rangesAt(missing, row.row).flatMap((range) => {
      const x = range.kind === "unseen" ? row.toX : row.fromX;
      const other = range.kind === "unseen" ? row.fromX : row.toX;
      if (!(x >= columns.middleLeft && x <= columns.middleRight)) return [];
      const y = range.kind === "lost" ? row.bottom : row.top;
      const side = other < x ? -1 : 1;
      const end = Math.min(Math.max(other, columns.middleLeft), columns.middleRight);
      const room = Math.abs(end - x) - 2 * WORDS_AT;
      const text = words.missing(range).find((some) => measure(some, "small") <= room) ?? "";
      const textX = side === 1 ? x + WORDS_AT : x - WORDS_AT - measure(text, "small");
      return { range, x, y, text, textX };
    }),
  );
}

/** The ranges that a row shows, of those that are sorted by row. */
export function rangesAt(missing: readonly MissingRange[], row: number): readonly MissingRange[] {
  let from = 0;
  let end = missing.length;
  while (from < end) {
    const middle = (from + end) >> 1;
    if (missing[middle]!.row < row) from = middle + 1;
    else end = middle;
  }
  const found: MissingRange[] = [];
  for (let at = from; missing[at]?.row === row; at++) found.push(missing[at]!);
  return found;
}

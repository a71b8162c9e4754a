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

/** Where a line in view stands. */
export interface MissingRow {
  /** Its first and its last row of the packet table. */
  readonly row: number;
  readonly last: number;
  /** The middles between it and the lines above it and below it. */
  readonly above: number;
  readonly below: number;
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
    shownOf(missing, row).flatMap((range) => {
      const x = range.kind === "unseen" ? row.toX : row.fromX;
      const other = range.kind === "unseen" ? row.fromX : row.toX;
      if (!(x >= columns.middleLeft && x <= columns.middleRight)) return [];
      const y = range.kind === "lost" ? row.below : row.above;
      const side = other < x ? -1 : 1;
      const end = Math.min(Math.max(other, columns.middleLeft), columns.middleRight);
      const room = Math.abs(end - x) - 2 * WORDS_AT;
      const text = words.missing(range).find((some) => measure(some, "small") <= room) ?? "";
      const textX = side === 1 ? x + WORDS_AT : x - WORDS_AT - measure(text, "small");
      return { range, x, y, text, textX };
    }),
  );
}

/** What a line shows: of a line of several rows the first range, for all have one place. */
function shownOf(missing: readonly MissingRange[], { row, last }: MissingRow): readonly MissingRange[] {
  return last === row ? rangesAt(missing, row) : rangesAt(missing, row, last).slice(0, 1);
}

/** The ranges that a row shows, or the rows up to `last`, of those that are sorted by row. */
export function rangesAt(missing: readonly MissingRange[], row: number, last = row): readonly MissingRange[] {
  let from = 0;
  let end = missing.length;
  while (from < end) {
    const middle = (from + end) >> 1;
    if (missing[middle]!.row < row) from = middle + 1;
    else end = middle;
  }
  const found: MissingRange[] = [];
  for (let at = from; at < missing.length && missing[at]!.row <= last; at++) found.push(missing[at]!);
  return found;
}

/** Which lines of a scene hold what is chosen. */
import { firstFrom, placeOf } from "../../core/base/bisect.ts";
import type { FoldBox } from "../../core/ladder/fold-box.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";

/** What is chosen. */
export interface Choice {
  /** Row of the packet table that is chosen; null for none. */
  readonly selected: number | null;
  /** Rows of the packet table that are chosen with it, ascending; null for none. */
  readonly chosen: Uint32Array | null;
}

/** The places of the first rows of the chosen lines that a scene draws. */
export function chosenLines(choice: Choice, scene: LadderScene): readonly number[] {
  const rows = scene.arrows.filter(({ row }) => isChosen(choice, row)).map(({ index }) => index);
  return [...rows, ...scene.folds.filter((box) => holdsChosen(choice, scene, box)).map(({ first }) => first)];
}

/** Whether a row of the packet table is one of the chosen ones. */
export function isChosen({ selected, chosen }: Choice, row: number): boolean {
  return row === selected || (chosen !== null && placeOf(chosen, row) >= 0);
}

/** Whether one of the packets of a run is chosen. */
export function holdsChosen(
  { selected, chosen }: Choice,
  { content }: LadderScene,
  { first, end, facts }: FoldBox,
): boolean {
  const place = selected === null ? -1 : placeOf(content.rows, selected);
  if (place >= first && place < end) return true;
  const row = chosen?.[firstFrom(chosen, facts.firstRow)];
  return row !== undefined && row <= facts.lastRow && placeOf(content.rows, row) >= 0;
}

/** The place of the first row of the line that a row of the packet table stands in, as far as it is drawn; else -1. */
export function firstOfLine({ content, lines, window }: LadderScene, row: number | null): number {
  const place = row === null ? -1 : placeOf(content.rows, row);
  if (place < window.first || place >= window.end) return -1;
  return lines.firstOf(lines.lineOf(place));
}

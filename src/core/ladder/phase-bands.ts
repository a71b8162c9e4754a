/** The phases of a connection as bands at the ladder's left edge, each with its name where it begins and again and again. */
import type { Beside, PhaseRows } from "./beside.ts";
import type { Measure } from "./columns.ts";

/** A phase, as far as it is in the scene. */
export interface PhaseBand {
  readonly phase: PhaseRows;
  /** px of the scene. */
  readonly top: number;
  readonly bottom: number;
  /** The phase begins here, or ends; else it goes on out of the scene. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
  /** The middles of its name, which stands upright; none where it does not fit. */
  readonly names: readonly number[];
}

/** Where a row in view stands. */
export interface PhaseRow {
  /** Row of the packet table. */
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
}

/** From one name to the next of the same band: one is in view wherever the ladder is scrolled to. */
const NAME_EVERY = 320;
const NAME_GAP = 5;

/** Lays out the bands behind rows in view; `top` and `bottom` are the scene's own ends. */
export function layoutPhases(
  { phases, words }: Beside,
  rows: readonly PhaseRow[],
  measure: Measure,
): readonly PhaseBand[] {
  const bands: { phase: PhaseRows; top: number; bottom: number; last: number; first: number }[] = [];
  if (phases.length === 0) return [];
  for (const { row, top, bottom } of rows) {
    const phase = phaseAt(phases, row);
    if (!phase) continue;
    const before = bands.at(-1);
    if (before?.phase === phase) {
      before.bottom = Math.max(before.bottom, bottom);
      before.last = row;
    } else bands.push({ phase, top: Math.max(top, before?.bottom ?? top), bottom, first: row, last: row });
  }
  return bands.map(({ phase, top, bottom, first, last }) => {
    const length = measure(words.phase(phase.name), "small") + 2 * NAME_GAP;
    const names: number[] = [];
    for (let from = top; from + length <= bottom; from += NAME_EVERY) {
      names.push(bottom - top < NAME_EVERY ? (top + bottom) / 2 : from + length / 2);
    }
    return { phase, top, bottom, isStart: first === phase.from, isEnd: last === phase.to, names };
  });
}

/** The phase that a row of the packet table is in. */
export function phaseAt(phases: readonly PhaseRows[], row: number): PhaseRows | undefined {
  return phases.find(({ from, to }) => from <= row && row <= to);
}

/** What shows beside and behind the arrows of a window: columns of amounts, bands of phases, breaks, strips. */
import { NOTHING_BESIDE } from "./beside.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { type GaugeMarks, layoutGauge } from "./gauge-marks.ts";
import { amountAt, type Gauge } from "./gauges.ts";
import { type HeldStrip, layoutStrips } from "./held-strips.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import { layoutMissing, type MissingMark } from "./missing-marks.ts";
import { layoutPhases, type PhaseBand } from "./phase-bands.ts";
import type { RowPlaces } from "./rows.ts";
import { isScaled } from "./time/slant.ts";

export interface BesideScene {
  readonly gauges: readonly GaugeMarks[];
  readonly phases: readonly PhaseBand[];
  readonly missing: readonly MissingMark[];
  readonly strips: readonly HeldStrip[];
}

/** One line of a ladder in view; several rows where they are folded. */
interface Line {
  /** Places of its first row and of its last. */
  readonly first: number;
  readonly last: number;
  /** px of the scene. */
  readonly top: number;
  readonly bottom: number;
}

/** Below so many px from line to line, texts over the arrows would meet. */
const LEAST_PITCH = 12;
/** From a comment's baseline to the strip below it. */
const STRIP_BELOW = 4;

/** Lays out the surroundings of the rows in a window. */
export function layoutBeside(
  content: LadderContent,
  columns: LadderColumns,
  window: LadderWindow,
  places: RowPlaces,
  measure: Measure,
): BesideScene {
  const { beside, rows } = content;
  const lines = linesIn(window, places);
  const endOf = (line: number) => lines[line + 1]?.top ?? lines[line]!.bottom;
  const phased = lines.map(({ last, top }, line) => ({ row: rows[last]!, top, bottom: endOf(line) }));
  const gauged = (gauge: Gauge) =>
    lines.map(({ first, last, top }, line) => ({
      index: lastWith(content, first, last, gauge),
      lineY: top + columns.lineAt,
      textY: top + columns.textAt,
      hasRoom: line === 0 || top - lines[line - 1]!.top >= LEAST_PITCH,
    }));
  const strip = columns.isCommentBeside && !isScaled(places) ? beside.sacks : null;
  return {
    gauges: columns.gauges.map((column) => layoutGauge(content, beside, column, gauged(column.gauge))),
    phases: columns.showsPhases ? layoutPhases(beside, phased, measure) : [],
    missing: layoutMissing(
      // To scale, rows have no room between them that could be written into.
      isScaled(places) ? { ...beside, words: NOTHING_BESIDE.words } : beside,
      columns,
      lines.map((_, line) => rowOf(content, columns, window, lines, line)),
      measure,
    ),
    strips: strip
      ? layoutStrips(
          content,
          strip,
          lines.map(({ last, top }) => ({ index: last, y: top + columns.textAt + STRIP_BELOW })),
          columns.seqLeft,
          columns.commentRight - columns.seqLeft,
        )
      : [],
  };
}

function linesIn({ first, end }: LadderWindow, places: RowPlaces): readonly Line[] {
  const lines: Line[] = [];
  const start = first < end ? places.top(first) : 0;
  for (let index = first; index < end; index = places.after(index)) {
    const top = places.top(index) - start;
    lines.push({ first: index, last: places.after(index) - 1, top, bottom: top + places.heightOf(index) });
  }
  return lines;
}

/** The last row of a line that has an amount; the last one where none has. */
function lastWith(content: LadderContent, first: number, last: number, gauge: Gauge): number {
  for (let index = last; index >= first; index--) {
    if (!Number.isNaN(amountAt(content, content.rows[index]!, gauge))) return index;
  }
  return last;
}

/** A line with its lifelines, and the middles of what is free between it and its neighbours. */
function rowOf(
  content: LadderContent,
  columns: LadderColumns,
  { left }: LadderWindow,
  lines: readonly Line[],
  at: number,
) {
  const { first, last, top, bottom } = lines[at]!;
  const { from, to } = lifelinesOf(content, content.rows[first]!);
  const x = (lifeline: number) => (lifeline < 0 ? Number.NaN : lifelineX(columns, lifeline, left));
  const above = (Math.min(lines[at - 1]?.bottom ?? top, top) + top) / 2;
  const below = (bottom + Math.max(lines[at + 1]?.top ?? bottom, bottom)) / 2;
  return { row: content.rows[first]!, last: content.rows[last]!, above, below, fromX: x(from), toX: x(to) };
}

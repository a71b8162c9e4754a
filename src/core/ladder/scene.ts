/**
 * What the ladder shows of its packets, as numbers and words: which arrow from where to where, and where its texts
 * stand. Drawing needs nothing else; whoever draws decides what it looks like.
 *
 * A scene holds the rows of a window, about one screen and a half, so that making it costs the same at any number of
 * packets. Lengths are px; x counts from the visible left edge, y from the scene's top.
 */
import { type Arrow, layoutArrow } from "./arrow.ts";
import { type BesideScene, layoutBeside } from "./beside-scene.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { type FoldBox, type LadderFolds, layoutFold } from "./fold-box.ts";
import { FoldedLines } from "./fold-lines.ts";
import { NO_FOLDS } from "./fold-list.ts";
import { type LaneRun, layoutLanes } from "./lanes.ts";
import { type Lifeline, lifelinesInView } from "./lifelines.ts";
import { type Link, layoutLinks } from "./links.ts";
import { evenRows, type RowPlaces } from "./rows.ts";
import { fallOf, isScaled, slantOf } from "./time/slant.ts";
import { layoutTimeAxis, type TimeAxis } from "./time/time-axis.ts";
import { wordsApart } from "./time/words-apart.ts";
import { layoutTrips, type TripBracket } from "./trip-brackets.ts";

/** What shows of a window. */
export interface LadderScene {
  readonly columns: LadderColumns;
  readonly content: LadderContent;
  readonly window: LadderWindow;
  readonly places: RowPlaces;
  /** Which line a row stands in. */
  readonly lines: Pick<FoldedLines, "length" | "lineOf" | "firstOf">;
  readonly height: number;
  readonly arrows: readonly Arrow[];
  /** Runs of rows that stand in one line each, which have no arrows. */
  readonly folds: readonly FoldBox[];
  readonly lifelines: readonly Lifeline[];
  readonly lanes: readonly LaneRun[];
  readonly links: readonly Link[];
  readonly beside: BesideScene;
  /** Where the lifelines begin: above the scene's top when its first row is the ladder's. */
  readonly lifelineTop: number;
  /** The ticks and the breaks of a ladder to scale; null for even rows. */
  readonly axis: TimeAxis | null;
  /** The round trips that are bracketed beside the axis. */
  readonly trips: readonly TripBracket[];
}

/** Lays out the packets of a window; rows are even where nobody says where they stand, `folded` tells which of them share a line. */
export function layoutScene(
  content: LadderContent,
  columns: LadderColumns,
  window: LadderWindow,
  measure: Measure,
  places: RowPlaces = evenRows(content.rows.length, columns.rowHeight),
  folded: LadderFolds | null = null,
): LadderScene {
  const first = Math.min(window.first, content.rows.length);
  const end = Math.min(window.end, content.rows.length);
  const shown: LadderWindow = { first, end, left: window.left };
  const arrows: Arrow[] = [];
  const top = places.top(first);
  const folds: FoldBox[] = [];
  for (let index = first; index < end; index = places.after(index)) {
    const y = places.top(index) - top;
    const fold = folded ? folded.lines.foldOf(folded.lines.lineOf(index)) : -1;
    if (folded && fold >= 0) {
      folds.push(layoutFold(content, columns, shown, folded, fold, { y, height: places.heightOf(index) }, measure));
    } else arrows.push(layoutArrow(content, columns, shown, index, measure, ...standOf(places, columns, index, top)));
  }
  const isLast = end === content.rows.length;
  return {
    columns,
    content,
    window: shown,
    places,
    lines: folded?.lines ?? new FoldedLines(content.rows.length, NO_FOLDS, () => false),
    height: (isLast ? places.height : places.top(end)) - top,
    arrows: isScaled(places) ? wordsApart(arrows, columns) : arrows,
    folds,
    lifelines: lifelinesInView(columns, window.left),
    lanes: layoutLanes(content, columns, shown, places),
    links: layoutLinks(content, columns, shown, arrows, places),
    beside: layoutBeside(content, columns, shown, places, measure),
    trips: layoutTrips(content, columns, shown, places),
    axis: isScaled(places) ? layoutTimeAxis(content, places, shown, columns.lineAt) : null,
    lifelineTop: first === 0 ? -top : 0,
  };
}

/** Where a row stands in a scene whose first row's top is `top` among all, how it slants, and which words have room. */
function standOf(places: RowPlaces, columns: LadderColumns, index: number, top: number) {
  const room = isScaled(places)
    ? { note: places.notes.shift(index), hasLabel: places.notes.hasLabel(index, fallOf(places) / columns.pitch) }
    : null;
  return [places.top(index) - top, slantOf(places, index), room] as const;
}

/**
 * Where the ladder's columns stand: numbers and times at the left, lifelines, comments. Widths are measured by whoever
 * draws; only the widest text that each column can show is measured, never every row.
 *
 * All lengths are px. What stands at the left and at the right stays; the lifelines between scroll sideways when they
 * need more room than there is.
 */

import {
  arrangements,
  type GaugeColumn,
  type GaugeNeed,
  type GaugeSize,
  gaugeRoom,
  placeGauges,
} from "./gauge-columns.ts";
import { LANE_GAP, LANE_NAME_GAP, LANE_WIDTH } from "./lane-states.ts";

/** The kinds of text, each with its own size and weight. */
export type TextStyle = "data" | "strong" | "small" | "name";

/** Width of a text in px. */
export type Measure = (text: string, style: TextStyle) => number;

/** What the columns must hold. */
export interface ColumnNeeds {
  /** Heads of the first two columns. */
  readonly numberHead: string;
  readonly timeHead: string;
  /** The widest frame number and time. */
  readonly number: string;
  readonly time: string;
  /** Digits of the greatest sequence number. */
  readonly digits: number;
  /** The widest name of a lifeline. */
  readonly name: string;
  /** How many there are; a connection has two. */
  readonly lifelines: number;
  /** The widest name of a state beside the lifelines; null where no states show. */
  readonly state: string | null;
  /** Columns of amounts that the reader wants at the right. */
  readonly gauges: readonly GaugeNeed[];
  /** The connection's phases stand in a band at the left. */
  readonly hasPhases: boolean;
  /** The widest words of a round trip in a ladder to scale, time and name; empty where none are bracketed. */
  readonly trip: readonly string[];
}

/** The room there is. */
export interface LadderSize {
  readonly width: number;
  /** Height of a row whose comment stands beside the arrow. */
  readonly rowHeight: number;
  /** The page is narrow: comments go below the arrows. */
  readonly isNarrow: boolean;
  /** Distance of the lifelines, as a share of the usual one; 1 when absent. */
  readonly stretch?: number;
  /** The server's lifeline stands at the left, the client's at the right; absent for the usual order. */
  readonly isSwapped?: boolean;
  /** What a ladder to scale has besides; absent for even rows. */
  readonly toScale?: {
    /** The widest tick of its axis, which stands at the left. */
    readonly tick: string;
    /** Comments stand at the left, with the times. */
    readonly isCommentLeft: boolean;
  };
}

export interface LadderColumns {
  readonly width: number;
  /** Width of everything: more than `width` when the lifelines scroll sideways. */
  readonly contentWidth: number;
  readonly rowHeight: number;
  /** Baseline of a row's text, its arrow and the second line, from the row's top. */
  readonly textAt: number;
  readonly lineAt: number;
  readonly belowAt: number;
  /** Right edge of the ticks of a ladder to scale; 0 for even rows. */
  readonly axisRight: number;
  /** Left edge of the brackets of round trips; 0 where there are none. */
  readonly tripLeft: number;
  /** Right edges of the frame numbers and the times. */
  readonly numberRight: number;
  readonly timeRight: number;
  /** The part where lifelines show. */
  readonly middleLeft: number;
  readonly middleRight: number;
  /** The first lifeline, with nothing scrolled, and the distance from one to the next. */
  readonly firstLifeline: number;
  readonly pitch: number;
  readonly lifelines: number;
  /** The lifelines stand in the opposite order: the client's at the right. */
  readonly isSwapped: boolean;
  /** Lanes of states stand beside the lifelines, with the states' names where there is room for these. */
  readonly showsLanes: boolean;
  readonly showsStateNames: boolean;
  /** Ports stand at the arrows' ends. */
  readonly showsPorts: boolean;
  /** Comments stand at the right; false: below the arrows. */
  readonly isCommentBeside: boolean;
  readonly seqLeft: number;
  readonly ackLeft: number;
  /** Where comments must end. */
  readonly commentRight: number;
  /** Where those on the server's packets begin, at the server's end; -1 where all stand together. */
  readonly serverSeqLeft: number;
  /** Columns of amounts, as far as there is room for them. */
  readonly gauges: readonly GaugeColumn[];
  /** Room at the right that they take. */
  readonly gaugeRoom: number;
  /** A band of phases stands at the left edge. */
  readonly showsPhases: boolean;
}

const EDGE = 12;
const GAP = 12;
/** Between a lifeline and the column beside it: half the words below a host's name stand there. */
const MARGIN = 48;
/** From a lifeline to the names of its states: the gap, the lane, the gap behind it. */
const LANE_ROOM = LANE_GAP + LANE_WIDTH + LANE_NAME_GAP;
/** Between the last lifeline and the edge where no column stands beside it: the words then move to the left. */
const EDGE_MARGIN = 24;
const COMMENT_GAP = 10;
/** From the left edge of a bracket to its words. */
export const TRIP_ARM = 9;
/** Below this distance of two lifelines ports are dropped; many hosts are never closer. */
const LEAST_SPAN = 240;
/** Below this one, comments go below the arrows. */
const LEAST_SPAN_BESIDE = 180;
/** Below this one, a ladder to scale brackets no round trips. */
const LEAST_SPAN_BRACKETED = 200;
const MOST_SPAN = 640;
const BELOW_HEIGHT = 44;
/** A band of phases at the left edge, with room for a name that stands upright, and the gap behind it. */
export const PHASE_WIDTH = 13;
const PHASE_ROOM = PHASE_WIDTH + 1;

/**
 * Lays the columns out. Where the room is small, first the band of phases goes, then the names of states, the ports, the
 * columns of amounts, the last one first; comments go below the arrows when none is left.
 */
export function layoutColumns(needs: ColumnNeeds, size: LadderSize, measure: Measure): LadderColumns {
  const beside = (gauges: readonly GaugeSize[]) =>
    layoutWithin(needs, { ...size, width: size.width - gaugeRoom(gauges) }, measure);
  const wanted = size.isNarrow ? [] : arrangements(needs.gauges, measure);
  const gauges = wanted.find((some) => beside(some).isCommentBeside) ?? [];
  const { commentEnd, ...columns } = beside(gauges);
  const room = gaugeRoom(gauges);
  return {
    ...columns,
    width: size.width,
    contentWidth: columns.contentWidth + room,
    gauges: placeGauges(gauges, commentEnd),
    gaugeRoom: room,
  };
}

/**
 * All but the columns of amounts. To scale, comments on the server's packets stand at the server's end where the lifelines
 * stay far enough apart, and round trips are bracketed.
 */
function layoutWithin(needs: ColumnNeeds, size: LadderSize, measure: Measure) {
  const plain = layoutPhased({ ...needs, trip: [] }, size, measure);
  if (!size.toScale || size.isNarrow || needs.lifelines !== 2) return plain;
  const fits = ({ pitch, isCommentBeside }: typeof plain, least: number) =>
    isCommentBeside && pitch / (size.stretch ?? 1) >= least;
  const bracketed = layoutPhased(needs, size, measure);
  const split = size.toScale.isCommentLeft && !size.isSwapped ? layoutPhased(needs, size, measure, true) : bracketed;
  if (fits(split, LEAST_SPAN)) return split;
  return fits(bracketed, LEAST_SPAN_BRACKETED) ? bracketed : plain;
}

/** The same without a band of phases where that would cost the names of states or more. */
function layoutPhased(needs: ColumnNeeds, size: LadderSize, measure: Measure, isSplit = false) {
  const all = layoutOthers(needs, size, measure, isSplit);
  if (!all.showsPhases || all.showsStateNames) return all;
  const others = layoutOthers({ ...needs, hasPhases: false }, size, measure, isSplit);
  return others.showsStateNames || others.isCommentBeside !== all.isCommentBeside ? others : all;
}

/** The same, with a band wherever there are phases; `commentEnd` is where the widest comment ends. */
function layoutOthers(needs: ColumnNeeds, size: LadderSize, measure: Measure, isSplit: boolean) {
  const showsPhases = needs.hasPhases && !size.isNarrow;
  const left = EDGE + (showsPhases ? PHASE_ROOM : 0);
  const axisRight = size.toScale ? left + measure(size.toScale.tick, "small") : 0;
  const tripLeft = size.toScale && needs.trip.length > 0 ? axisRight + GAP : 0;
  const tripEnd = tripLeft + TRIP_ARM + Math.max(0, ...needs.trip.map((words) => measure(words, "strong")));
  const numberRight =
    (tripLeft > 0 ? tripEnd + GAP : size.toScale ? axisRight + GAP : left) +
    Math.max(measure(needs.number, "strong"), measure(needs.numberHead, "small"));
  const timeRight = numberRight + GAP + Math.max(measure(needs.time, "strong"), measure(needs.timeHead, "small"));
  const seqWidth = measure(`Seq = ${"0".repeat(needs.digits)}`, "strong");
  const ackWidth = measure(`Ack = ${"0".repeat(needs.digits)}`, "strong");
  const commentWidth = seqWidth + COMMENT_GAP + ackWidth;
  const isLeft = size.toScale?.isCommentLeft === true && !size.isNarrow;
  const leftEnd = isLeft ? timeRight + GAP + commentWidth : timeRight;
  const rightWidth = isLeft && !isSplit ? 0 : commentWidth;
  const showsLanes = needs.state !== null;
  const stateMargin = LANE_ROOM + measure(needs.state ?? "", "small") + EDGE;
  const wide =
    showsLanes && !size.isNarrow ? roomBeside(needs, size.width, leftEnd, rightWidth, stateMargin, measure) : null;
  const showsStateNames = wide !== null && wide.span >= LEAST_SPAN;
  const margin = showsStateNames ? stateMargin : MARGIN;
  const beside = roomBeside(needs, size.width, leftEnd, rightWidth, margin, measure);
  const isCommentBeside = !size.isNarrow && beside.span >= LEAST_SPAN_BESIDE;
  const right = isCommentBeside ? margin + rightWidth + EDGE : EDGE_MARGIN;
  const { first, pitch: usual } = isCommentBeside
    ? beside
    : spread(needs, size.width, timeRight + margin, measure(needs.name, "name"), right);
  const pitch = usual * (size.stretch ?? 1);
  const last = first + Math.max(1, needs.lifelines - 1) * pitch;
  const contentWidth = Math.max(size.width, last + right);
  const overflow = contentWidth - size.width;
  const below = (Math.max(timeRight + GAP, first) + Math.min(size.width - EDGE, last) - commentWidth) / 2;
  const serverSeqLeft = last - overflow + margin;
  const besideLeft = isLeft ? timeRight + GAP : serverSeqLeft;
  const seqLeft = isCommentBeside ? besideLeft : below;
  return {
    width: size.width,
    contentWidth,
    ...rowMetrics(size.rowHeight, isCommentBeside),
    axisRight,
    tripLeft,
    numberRight,
    timeRight,
    middleLeft: (isLeft && isCommentBeside ? leftEnd : timeRight) + GAP,
    middleRight: isCommentBeside && !isLeft ? seqLeft - GAP : isSplit ? serverSeqLeft - GAP : size.width,
    firstLifeline: first,
    pitch,
    lifelines: needs.lifelines,
    isSwapped: size.isSwapped === true,
    showsLanes,
    showsStateNames,
    showsPorts: pitch >= LEAST_SPAN,
    isCommentBeside,
    seqLeft,
    ackLeft: seqLeft + seqWidth + COMMENT_GAP,
    commentRight: isLeft ? leftEnd : size.width - EDGE,
    serverSeqLeft: isSplit ? serverSeqLeft : -1,
    commentEnd: isSplit ? serverSeqLeft + commentWidth : isLeft ? serverSeqLeft : seqLeft + commentWidth,
    showsPhases,
  };
}

/** The lifelines with comments at the right, `margin` px free on both sides of them. */
function roomBeside(
  needs: ColumnNeeds,
  width: number,
  timeRight: number,
  commentWidth: number,
  margin: number,
  measure: Measure,
) {
  return spread(needs, width, timeRight + margin, measure(needs.name, "name"), margin + commentWidth + EDGE);
}

/**
 * The first lifeline, not left of `from`, and the distance from one to the next, with `right` px taken at the right.
 * `span` is the room that two lifelines get.
 */
function spread(needs: ColumnNeeds, width: number, from: number, name: number, right: number) {
  const first = Math.max(from, Math.min(name / 2, width / 4) + EDGE);
  const span = width - right - first;
  if (needs.lifelines <= 2) return { first, span, pitch: Math.max(0, Math.min(span, MOST_SPAN)) };
  const least = Math.max(LEAST_SPAN, name + 2 * GAP);
  return { first, span, pitch: Math.max(least, Math.min(span / (needs.lifelines - 1), MOST_SPAN)) };
}

/** Where text and line stand in a row; measured from the proportions of a row of 26. */
function rowMetrics(rowHeight: number, isCommentBeside: boolean) {
  const lineAt = Math.round(rowHeight * 0.73);
  return {
    rowHeight: isCommentBeside ? rowHeight : Math.max(BELOW_HEIGHT, rowHeight + 12),
    textAt: lineAt - 5.5,
    lineAt,
    belowAt: lineAt + 17,
  };
}

/**
 * What only a ladder to scale has, drawn with D3: lines and ticks of its axis, marks of idle times, arrows that are turned
 * with their words, and lines to numbers that moved.
 */
import type { Selection } from "d3-selection";
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { LadderColumns, Measure } from "../../core/ladder/columns.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import { type IdleMark, idleWordsAt, type Tick } from "../../core/ladder/time/time-axis.ts";
import { drawTrips } from "./draw-trips.ts";
import styles from "./scaled.module.css";

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Half the height of the mark of an idle time, and how far its edges slant. */
const HALF = 10;
const CUT = 4;
/** From a tick's line to the baseline of its words. */
const TICK_DROP = 4;

/** The axis lies behind everything, idle times cut through everything. */
export class ScaledDrawing {
  private readonly axis: Group;
  private readonly idles: Group;
  private readonly trips: Group;

  /** Draws into two empty groups. */
  constructor(axis: Group, idles: Group) {
    this.trips = axis.append("g").attr("class", styles.trips!);
    this.axis = axis.append("g").attr("class", styles.axis!);
    this.idles = idles.attr("class", styles.idles!);
  }

  /** Shows the axis of a scene; nothing for even rows. */
  draw({ axis, columns, trips, content }: LadderScene, idleWords: (idle: bigint) => string, measure: Measure): void {
    drawTrips(this.trips, trips, content.beside.words.trip);
    const ticks = this.axis
      .selectAll<SVGGElement, Tick>("g")
      .data(axis?.ticks ?? [])
      .join((entered) => {
        const group = entered.append("g");
        group.append("path");
        group.append("text").attr("y", TICK_DROP);
        return group;
      });
    ticks.attr("transform", ({ y }) => `translate(0 ${y})`);
    ticks.select("path").attr("d", `M${columns.axisRight + 6} 0H${columns.width}`);
    ticks
      .select("text")
      .attr("x", columns.axisRight)
      .text(({ text }) => text);
    const idles = this.idles
      .selectAll<SVGGElement, IdleMark>("g")
      .data(axis?.idles ?? [], ({ index }) => index)
      .join((entered) => {
        const group = entered.append("g");
        group.append("path").attr("class", styles.gap!);
        group.append("path").attr("class", styles.edges!);
        group.append("text").attr("y", TICK_DROP);
        return group;
      });
    idles.attr("transform", ({ y }) => `translate(0 ${y})`);
    idles.select("path:nth-of-type(1)").attr("d", `${cut(-HALF, columns)}${cut(HALF, columns, "L", true)}z`);
    idles.select("path:nth-of-type(2)").attr("d", cut(-HALF, columns) + cut(HALF, columns));
    idles
      .select("text")
      .attr("x", ({ idle }) => idleWordsAt(columns, measure(idleWords(idle), "strong")))
      .text(({ idle }) => idleWords(idle));
  }
}

/** An edge of the mark of an idle time, at `y`, from the left to the right or back. */
function cut(y: number, { width }: LadderColumns, to = "M", isBack = false): string {
  const [left, right] = [`0 ${y + CUT}`, `${width} ${y - CUT}`];
  return isBack ? `${to}${right}L${left}` : `${to}${left}L${right}`;
}

/** Turns what stands along an arrow's line; nothing for a level one. */
export function turnOf({ turn }: Arrow, { lineAt }: LadderColumns): string | null {
  return turn && `rotate(${turn.degrees} ${turn.x} ${lineAt + turn.y})`;
}

/** Px from a number that moved to the line that leads to its row, and how long that is. */
const LEADER_GAP = 4;
const LEADER_LENGTH = 9;

/** The line from a row's numbers that moved to the height of its arrow's end; empty where they did not. */
export function leaderPath(arrow: Arrow, columns: LadderColumns): string {
  const { room } = arrow;
  const { middleLeft, lineAt } = columns;
  if (!room || room.note <= 0) return "";
  const x = middleLeft - 12 + LEADER_GAP;
  return `${serverLeaderPath(arrow, columns)}M${x} ${lineAt + room.note}h2L${x + LEADER_LENGTH - 2} ${lineAt}h2`;
}

/** The line that leads a comment at the server's end, which moved, to the height of that end; empty where it did not. */
function serverLeaderPath({ room, drop, seqText }: Arrow, { lineAt }: LadderColumns): string {
  if (!room || room.note <= 0 || drop === 0) return "";
  const x = seqText.x - LEADER_GAP;
  const y = lineAt + drop;
  return `M${x} ${y + room.note}h-2L${x - LEADER_LENGTH + 2} ${y}h-2`;
}

/** Room before a comment at the server's end that belongs to its band. */
const BAND_BEFORE = 8;

/** Puts a band under the comment of a row, by its place among all, where that stands at the server's end; else hides it. */
export function placeServerBand(
  band: Selection<SVGRectElement, unknown, null, undefined>,
  { arrows, columns, window }: LadderScene,
  index: number,
): void {
  const arrow = arrows[index - window.first];
  const isShown = index >= 0 && arrow?.isCommentAtServer === true && arrow.room?.note !== -1;
  band.attr("display", isShown ? null : "none");
  if (!isShown) return;
  const x = columns.serverSeqLeft - BAND_BEFORE;
  band
    .attr("x", x)
    .attr("y", arrow.y + columns.lineAt + arrow.drop + (arrow.room?.note ?? 0) - HALF_BAND)
    .attr("width", columns.width - x)
    .attr("height", 2 * HALF_BAND);
}

/** Half the height of the band of a row to scale: that of its numbers. */
const HALF_BAND = 9;

/** Where the band of a row is in a scene: px from the scene's top. */
export function bandIn({ places, window, columns, axis, arrows }: LadderScene, index: number) {
  const y = places.top(index) - places.top(window.first);
  const whole = { y, width: columns.width, height: places.heightOf(index) };
  if (!axis) return whole;
  const arrow = arrows[index - window.first];
  const middle = y + columns.lineAt + Math.max(0, arrow?.room?.note ?? 0);
  // Beyond its numbers other rows' arrows may stand at the same height: the row's own has a halo.
  return { y: middle - HALF_BAND, width: columns.middleLeft, height: 2 * HALF_BAND };
}

/** The ticks of a ladder to scale, and the marks where its scale is broken, in a window. */
import { firstFrom, lastUpTo } from "../../base/bisect.ts";
import { referenceOf } from "../../table/marked-rows.ts";
import { exactTime } from "../../table/packet-table.ts";
import type { LadderColumns, LadderSize } from "../columns.ts";
import type { LadderContent, LadderWindow } from "../content.ts";
import type { ScaledRows, TimeScale } from "./time-scale.ts";

/** A moment, by its height in px of the scene. */
export interface Tick {
  readonly y: number;
  /** In seconds, with as many decimals as ticks of this distance need. */
  readonly text: string;
}

/** An idle time that is not drawn. */
export interface IdleMark {
  /** The row behind it. */
  readonly index: number;
  /** The middle of the mark, px of the scene. */
  readonly y: number;
  /** How long nothing came, to the nanosecond. */
  readonly idle: bigint;
}

export interface TimeAxis {
  readonly ticks: readonly Tick[];
  readonly idles: readonly IdleMark[];
}

/** Ticks are so far apart at least, px. */
const LEAST_APART = 56;
/** A tick so close to a break would stand on its edge. */
const CLEAR = 14;

/** The axis beside the rows of a window; heights count from the first row's top, lines stand `lineAt` px lower. */
export function layoutTimeAxis(
  content: LadderContent,
  rows: ScaledRows,
  { first, end }: Pick<LadderWindow, "first" | "end">,
  lineAt: number,
): TimeAxis {
  if (end <= first) return { ticks: [], idles: [] };
  const { time, breaks } = rows.time.steps;
  const base = rows.top(first) - lineAt;
  const idles: IdleMark[] = [];
  for (let at = lastUpTo(breaks, first) + 1; breaks[at]! < end; at++)
    idles.push(idleMark(content, rows, breaks[at]!, base));
  if (breaks[lastUpTo(breaks, first)] === first && first > 0) idles.unshift(idleMark(content, rows, first, base));
  const step = stepOf(rows.time.scale);
  const ticks: Tick[] = [];
  for (const { from, to, origin, isOpen } of stretches(content, time, idles, first, end)) {
    for (let at = Math.ceil((from - origin) / step); at * step + origin <= to; at++) {
      if (isOpen && at * step + origin === to) break;
      const y = rows.heightAt(at * step + origin) - base;
      if (idles.every((idle) => Math.abs(idle.y - y) > CLEAR)) ticks.push({ y, text: tickText(at * step, step) });
    }
  }
  return { ticks, idles };
}

/** Room kept free at the picture's edges. */
const EDGE = 12;

/** The middle of words `width` px wide on the mark of an idle time: among the lifelines, as far as they stay in view. */
export function idleWordsAt(
  columns: Pick<LadderColumns, "width" | "middleLeft" | "middleRight">,
  width: number,
): number {
  const middle = (columns.middleLeft + columns.middleRight) / 2;
  return Math.max(EDGE + width / 2, Math.min(middle, columns.width - EDGE - width / 2));
}

/** What the columns need for a scale; nothing for even rows. */
export function scaleNeeds(time: TimeScale | null): Pick<LadderSize, "toScale"> | null {
  if (!time) return null;
  const { steps, ways, scale } = time;
  const tick = tickText(steps.time[steps.time.length - 1] ?? 0, stepOf(scale));
  // At the client's end numbers stand where the client's times are; elsewhere beside the server's.
  return { toScale: { tick, isCommentLeft: ways.client === 0 && ways.server > 0 } };
}

/** Nanoseconds between ticks: 1, 2 or 5 times a power of ten. */
function stepOf(scale: number): number {
  const least = LEAST_APART / scale;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
}

/** A stretch of time whose ticks count from one origin, and in which nothing is left out. All are ns. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly origin: number;
  /** The next one begins at `to`. */
  readonly isOpen: boolean;
}

/** The stretches of a window: idle times and time references stand between them. */
function* stretches(
  content: LadderContent,
  time: Float64Array | readonly number[],
  idles: readonly IdleMark[],
  first: number,
  end: number,
): Generator<Stretch> {
  const breaks = new Set(idles.map(({ index }) => index));
  const cuts = [...breaks, ...referencePlaces(content, first, end)].sort((a, b) => a - b);
  let start = first;
  for (const until of new Set([...cuts, end])) {
    const isOpen = until < end && !breaks.has(until);
    const to = time[Math.max(first, isOpen ? until : until - 1)]!;
    yield { from: time[start]!, to, origin: originAt(content, start), isOpen };
    start = until;
  }
}

/** Places in a window from which times count anew. */
function referencePlaces({ rows, references, timeStyle }: LadderContent, first: number, end: number): number[] {
  if (timeStyle !== "capture") return [];
  return Array.from(references, (row) => firstFrom(rows, row)).filter((place) => place > first && place < end);
}

/** What ticks count from at a place, as the times beside them do: ns since the capture's first packet. */
function originAt({ packets, rows, references, timeStyle }: LadderContent, place: number): number {
  if (timeStyle === "connection") return Number(exactTime(packets, rows[0] ?? 0));
  const reference = timeStyle === "capture" ? referenceOf(references, rows[place] ?? 0) : -1;
  return reference < 0 ? 0 : Number(exactTime(packets, reference));
}

function tickText(nanoseconds: number, step: number): string {
  return (nanoseconds / 1e9).toFixed(Math.max(0, Math.ceil(9 - Math.log10(step) - 1e-9)));
}

function idleMark({ packets, rows }: LadderContent, places: ScaledRows, index: number, base: number): IdleMark {
  const y = (places.top(index - 1) + places.top(index)) / 2 - base;
  return { index, y, idle: exactTime(packets, rows[index]!) - exactTime(packets, rows[index - 1]!) };
}

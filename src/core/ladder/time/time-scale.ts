/**
 * A ladder's rows by their times: so many px for a millisecond, idle times broken out, and no row closer to the one before
 * than `LEAST_STEP`, so that each can be seen and chosen; where rows stand closer in time, the scale is stretched.
 *
 * All heights are px from the ladder's top. A row's arrow passes the capture point at the row's line, `lineAt` below its
 * top; its two ends are later and earlier by the ways to the hosts.
 */
import { BOTTOM_MARGIN, type RowPlaces, type RowSpan, TOP_MARGIN } from "../rows.ts";
import { RowNotes } from "./notes.ts";
import type { OneWay } from "./one-way.ts";
import { FROM_CLIENT, OTHER, type TimeSteps } from "./time-steps.ts";

/** Rows stand so far apart at least, px. */
export const LEAST_STEP = 4;
/** Height of what stands for an idle time, px. */
export const BREAK_HEIGHT = 60;

/** Which times, how large, and how far the hosts are. */
export interface TimeScale {
  readonly steps: TimeSteps;
  readonly ways: OneWay;
  /** Px for a nanosecond. */
  readonly scale: number;
}

/** Where rows stand to scale. */
export interface ScaledRows extends RowPlaces {
  readonly time: TimeScale;
  /** Height at which a row would stand that has this time, in ns since the capture's first packet. */
  readonly heightAt: (time: number) => number;
  /** Which words have room. */
  readonly notes: RowNotes;
}

/** Rows to scale, in lines of `rowHeight` px. One pass over the rows. */
export function scaledRows(time: TimeScale, rowHeight: number): ScaledRows {
  const { steps, ways, scale } = time;
  const count = steps.time.length;
  const way = ways.client + ways.server;
  const margin = way * scale;
  const tops = new Float64Array(count);
  let next = 0;
  let top = TOP_MARGIN + leadOf(time);
  for (let place = 0; place < count; place++) {
    if (place === steps.breaks[next]) {
      top += BREAK_HEIGHT + 2 * margin;
      next++;
    } else if (place > 0) top += Math.max(LEAST_STEP, (steps.time[place]! - steps.time[place - 1]!) * scale);
    tops[place] = top;
  }
  const end = count === 0 ? TOP_MARGIN : top + rowHeight + margin;
  const heightAt = (at: number) => heightOfTime(time, tops, margin, at);
  return {
    count,
    height: end + BOTTOM_MARGIN,
    top: (index) => (index < count ? tops[index]! : end),
    heightOf: () => rowHeight,
    after: (index) => index + 1,
    at: (y) => (y < end ? lastUpTo(tops, y) : -1),
    time,
    heightAt,
    notes: new RowNotes(tops, way > 0 ? steps.side : null),
  };
}

/** Whether some of the rows stand further apart than their times, for they would be too close: `first` .. `end`. */
export function isStretched({ time: { steps, scale } }: ScaledRows, { first, end }: RowSpan): boolean {
  const { time } = steps;
  for (let place = first + 1; place < end; place++) {
    if ((time[place]! - time[place - 1]!) * scale < LEAST_STEP) return true;
  }
  return false;
}

/** Px that arrows of the first rows begin above the first row. */
function leadOf({ steps, ways, scale }: TimeScale): number {
  const { time, side } = steps;
  let lead = 0;
  for (let place = 0; place < time.length; place++) {
    const since = time[place]! - time[0]!;
    if (since > ways.client + ways.server) break;
    if (side[place] !== OTHER) lead = Math.max(lead, (side[place] === FROM_CLIENT ? ways.client : ways.server) - since);
  }
  return lead * scale;
}

function heightOfTime({ steps, scale }: TimeScale, tops: Float64Array, margin: number, at: number): number {
  const { time, breaks } = steps;
  const place = Math.max(0, lastUpTo(time, at));
  const since = (at - time[place]!) * scale;
  if (since <= 0 || place === time.length - 1) return tops[place]! + since;
  const room = tops[place + 1]! - tops[place]!;
  const gap = time[place + 1]! - time[place]!;
  if (breaks[lastUpTo(breaks, place + 1)] !== place + 1) return tops[place]! + ((at - time[place]!) / gap) * room;
  const until = (time[place + 1]! - at) * scale;
  // To scale as far as packets travel, then the break.
  if (since <= margin) return tops[place]! + since;
  return until <= margin ? tops[place + 1]! - until : tops[place]! + margin + BREAK_HEIGHT / 2;
}

/** The place of the last of ascending values that is not greater than `value`; -1 for none. */
export function lastUpTo(values: Float64Array | Uint32Array, value: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

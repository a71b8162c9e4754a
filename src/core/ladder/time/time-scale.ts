/**
 * A ladder's rows by their times: so many px for a millisecond, idle times broken out, and no row closer to the one before
 * than `LEAST_STEP`, so that each can be seen and chosen; where rows stand closer in time, the scale is stretched.
 *
 * All heights are px from the ladder's top. A row's arrow passes the capture point at the row's line, `lineAt` below its
 * top; its two ends are later and earlier by the ways to the hosts.
 */
import { lastUpTo } from "../../base/bisect.ts";
import { BOTTOM_MARGIN, type RowPlaces, type RowSpan, TOP_MARGIN } from "../rows.ts";
import { RowNotes } from "./notes.ts";
import type { OneWay } from "./one-way.ts";
import { RowTops } from "./row-tops.ts";
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

/** Rows to scale, in lines of `rowHeight` px. One quick pass over the rows: a million take some ms. */
export function scaledRows(time: TimeScale, rowHeight: number): ScaledRows {
  const { steps, ways, scale } = time;
  const { time: times, breaks } = steps;
  const count = times.length;
  const way = ways.client + ways.server;
  const margin = way * scale;
  const spacing = { time: times, breaks, scale, leastStep: LEAST_STEP, breakHeight: BREAK_HEIGHT + 2 * margin };
  const tops = new RowTops(spacing, TOP_MARGIN + leadOf(time));
  const end = count === 0 ? TOP_MARGIN : tops.last + rowHeight + margin;
  const heightAt = (at: number) => heightOfTime(time, tops, margin, at);
  return {
    count,
    height: end + BOTTOM_MARGIN,
    top: (index) => (index < count ? tops.at(index) : end),
    heightOf: () => rowHeight,
    after: (index) => index + 1,
    at: (y) => (y < end ? tops.lastUpTo(y) : -1),
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

function heightOfTime({ steps, scale }: TimeScale, tops: RowTops, margin: number, at: number): number {
  const { time, breaks } = steps;
  const place = Math.max(0, lastUpTo(time, at));
  const since = (at - time[place]!) * scale;
  if (since <= 0 || place === time.length - 1) return tops.at(place) + since;
  const room = tops.at(place + 1) - tops.at(place);
  const gap = time[place + 1]! - time[place]!;
  if (breaks[lastUpTo(breaks, place + 1)] !== place + 1) return tops.at(place) + ((at - time[place]!) / gap) * room;
  const until = (time[place + 1]! - at) * scale;
  // To scale as far as packets travel, then the break.
  if (since <= margin) return tops.at(place) + since;
  return until <= margin ? tops.at(place + 1) - until : tops.at(place) + margin + BREAK_HEIGHT / 2;
}

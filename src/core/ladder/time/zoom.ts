/** How large a ladder may be drawn: rows that are even, rows to scale, and the distance of its lifelines. */
import type { OneWay } from "./one-way.ts";
import type { TimeSteps } from "./time-steps.ts";

/** Least and most of something that is zoomed. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Shares of the usual height of even rows, and of the usual distance of lifelines. */
export const ROW_BOUNDS: Bounds = { least: 0.75, most: 3 };
export const PITCH_BOUNDS: Bounds = { least: 0.5, most: 4 };

/** One press of a key or a button makes so much of it. */
export const ZOOM_STEP = 1.25;

/** Px that a packet on its way falls at most, to begin with, and however large the scale. */
const USUAL_FALL = 120;
const MOST_FALL = 1200;
/** Px for a row, on average, to begin with. */
const USUAL_STEP = 26;
/** Px for a nanosecond, at most: 20 for a microsecond. */
const MOST_SCALE = 0.02;
/** Px for everything, at least. */
const LEAST_HEIGHT = 200;

/** Px for a nanosecond, to begin with: rows have room for their words on average, and slants are gentle. */
export function usualScale({ time, active }: TimeSteps, ways: OneWay): number {
  if (active <= 0) return MOST_SCALE;
  const way = ways.client + ways.server;
  const falling = way > 0 ? USUAL_FALL / way : Number.POSITIVE_INFINITY;
  return Math.min((time.length * USUAL_STEP) / active, falling, MOST_SCALE);
}

/** The bounds of the scale, as shares of the usual one. */
export function scaleBounds(steps: TimeSteps, ways: OneWay): Bounds {
  const usual = usualScale(steps, ways);
  const way = ways.client + ways.server;
  const most = Math.min(MOST_SCALE, way > 0 ? MOST_FALL / way : Number.POSITIVE_INFINITY);
  return { least: Math.min(1, LEAST_HEIGHT / Math.max(1, steps.active) / usual), most: Math.max(1, most / usual) };
}

/** A zoom within its bounds. */
export function zoomWithin(zoom: number, { least, most }: Bounds): number {
  return Math.min(Math.max(zoom, least), most);
}

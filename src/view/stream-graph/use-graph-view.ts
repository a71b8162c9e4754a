/** Which part of the graph shows: all of it, until it is zoomed or moved. */
import { useMemo, useState } from "react";
import type { StreamSeries } from "../../core/stream-graph/series.ts";
import type { GraphView } from "../../core/stream-graph/strokes.ts";

/** From and to, in ns and in numbers. */
type Part = Pick<GraphView, "fromTime" | "toTime" | "fromNumber" | "toNumber">;

/** A step of zoom, and the smallest part of all that a zoom shows. */
const STEP = 1.5;
const LEAST = 1e-6;
/** Room above the highest number and behind the last time. */
const BEYOND = 1.04;

export interface GraphZoom {
  readonly view: GraphView;
  readonly isWhole: boolean;
  /** By steps at a point in shares of the plot from the left and the top; only across when `isAcross`. */
  readonly zoom: (steps: number, at?: { readonly x: number; readonly y: number }, isAcross?: boolean) => void;
  /** By px. */
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  /** Brings a time and numbers into view, if they are not. */
  readonly reveal: (time: number, number: number) => void;
}

/** The view on series in a plot of a size. */
export function useGraphView(series: readonly StreamSeries[], width: number, height: number): GraphZoom {
  const { whole: all, bounds } = useMemo(() => extentsOf(series), [series]);
  const [part, setPart] = useState<Part | null>(null);
  const shown = part ?? all;
  const view = useMemo(() => ({ ...shown, width, height }), [shown, width, height]);
  const move = (change: (now: Part) => Part) => setPart((now) => within(change(now ?? all), bounds));
  return {
    view,
    isWhole: part === null,
    fit: () => setPart(null),
    zoom: (steps, at = { x: 0.5, y: 0.5 }, isAcross = false) => {
      const factor = STEP ** -steps;
      move((now) => ({
        ...scaled(now, "fromTime", "toTime", at.x, factor),
        ...(isAcross ? numbersOf(now) : scaled(now, "fromNumber", "toNumber", 1 - at.y, factor)),
      }));
    },
    pan: (dx, dy) =>
      move((now) => {
        const time = (-dx / width) * (now.toTime - now.fromTime);
        const number = (dy / height) * (now.toNumber - now.fromNumber);
        return moved(now, time, number);
      }),
    reveal: (time, number) => {
      const off = (value: number, from: number, to: number) =>
        value < from || value > to ? value - (from + to) / 2 : 0;
      const [across, up] = [off(time, shown.fromTime, shown.toTime), off(number, shown.fromNumber, shown.toNumber)];
      if (across !== 0 || up !== 0) move((now) => moved(now, across, up));
    },
  };
}

/** What shows at first, and how far the graph can be moved: a large window leaves the segments half of the room at least. */
function extentsOf(series: readonly StreamSeries[]): { readonly whole: Part; readonly bounds: Part } {
  const most = (of: (one: StreamSeries) => number) => Math.max(1, ...series.map(of));
  const [highest, edge] = [most((one) => one.highest), most((one) => one.highestEdge)];
  const upTo = (number: number) => ({
    fromTime: 0,
    toTime: most((one) => one.lastTime) * BEYOND,
    fromNumber: 0,
    toNumber: number * BEYOND,
  });
  return { whole: upTo(Math.max(highest, Math.min(edge, 2 * highest))), bounds: upTo(Math.max(highest, edge)) };
}

const numbersOf = ({ fromNumber, toNumber }: Part) => ({ fromNumber, toNumber });

function scaled<From extends keyof Part, To extends keyof Part>(
  part: Part,
  from: From,
  to: To,
  at: number,
  factor: number,
) {
  const [least, most] = [part[from], part[to]];
  const fixed = least + at * (most - least);
  return { [from]: fixed - (fixed - least) * factor, [to]: fixed + (most - fixed) * factor } as Record<
    From | To,
    number
  >; // the two keys
}

const moved = (part: Part, time: number, number: number): Part => ({
  fromTime: part.fromTime + time,
  toTime: part.toTime + time,
  fromNumber: part.fromNumber + number,
  toNumber: part.toNumber + number,
});

/** The part, no larger than all, no smaller than can be told apart, and within all. */
function within(part: Part, all: Part): Part {
  const time = bounded(part.fromTime, part.toTime, all.toTime);
  const number = bounded(part.fromNumber, part.toNumber, all.toNumber);
  return { fromTime: time.from, toTime: time.to, fromNumber: number.from, toNumber: number.to };
}

function bounded(from: number, to: number, most: number) {
  const size = Math.min(Math.max(to - from, most * LEAST), most);
  const start = Math.min(Math.max((from + to - size) / 2, 0), most - size);
  return { from: start, to: start + size };
}

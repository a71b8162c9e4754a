/**
 * What of a series shows in a part of the plane, as strokes in px: each segment one, or all that share a column of pixels,
 * so that there are never more than the picture is wide. One walk over what is in view.
 */
import type { StreamAcks, StreamMarks } from "./series.ts";

/** The part that shows, and the px that it has; y counts from the top. */
export interface GraphView {
  readonly fromTime: number;
  readonly toTime: number;
  readonly fromNumber: number;
  readonly toNumber: number;
  readonly width: number;
  readonly height: number;
}

export const xOf = ({ fromTime, toTime, width }: GraphView, time: number): number =>
  ((time - fromTime) / (toTime - fromTime || 1)) * width;
export const yOf = ({ fromNumber, toNumber, height }: GraphView, number: number): number =>
  height - ((number - fromNumber) / (toNumber - fromNumber || 1)) * height;

/** Upright strokes: x, upper and lower end by turns; first of what was sent once, then of what was sent again. */
export interface MarkStrokes {
  readonly once: readonly number[];
  readonly again: readonly number[];
}

/** The segments in view. */
export function markStrokes(marks: StreamMarks, view: GraphView): MarkStrokes {
  const strokes = { once: [] as number[], again: [] as number[] };
  const columns = { once: new Column(strokes.once), again: new Column(strokes.again) };
  for (let at = firstAt(marks.time, view.fromTime); at < marks.length && marks.time[at]! <= view.toTime; at++) {
    const [top, bottom] = [yOf(view, marks.to[at]!), yOf(view, marks.from[at]!)];
    if (bottom < 0 || top > view.height) continue;
    (marks.again[at] ? columns.again : columns.once).add(Math.floor(xOf(view, marks.time[at]!)), top, bottom);
  }
  columns.once.end();
  columns.again.end();
  return strokes;
}

/** Gathers the strokes of one column of pixels: such as touch become one. */
class Column {
  private readonly strokes: number[];
  private x = Number.NaN;
  private top = 0;
  private bottom = 0;

  constructor(strokes: number[]) {
    this.strokes = strokes;
  }

  add(x: number, top: number, bottom: number): void {
    const touches = x === this.x && top <= this.bottom + 1 && bottom >= this.top - 1;
    if (!touches) {
      this.end();
      this.x = x;
      this.top = top;
      this.bottom = bottom;
      return;
    }
    this.top = Math.min(this.top, top);
    this.bottom = Math.max(this.bottom, bottom);
  }

  end(): void {
    if (!Number.isNaN(this.x)) this.strokes.push(this.x, this.top, this.bottom);
  }
}

/** Points of a line of steps, x and y by turns: it goes level until something is said, then up or down. */
export function stepLine(acks: StreamAcks, values: Float64Array, view: GraphView): readonly number[] {
  const points: number[] = [];
  let column = Number.NaN;
  let [least, most, last] = [Number.NaN, Number.NaN, Number.NaN];
  const endColumn = () => {
    if (least < last) points.push(column, least);
    if (most > last) points.push(column, most);
    if (!Number.isNaN(last)) points.push(column, last);
  };
  // What was said last before the view holds at its left edge.
  for (let at = Math.max(0, firstAt(acks.time, view.fromTime) - 1); at < acks.length; at++) {
    const time = acks.time[at]!;
    if (time > view.toTime) break;
    if (Number.isNaN(values[at]!)) continue;
    const x = Math.max(0, Math.floor(xOf(view, time)));
    const y = yOf(view, values[at]!);
    if (x !== column) {
      endColumn();
      if (!Number.isNaN(last)) points.push(x, last);
      column = x;
      [least, most] = [y, y];
    }
    least = Math.min(least, y);
    most = Math.max(most, y);
    last = y;
  }
  endColumn();
  if (!Number.isNaN(last)) points.push(view.width, last);
  return points;
}

/** The first of ascending times that is not before a time; their number when all are. */
export function firstAt(times: Float64Array, time: number): number {
  let from = 0;
  let to = times.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (times[middle]! < time) from = middle + 1;
    else to = middle;
  }
  return from;
}

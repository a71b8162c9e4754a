/** The segment that a point of the graph is nearest to. */
import type { StreamMarks } from "./series.ts";
import { firstAt, type GraphView, xOf, yOf } from "./strokes.ts";

/** So many segments to either side of the point in time are looked at. */
const MOST = 4000;

/** A position in the marks, and how far it is in px; null with none within `reach` px. */
export function nearestMark(
  marks: StreamMarks,
  view: GraphView,
  point: { readonly x: number; readonly y: number },
  reach: number,
): { readonly at: number; readonly distance: number } | null {
  const time = view.fromTime + (point.x / (view.width || 1)) * (view.toTime - view.fromTime);
  const middle = firstAt(marks.time, time);
  let best: { at: number; distance: number } | null = null;
  const look = (at: number): boolean => {
    const across = Math.abs(xOf(view, marks.time[at]!) - point.x);
    if (across > reach) return false;
    const [top, bottom] = [yOf(view, marks.to[at]!), yOf(view, marks.from[at]!)];
    const distance = Math.hypot(across, Math.max(0, top - point.y, point.y - bottom));
    if (distance <= reach && (!best || distance < best.distance)) best = { at, distance };
    return true;
  };
  for (let at = middle; at < Math.min(marks.length, middle + MOST) && look(at); at++);
  for (let at = middle - 1; at >= Math.max(0, middle - MOST) && look(at); at--);
  return best;
}

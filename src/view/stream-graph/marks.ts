/** A segment of the graph, and how to find that of a packet. */
import { placeOf } from "../../core/base/bisect.ts";
import type { StreamSeries } from "../../core/stream-graph/series.ts";

/** A segment by its series and its position in there. */
export interface PointedMark {
  readonly series: StreamSeries;
  readonly at: number;
}

/** The segment that a row of the packet table is; null for what sent nothing, and of other connections. */
export function markOf(series: readonly StreamSeries[], rows: Uint32Array, row: number | null): PointedMark | null {
  const place = row === null ? -1 : placeOf(rows, row);
  if (place < 0) return null;
  for (const one of series) {
    const at = placeOf(one.marks.place, place);
    if (at >= 0) return { series: one, at };
  }
  return null;
}

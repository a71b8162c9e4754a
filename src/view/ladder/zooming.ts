/** Larger and smaller by a step or a share, from wherever it is asked for: keys, buttons, the wheel. */
import { type Bounds, PITCH_BOUNDS, ROW_BOUNDS, ZOOM_STEP, zoomWithin } from "../../core/ladder/time/zoom.ts";
import { zoomTo } from "../../store/scale.ts";
import { useStore } from "../../store/store.ts";

/** Down the ladder, or across it. */
export type ZoomAxis = "rows" | "pitch";

/** Bounds of the scale of the ladder that shows: they depend on its times. */
let timeBounds: Bounds = { least: 1, most: 1 };

/** Says how far the scale of the ladder that shows can go. */
export function setTimeBounds(bounds: Bounds): void {
  timeBounds = bounds;
}

/** Multiplies what is drawn along an axis. */
export function zoomBy(axis: ZoomAxis, factor: number): void {
  const { isToScale, zoom } = useStore.getState().scale;
  if (axis === "pitch") zoomTo({ pitch: zoomWithin(zoom.pitch * factor, PITCH_BOUNDS) });
  else if (isToScale) zoomTo({ time: zoomWithin(zoom.time * factor, timeBounds) });
  else zoomTo({ rows: zoomWithin(zoom.rows * factor, ROW_BOUNDS) });
}

/** A step in (1) or out (-1). */
export function zoomStep(axis: ZoomAxis, by: 1 | -1): void {
  zoomBy(axis, ZOOM_STEP ** by);
}

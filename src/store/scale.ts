/** Steps that change how large the ladder is drawn. */
import { type LadderZoom, NO_ZOOM } from "./scale-slice.ts";
import { useStore } from "./store.ts";

const { setState: set } = useStore;

/** Puts the rows of the ladder where their times are, or one below the other. */
export function showToScale(isToScale: boolean): void {
  set(({ scale }) => ({ scale: { ...scale, isToScale } }));
}

/** Slants the arrows of a ladder to scale, or leaves them level. */
export function showSlants(isSlanted: boolean): void {
  set(({ scale }) => ({ scale: { ...scale, isSlanted } }));
}

/** Draws the ladder larger or smaller. Whoever calls keeps within bounds. */
export function zoomTo(changes: Partial<LadderZoom>): void {
  set(({ scale }) => ({ scale: { ...scale, zoom: { ...scale.zoom, ...changes } } }));
}

/** Draws the ladder as large as it began. */
export function resetZoom(): void {
  set(({ scale }) => ({ scale: { ...scale, zoom: NO_ZOOM } }));
}

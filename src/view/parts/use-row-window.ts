/** The rows of a scrolled list that are to be drawn. */
import { type RowWindow, rowWindow } from "./scaled-scroll.ts";
import type { ScaledScroll } from "./use-scaled-scroll.ts";
import { useSettled } from "./use-settled.ts";

/** Those in view; where the list rests, half a screen on either side too, so that a little scrolling brings nothing new. */
export function useRowWindow(
  { contentTop, viewportHeight }: ScaledScroll,
  content: number,
  rowHeight: number,
): RowWindow {
  const around = useSettled(contentTop, viewportHeight) ? viewportHeight / 2 : 0;
  return rowWindow({ content, viewport: viewportHeight }, contentTop, rowHeight, around);
}

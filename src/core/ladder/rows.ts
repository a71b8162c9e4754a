/** Where the rows stand among all, in px from the ladder's top; a row is as high as every other. */
import type { LadderColumns } from "./columns.ts";

/** Room above the first row and below the last one, where the lifelines go on. */
export const TOP_MARGIN = 4;
export const BOTTOM_MARGIN = 24;

type RowHeight = Pick<LadderColumns, "rowHeight">;

/** Height of all rows together, margins included. */
export function ladderHeight(count: number, { rowHeight }: RowHeight): number {
  return TOP_MARGIN + count * rowHeight + BOTTOM_MARGIN;
}

/** Top of a row among all. */
export function rowTop(index: number, { rowHeight }: RowHeight): number {
  return TOP_MARGIN + index * rowHeight;
}

/** The row at a height among all; -1 for none. */
export function rowAt(y: number, count: number, { rowHeight }: RowHeight): number {
  const index = Math.floor((y - TOP_MARGIN) / rowHeight);
  return index >= 0 && index < count ? index : -1;
}

/** Parts of bytes and texts: `[from:count]`, `[from-to]`, `[n]`, several joined by commas. */
import { Rejection } from "./problem.ts";
import type { Range } from "./tree.ts";

/** Says no to ranges that hold nothing whatever the bytes. Throws a Rejection. */
export function checkRanges(ranges: readonly Range[]): void {
  for (const range of ranges) {
    const { from, count, to } = range;
    if (count !== null && count <= 0) throw new Rejection({ kind: "emptySlice" }, range);
    if (to !== null && from >= 0 && to < from) throw new Rejection({ kind: "emptySlice" }, range);
  }
}

/** The parts of a text whose elements are `width` characters; ranges that reach beyond it hold nothing. */
export function slice(text: string, ranges: readonly Range[], width: number): string {
  const length = text.length / width;
  let parts = "";
  for (const { from, count, to } of ranges) {
    const first = from < 0 ? length + from : from;
    const end = to !== null ? (to < 0 ? length + to : to) + 1 : count === null ? length : first + count;
    const isThere = first >= 0 && first < length && end <= length && end > first;
    if (isThere) parts += text.slice(first * width, end * width);
  }
  return parts;
}

/** The list's scrolling: which packets are in view, where each stands, and what happens when one has more lines. */
import { useLayoutEffect, useRef, useState } from "react";
import type { Capture } from "../../store/capture.ts";
import { useTokenPixels } from "../parts/size-class.ts";
import { type ScaledScroll, useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useLineHeights } from "./use-line-heights.ts";
import type { PrintedPackets } from "./use-printer.ts";

export interface LineScroll {
  readonly scroll: ScaledScroll;
  /** Places in view, `end` exclusive, of `count`. */
  readonly first: number;
  readonly end: number;
  readonly count: number;
  /** Px from the content's top, and of the packet's lines. */
  topOf(place: number): number;
  heightOf(place: number): number;
  /** Takes how many lines packets have by their text; those of `rows` stand from `first` on. */
  measure(rows: readonly number[], packets: PrintedPackets): void;
}

/** `rowHeight` is that of a packet with one line, in px. */
export function useLineScroll(capture: Capture, shown: Uint32Array | null, rowHeight: number): LineScroll {
  const line = useTokenPixels("--line-height");
  const rest = rowHeight - line;
  const heights = useLineHeights(capture, shown);
  const [, setCorrections] = useState(0);
  const shift = useRef(0);
  const { count } = heights;
  const scroll = useScaledScroll({ contentHeight: heights.total() * line + count * rest });
  const topOf = (place: number) => heights.before(place) * line + place * rest;
  const heightOf = (place: number) => heights.linesOf(place) * line + rest;
  const { contentTop, viewportHeight } = scroll;
  const first = heights.placeAt(contentTop, line, rest);
  let end = first;
  for (let at = topOf(first); end < count && at < contentTop + viewportHeight; end++) at += heightOf(end);
  useLayoutEffect(() => {
    // What stands in view stays there though packets above it grew.
    if (shift.current !== 0) scroll.scrollToContent(contentTop + shift.current);
    shift.current = 0;
  });
  const measure = (rows: readonly number[], packets: PrintedPackets) => {
    let isOther = false;
    for (const [index, row] of rows.entries()) {
      const place = first + index;
      const text = packets.get(row)?.text;
      if (text === undefined || place >= count) continue;
      const isAbove = topOf(place) < contentTop;
      const more = heights.set(place, lineCount(text));
      if (more !== 0) isOther = true;
      if (isAbove) shift.current += more * line;
    }
    if (isOther) setCorrections((corrections) => corrections + 1);
  };
  return { scroll, first, end, count, topOf, heightOf, measure };
}

function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

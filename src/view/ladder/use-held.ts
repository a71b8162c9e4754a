/** Keeps what the reader looks at where it is when rows move: when they are zoomed, or stand to scale. */
import { useLayoutEffect, useRef } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import { nearestRow, type RowPlaces } from "../../core/ladder/rows.ts";
import { selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import type { ScaledScroll } from "../parts/use-scaled-scroll.ts";

/** Something between two rows, px below the first row in view. */
interface Held {
  readonly index: number;
  readonly share: number;
  readonly below: number;
}

/** What is held when rows move next: by its height in px below the head; without one, the chosen packet, if it is in view. */
export type Hold = (below: number) => void;

/** Scrolls as rows move; gives what says what to hold. */
export function useHeld(places: RowPlaces, scroll: ScaledScroll, rows: Uint32Array): Hold {
  const { contentTop, viewportHeight, scrollToContent } = scroll;
  const selected = useStore(selectedPacket);
  const asked = useRef<Held | null>(null);
  const last = useRef(places);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = places;
    if (before !== places && before.count === places.count) {
      const held = asked.current ?? chosen(before, contentTop, viewportHeight, rows, selected);
      const index = Math.min(held.index, places.count - 1);
      const top = places.top(index) + held.share * (places.top(index + 1) - places.top(index)) - held.below;
      scrollToContent(top <= places.top(0) && !asked.current ? 0 : top);
      asked.current = null;
    }
  });
  return (below) => {
    asked.current = heldAt(places, contentTop, below);
  };
}

/** The same across: what is held when lifelines move, by its px from the left; without one, nothing is. */
export function useHeldAcross(columns: LadderColumns, left: number, scrollTo: (left: number) => void): Hold {
  const asked = useRef<{ readonly place: number; readonly at: number } | null>(null);
  const last = useRef(columns);
  useLayoutEffect(() => {
    if (last.current === columns) return;
    last.current = columns;
    const held = asked.current;
    asked.current = null;
    if (held) scrollTo(columns.firstLifeline + held.place * columns.pitch - held.at);
  });
  return (at) => {
    asked.current = { place: (at + left - columns.firstLifeline) / columns.pitch, at };
  };
}

function chosen(places: RowPlaces, contentTop: number, height: number, rows: Uint32Array, selected: number | null) {
  const index = selected === null ? -1 : placeOf(rows, selected);
  const below = index < 0 || index >= places.count ? -1 : places.top(index) - contentTop;
  return below >= 0 && below < height ? { index, share: 0, below } : heldAt(places, contentTop, 0);
}

function heldAt(places: RowPlaces, contentTop: number, below: number): Held {
  const y = contentTop + below;
  const index = Math.max(0, nearestRow(places, y));
  const height = places.top(index + 1) - places.top(index);
  return { index, share: height > 0 ? (y - places.top(index)) / height : 0, below };
}

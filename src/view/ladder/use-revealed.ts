/** Keeps the chosen packet in view, or the one that keys moved to: scrolls to it once, and then leaves the scrolling alone. */
import { useLayoutEffect, useRef } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import { leftShowing, lifelinesOf } from "../../core/ladder/lifelines.ts";
import { markedPacket } from "../../store/picks.ts";
import { shownRows } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import type { SceneInRoom } from "./use-scene.ts";

/**
 * Scrolls when a packet is chosen; `ladder` names what is shown, so that the same packet is found again in another, as it is
 * when a filter takes rows away or brings them back.
 */
export function useRevealed({ scene, scroll, sideways }: SceneInRoom, ladder: string): void {
  const revealed = useRef({ ladder: "", marked: -1, filtered: null as Uint32Array | null });
  const filtered = useStore(shownRows);
  const { columns, content, places, window } = scene;
  const { reveal, scrollToLeft } = scroll;
  const isShown = scroll.viewportHeight > 0;
  useLayoutEffect(() => {
    const show = () => {
      const marked = markedPacket(useStore.getState());
      if (!isShown || marked === null) return;
      const known = revealed.current;
      if (known.ladder === ladder && known.marked === marked && known.filtered === filtered) return;
      const index = placeOf(content.rows, marked);
      if (index < 0) return;
      revealed.current = { ladder, marked, filtered };
      reveal(places.top(index), places.heightOf(index));
      const left = leftShowing(columns, window.left, lifelinesOf(content, marked));
      if (left !== window.left) scrollToLeft(left / sideways);
    };
    show();
    return useStore.subscribe(show); // at once, so that the choice and its place are drawn together
  }, [ladder, filtered, isShown, content, columns, places, window, sideways, reveal, scrollToLeft]);
}

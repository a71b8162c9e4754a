/** How the menu of filters is asked for, by the pointer and by keys, and where it opens. */
import type { KeyboardEvent, MouseEvent } from "react";
import { offerFilters, type Point } from "../../store/filter-menu.ts";

/** Whether a key asks for the menu of what has the focus. */
export const asksForMenu = ({ key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">): boolean =>
  key === "ContextMenu" || (shiftKey && key === "F10");

/** Below the left of an element. */
export function belowElement(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

/** What a button listens to that offers filters; empty ones are none. */
export function filterEvents(filters: readonly string[]) {
  const offers = filters.filter((filter) => filter !== "");
  return {
    onContextMenu(event: MouseEvent) {
      event.preventDefault();
      offerFilters(offers, { x: event.clientX, y: event.clientY });
    },
    onKeyDown(event: KeyboardEvent) {
      if (!asksForMenu(event)) return;
      event.preventDefault();
      offerFilters(offers, belowElement(event.currentTarget));
    },
  };
}

/** Moves the focus from panel to panel. A panel is an element with `data-panel`. */

import { FOCUSABLE } from "../parts/focusable.ts";

/** Focuses the next (1) or previous (-1) panel that shows, round the ends. False when there is none. */
export function focusNextPanel(step: 1 | -1): boolean {
  const panels = Array.from(document.querySelectorAll<HTMLElement>("[data-panel]")).filter(
    (panel) => panel.checkVisibility() && first(panel),
  );
  if (panels.length === 0) return false;
  const now = panels.findIndex((panel) => panel.contains(document.activeElement));
  const next = now < 0 && step < 0 ? panels.length - 1 : (now + step + panels.length) % panels.length;
  first(panels[next]!)?.focus({ preventScroll: true });
  return true;
}

/** Where a panel takes the focus: its list or tree, else its first control. */
function first(panel: HTMLElement): HTMLElement | undefined {
  const found = Array.from(panel.querySelectorAll<HTMLElement>(FOCUSABLE)).filter((element) =>
    element.checkVisibility(),
  );
  return found.find((element) => element.matches('[tabindex="0"]:not([role=tab], [role=separator])')) ?? found[0];
}

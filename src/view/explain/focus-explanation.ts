/** The key that leads to the explanation, and back to where the reader was. */

let before: HTMLElement | null = null;

/** Moves the focus to the explanation's topics, or from there to where it was. False where there is none. */
export function focusExplanation(): boolean {
  const tab = document.querySelector<HTMLElement>("[data-explain] [role=tab][aria-selected=true]");
  if (!tab?.checkVisibility()) return false;
  const { activeElement } = document;
  if (activeElement?.closest("[data-explain]")) {
    if (before?.isConnected) before.focus({ preventScroll: true });
    else if (activeElement instanceof HTMLElement) activeElement.blur();
    return true;
  }
  before = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
  tab.focus();
  return true;
}

/**
 * When what has just come may take the focus: not from a tab, whose arrow keys lead past it, nor from what is pressed
 * several times, and brings steps by the way.
 */
const KEEPING = "[role=tab], [data-keeps-focus]";

/** Gives an element the focus, unless what has it keeps it. */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (!document.activeElement?.matches(KEEPING)) element?.focus();
}

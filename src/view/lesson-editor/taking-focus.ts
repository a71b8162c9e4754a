/** When what has just come may take the focus: not from a tab, whose arrow keys lead past it. */

/** Gives an element the focus, unless a tab has it. */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (!document.activeElement?.matches("[role=tab]")) element?.focus();
}

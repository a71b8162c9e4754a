/**
 * Keeps the focus when what has it goes away: a deleted row, a dismissed notice, a button that is no longer offered. The
 * browser drops it to the page then, which reads nothing out, and from which Tab begins anew.
 *
 * It goes to the same control of the row beside, else back to where it was before, else to what is left around. When a
 * whole screen changes for another one, it has no place to be kept at.
 *
 * While a key is held it waits: the press that took the old place away would act on the new one, or write into it.
 */
import { useEffect } from "react";
import { FOCUSABLE, TEXT_FIELDS } from "./focusable.ts";

/** Elements that had the focus and are remembered; as many as a sheet may lead through before it closes. */
const MOST = 40;

/** Watches over the page as long as the caller is shown. */
export function useKeptFocus(): void {
  useEffect(() => {
    const before: HTMLElement[] = [];
    let now: HTMLElement | null = null;
    let isHeld = false;
    let lost: (() => void) | null = null;
    const came = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      now = target;
      const last = before.indexOf(target);
      if (last >= 0) before.splice(last, 1);
      before.push(target);
      if (before.length > MOST) before.shift();
    };
    // A reader may leave what stays, by a press beside it: nothing is lost then.
    const left = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (now === target && now?.isConnected && hasNone()) now = null;
      });
    const removals = new MutationObserver((records) => {
      if (!now || now.isConnected || !hasNone()) return;
      const gone = now;
      now = null;
      const removal = records.find(({ removedNodes }) => Array.from(removedNodes).some((node) => node.contains(gone)));
      if (!removal) return;
      lost = () => focusFirst(placesFor(gone, removal, before));
      if (!isHeld) settle();
    });
    const settle = () => {
      if (hasNone()) lost?.();
      lost = null;
    };
    const press = () => {
      isHeld = true;
    };
    const release = () => {
      isHeld = false;
      settle();
    };
    document.addEventListener("focusin", came);
    document.addEventListener("focusout", left);
    document.addEventListener("keydown", press, { capture: true });
    document.addEventListener("keyup", release, { capture: true });
    removals.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", came);
      document.removeEventListener("focusout", left);
      document.removeEventListener("keydown", press, { capture: true });
      document.removeEventListener("keyup", release, { capture: true });
      removals.disconnect();
    };
  }, []);
}

const hasNone = () => document.activeElement === document.body;

/** Focuses the first that takes it. */
function focusFirst(places: Iterable<HTMLElement>): void {
  for (const place of places) {
    place.focus();
    if (document.activeElement === place) return;
  }
}

/** Where the focus may go, the best place first; those that are hidden or behind a dialog do not take it. */
function* placesFor(
  lost: HTMLElement,
  { target, removedNodes, nextSibling, previousSibling }: MutationRecord,
  before: readonly HTMLElement[],
): Generator<HTMLElement> {
  const gone = Array.from(removedNodes).find((node) => node.contains(lost));
  if (!(gone instanceof HTMLElement) || gone.tagName === "MAIN") return;
  if (gone !== lost) {
    const fromEnd = controlsIn(gone).reverse().indexOf(lost);
    for (const row of [nextSibling, previousSibling]) {
      if (!(row instanceof HTMLElement) || row.tagName !== gone.tagName) continue;
      const control = controlsIn(row).reverse()[fromEnd];
      if (control) yield control;
    }
  }
  const within = regionOf(target);
  const mayTake = (element: HTMLElement) => !element.matches(TEXT_FIELDS) || regionOf(element) === within;
  yield* before.filter((element) => element.isConnected && mayTake(element)).reverse();
  // Around the place, as far as the sheet or the panels reach; what stood beside them leaves the panels.
  const whole = within ?? document.querySelector("main");
  for (let around = within ? target : whole; around instanceof Element; ) {
    yield* controlsIn(around);
    around = around === whole ? null : around.parentElement;
  }
}

/** The sheet, or the panels all together, that a place is in. What is written in one is no command of another. */
const regionOf = (node: Node) => (node instanceof Element ? node.closest("main, dialog") : null);

const controlsIn = (element: Element) => Array.from(element.querySelectorAll<HTMLElement>(FOCUSABLE));

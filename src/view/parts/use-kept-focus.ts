/**
 * Keeps the focus when what has it goes away: a deleted row, a dismissed notice, a button that is no longer offered. The
 * browser drops it to the page then, which reads nothing out, and from which Tab begins anew.
 *
 * It goes to the same control of the row beside, else back to where it was before, else to what is left around. When a
 * whole screen changes for another one, it has no place to be kept at.
 */
import { useEffect } from "react";
import { FOCUSABLE } from "./focusable.ts";

/** Elements that had the focus and are remembered; as many as a sheet may lead through before it closes. */
const MOST = 40;

/** Watches over the page as long as the caller is shown. */
export function useKeptFocus(): void {
  useEffect(() => {
    const before: HTMLElement[] = [];
    let now: HTMLElement | null = null;
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
      const lost = now;
      now = null;
      const removal = records.find(({ removedNodes }) => Array.from(removedNodes).some((node) => node.contains(lost)));
      if (!removal) return;
      for (const place of placesFor(lost, removal, before)) {
        place.focus();
        if (document.activeElement === place) return;
      }
    });
    document.addEventListener("focusin", came);
    document.addEventListener("focusout", left);
    removals.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", came);
      document.removeEventListener("focusout", left);
      removals.disconnect();
    };
  }, []);
}

const hasNone = () => document.activeElement === document.body;

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
  yield* before.filter(({ isConnected }) => isConnected).reverse();
  for (let around = target; around instanceof HTMLElement && around !== document.body; ) {
    yield* controlsIn(around);
    if (around.matches("main, dialog")) return;
    around = around.parentNode ?? document.body;
  }
}

const controlsIn = (element: HTMLElement) => Array.from(element.querySelectorAll<HTMLElement>(FOCUSABLE));

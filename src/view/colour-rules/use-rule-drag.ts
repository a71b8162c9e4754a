/** Dragging colouring rules by their handles to another place in the list. */
import { type PointerEvent as ReactPointerEvent, useState } from "react";
import { putRule } from "../../store/colour-rules.ts";

export interface RuleDrag {
  /** The rule in whose place the dragged one would come; null while none is dragged. */
  readonly over: string | null;
  readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>, key: string) => void;
}

export function useRuleDrag(): RuleDrag {
  const [over, setOver] = useState<string | null>(null);
  const onPointerDown = (event: ReactPointerEvent<HTMLElement>, key: string) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const list = event.currentTarget.closest("ol");
    const done = new AbortController();
    let goal: string | null = null;
    const move = ({ clientY }: PointerEvent) => {
      goal = ruleAt(list, clientY);
      setOver(goal === key ? null : goal);
    };
    const end = () => {
      done.abort();
      setOver(null);
      if (goal !== null && goal !== key) putRule(key, goal);
    };
    addEventListener("pointermove", move, { signal: done.signal });
    addEventListener("pointerup", end, { signal: done.signal });
    addEventListener("pointercancel", end, { signal: done.signal });
  };
  return { over, onPointerDown };
}

/** The rule that stands at `y` of the window; null for none. */
function ruleAt(list: Element | null, y: number): string | null {
  for (const item of list?.querySelectorAll<HTMLElement>("[data-rule]") ?? []) {
    const { top, bottom } = item.getBoundingClientRect();
    if (y >= top && y < bottom) return item.dataset.rule ?? null;
  }
  return null;
}

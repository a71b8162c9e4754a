/** Dragging the heads of the packet list's columns: by the title to another place, by the edge to another width. */
import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { moveColumn, resizeColumn } from "../../store/columns.ts";

/** Px that a pointer moves before it drags. */
const STILL = 4;

export function useHeadDrag() {
  /** The column in whose place the dragged one would come; null while none is dragged. */
  const [over, setOver] = useState<string | null>(null);
  const dragged = useRef(false);

  const onMoveDown = (event: ReactPointerEvent<HTMLElement>, id: string) => {
    if (event.button !== 0) return;
    dragged.current = false;
    const heads = event.currentTarget.closest("[role=row]");
    const from = event.clientX;
    let goal: string | null = null;
    follow({
      move: ({ clientX }) => {
        if (!dragged.current && Math.abs(clientX - from) < STILL) return;
        dragged.current = true;
        goal = headAt(heads, clientX);
        setOver(goal === id ? null : goal);
      },
      end: () => {
        setOver(null);
        if (goal !== null && goal !== id) moveColumn(id, goal);
      },
    });
  };

  const onEdgeDown = (event: ReactPointerEvent<HTMLElement>, id: string) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    const from = event.clientX;
    follow({
      move: ({ clientX }) => {
        if (clientX !== from) resizeColumn(id, width + clientX - from);
      },
      end: () => {},
    });
  };

  // A pointer that dragged does not click.
  return { over, onMoveDown, onEdgeDown, wasClick: () => !dragged.current };
}

interface Following {
  readonly move: (event: PointerEvent) => void;
  readonly end: () => void;
}

/** Listens to the window until the pointer is let go. */
function follow({ move, end }: Following): void {
  const done = new AbortController();
  const stop = () => {
    done.abort();
    end();
  };
  addEventListener("pointermove", move, { signal: done.signal });
  addEventListener("pointerup", stop, { signal: done.signal });
  addEventListener("pointercancel", stop, { signal: done.signal });
}

/** The column whose head stands at `x` of the window; null for none. */
function headAt(heads: Element | null, x: number): string | null {
  for (const head of heads?.querySelectorAll<HTMLElement>("[data-column]") ?? []) {
    const { left, right } = head.getBoundingClientRect();
    if (x >= left && x < right) return head.dataset.column ?? null;
  }
  return null;
}

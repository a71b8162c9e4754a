/**
 * Dragging a lifeline by its name to another place among those in view; at the edges the ladder scrolls on. The window is
 * listened to, since the name that was taken hold of may be scrolled out of view on the way.
 */
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import type { NamedHosts } from "../../core/ladder/hosts/lifeline-names.ts";
import { gapAt, lifelineX } from "../../core/ladder/lifelines.ts";
import { moveLifeline } from "../../store/lifelines.ts";
import type { SceneInRoom } from "./use-scene.ts";

/** Px that a pointer moves before it drags, and how near to an edge the ladder scrolls, by how much a frame. */
const STILL = 4;
const EDGE = 36;
const SPEED = 14;

interface Drag {
  readonly lifeline: number;
  /** Left edge of what holds the names, in px of the window; where the drag began and where it is, in px from there. */
  readonly edge: number;
  readonly from: number;
  readonly x: number;
  /** The pointer moved so far that it is no click. */
  readonly isOn: boolean;
}

/** Where a dragged lifeline would come to stand. */
interface Goal {
  readonly lifeline: number;
  /** Of the pointer, px from the visible left edge. */
  readonly x: number;
  /** The lifeline before which it would stand, and where a mark for that stands. */
  readonly gap: number;
  readonly gapX: number;
}

export function useLifelineDrag(room: SceneInRoom, hosts: NamedHosts) {
  const { columns, window: shown } = room.scene;
  const [drag, setDrag] = useState<Drag | null>(null);
  const goal = drag?.isOn ? goalOf(drag, columns, shown.left) : null;
  /** A pointer that dragged does not click. */
  const dragged = useRef(false);
  useScrolling(room, goal?.x ?? null);
  useWindowPointer(drag !== null, {
    move: (clientX) => setDrag((before) => before && moved(before, clientX)),
    end: (takes) => {
      dragged.current = goal !== null;
      if (goal && takes) drop(hosts, goal);
      setDrag(null);
    },
  });
  const onPointerDown = (event: PointerEvent<HTMLElement>, lifeline: number) => {
    if (event.button !== 0) return;
    dragged.current = false;
    const edge = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    const x = event.clientX - edge;
    setDrag({ lifeline, edge, from: x, x, isOn: false });
  };
  return { goal, onPointerDown, wasClick: () => !dragged.current };
}

function moved(drag: Drag, clientX: number): Drag {
  const x = clientX - drag.edge;
  return { ...drag, x, isOn: drag.isOn || Math.abs(x - drag.from) > STILL };
}

/** Beyond the edges of the lifelines a pointer is where they end. */
function goalOf({ lifeline, x: wanted }: Drag, columns: LadderColumns, left: number): Goal {
  const within = (x: number) => Math.min(Math.max(x, columns.middleLeft), columns.middleRight);
  const x = within(wanted);
  const gap = gapAt(columns, x, left);
  return { lifeline, x, gap, gapX: within(lifelineX(columns, gap - 0.5, left)) };
}

/** Puts a lifeline before the one at the gap, or behind the last one. */
function drop({ ends, shown }: NamedHosts, { lifeline, gap }: Goal): void {
  if (gap === lifeline || gap === lifeline + 1) return;
  const end = ends.at(shown[lifeline]!); // one that shows, as are the others
  const target = ends.at(gap < shown.length ? shown[gap]! : shown.at(-1)!);
  moveLifeline({ end, side: gap < shown.length ? "before" : "after", target });
}

interface PointerWatch {
  readonly move: (clientX: number) => void;
  /** False when it was given up. */
  readonly end: (takes: boolean) => void;
}

/** Follows the pointer wherever it goes, until it is up or Escape gives it up. */
function useWindowPointer(isOn: boolean, watch: PointerWatch): void {
  const now = useRef(watch);
  useEffect(() => {
    now.current = watch;
  });
  useEffect(() => {
    if (!isOn) return;
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener("pointermove", ({ clientX }) => now.current.move(clientX), { signal });
    addEventListener("pointerup", () => now.current.end(true), { signal });
    addEventListener("pointercancel", () => now.current.end(false), { signal });
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      now.current.end(false);
    };
    addEventListener("keydown", onKey, { signal, capture: true });
    return () => listening.abort();
  }, [isOn]);
}

/** Scrolls sideways as long as the pointer is at an edge of the lifelines. */
function useScrolling({ scene, scroll, sideways }: SceneInRoom, x: number | null): void {
  const { middleLeft, middleRight } = scene.columns;
  const { left } = scene.window;
  const { scrollToLeft } = scroll;
  const by = x === null ? 0 : x < middleLeft + EDGE ? -SPEED : x > middleRight - EDGE ? SPEED : 0;
  useEffect(() => {
    if (by === 0) return;
    const frame = requestAnimationFrame(() => scrollToLeft((left + by) / sideways));
    return () => cancelAnimationFrame(frame);
  }, [by, left, sideways, scrollToLeft]);
}

/** Dragging a lifeline by its name to another place among those in view; at the edges the ladder scrolls on. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { NamedHosts } from "../../core/ladder/hosts/lifeline-names.ts";
import { gapAt } from "../../core/ladder/lifelines.ts";
import { moveLifeline } from "../../store/lifelines.ts";
import type { SceneInRoom } from "./use-scene.ts";

/** Px that a pointer moves before it drags, and how near to an edge the ladder scrolls, by how much a frame. */
const STILL = 4;
const EDGE = 36;
const SPEED = 14;

interface Drag {
  readonly lifeline: number;
  /** Where it began, and where the pointer is, in px of the visible part. */
  readonly from: number;
  readonly x: number;
  /** Px that were scrolled sideways when it began. */
  readonly left: number;
}

export function useLifelineDrag(room: SceneInRoom, hosts: NamedHosts) {
  const { columns, window } = room.scene;
  const [drag, setDrag] = useState<Drag | null>(null);
  const isOn = drag !== null && (Math.abs(drag.x - drag.from) > STILL || drag.left !== window.left);
  /** A pointer that dragged does not click. */
  const dragged = useRef(false);
  useScrolling(room, isOn ? drag.x : null);
  const gap = isOn ? gapAt(columns, drag.x, window.left) : null;
  const end = (takes: boolean) => {
    if (!drag) return; // it ended before the pointer was up
    dragged.current = isOn;
    if (gap !== null && takes) drop(hosts, drag.lifeline, gap);
    setDrag(null);
  };
  const handlers = (lifeline: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      dragged.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = xOf(event);
      setDrag({ lifeline, from: x, x, left: window.left });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => drag && setDrag({ ...drag, x: xOf(event) }),
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (!drag || event.key !== "Escape") return;
      event.preventDefault();
      end(false);
    },
  });
  return {
    /** The lifeline that is dragged; null for none. */
    lifeline: isOn ? drag.lifeline : null,
    /** How far, in px. */
    by: drag ? drag.x - drag.from : 0,
    /** The lifeline before which it would come to stand; null while nothing is dragged. */
    gap,
    wasClick: () => !dragged.current,
    handlers,
  };
}

/** Px from the left edge of what holds the names. */
function xOf({ clientX, currentTarget }: PointerEvent<HTMLElement>): number {
  return clientX - (currentTarget.parentElement?.getBoundingClientRect().left ?? 0);
}

/** Puts a lifeline before the one at `gap`, or behind the last one. */
function drop({ ends, shown }: NamedHosts, lifeline: number, gap: number): void {
  if (gap === lifeline || gap === lifeline + 1) return;
  const end = ends.at(shown[lifeline]!); // one that shows, as are the others
  const target = ends.at(gap < shown.length ? shown[gap]! : shown.at(-1)!);
  moveLifeline({ end, side: gap < shown.length ? "before" : "after", target });
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

/**
 * Zoom at the pointer with Ctrl or Cmd and the wheel, which is what a pinch on a touchpad sends, across with Alt besides,
 * or by two fingers; and dragging the ladder about. A press that does not move stays a click.
 */
import { type RefObject, useEffect, useRef } from "react";
import { HEAD_HEIGHT } from "./draw-head.ts";
import type { SceneInRoom } from "./use-scene.ts";
import { zoomBy } from "./zooming.ts";

/** Of a wheel's pixels: so much of the size for each, no more than so many at once. */
const ZOOM_RATE = 0.01;
const MOST_AT_ONCE = 25;
/** Px that a press moves before it drags. */
const DRAG = 4;

/** Listens on the ladder's figure. */
export function useGestures(figure: RefObject<HTMLElement | null>, room: SceneInRoom): void {
  const latest = useRef(room);
  useEffect(() => {
    latest.current = room;
  });
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const gestures = new Gestures(element, () => latest.current);
    return () => gestures.stop();
  }, [figure]);
}

interface Press {
  readonly x: number;
  readonly y: number;
}

class Gestures {
  private readonly element: HTMLElement;
  private readonly room: () => SceneInRoom;
  private readonly stopping = new AbortController();
  /** Pointers that are down, by their ids. */
  private readonly pressed = new Map<number, Press>();
  private isDragging = false;
  /** Distance of two fingers when they last moved. */
  private apart = 0;

  constructor(element: HTMLElement, room: () => SceneInRoom) {
    this.element = element;
    this.room = room;
    const { signal } = this.stopping;
    element.addEventListener("wheel", this.onWheel, { passive: false, signal });
    element.addEventListener("pointerdown", this.onDown, { signal });
    addEventListener("pointermove", this.onMove, { signal });
    addEventListener("pointerup", this.onUp, { signal });
    addEventListener("pointercancel", this.onUp, { signal });
    element.addEventListener("click", this.onClick, { capture: true, signal });
  }

  stop(): void {
    this.stopping.abort();
  }

  private readonly onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const by = Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, event.deltaY || event.deltaX));
    this.zoomAt(event.clientX, event.clientY, Math.exp(-by * ZOOM_RATE), event.altKey || event.shiftKey);
  };

  private zoomAt(clientX: number, clientY: number, factor: number, isAcross: boolean): void {
    const { hold, holdAcross } = this.room();
    const { top, left } = this.element.getBoundingClientRect();
    if (isAcross) holdAcross(clientX - left);
    else hold(clientY - top - HEAD_HEIGHT);
    zoomBy(isAcross ? "pitch" : "rows", factor);
  }

  private readonly onDown = (event: PointerEvent) => {
    const isBody = event.target instanceof Element && event.target.closest("[role=listbox]");
    if (!isBody || event.button !== 0) return;
    this.pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.isDragging = false;
    this.apart = this.distance();
  };

  private readonly onMove = (event: PointerEvent) => {
    const before = this.pressed.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (this.pressed.size === 2) {
      this.pressed.set(event.pointerId, now);
      return this.pinch();
    }
    if (event.pointerType === "touch") return; // the browser scrolls
    if (!this.isDragging && Math.hypot(now.x - before.x, now.y - before.y) < DRAG) return;
    this.isDragging = true;
    this.element.style.cursor = "grabbing";
    this.pressed.set(event.pointerId, now);
    const { scroll } = this.room();
    scroll.scrollToContent(scroll.contentTop - (now.y - before.y));
    scroll.scrollToLeft(scroll.contentLeft - (now.x - before.x));
  };

  private readonly onUp = (event: PointerEvent) => {
    if (!this.pressed.delete(event.pointerId)) return;
    this.element.style.cursor = "";
  };

  /** The click at the end of a drag chooses nothing. */
  private readonly onClick = (event: MouseEvent) => {
    if (!this.isDragging) return;
    this.isDragging = false;
    event.stopPropagation();
  };

  private pinch(): void {
    const apart = this.distance();
    const [a, b] = this.pressed.values();
    if (a && b && this.apart > 0 && apart > 0) this.zoomAt((a.x + b.x) / 2, (a.y + b.y) / 2, apart / this.apart, false);
    this.apart = apart;
  }

  private distance(): number {
    const [a, b] = this.pressed.values();
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }
}

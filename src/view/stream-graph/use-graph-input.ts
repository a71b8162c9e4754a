/** What the pointer, the wheel and the keys do in the graph: as in the ladder, they move it, zoom it and choose. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { MARGIN } from "./draw-graph.ts";
import type { GraphZoom } from "./use-graph-view.ts";

/** A point of the plot, px from its left top. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

interface GraphActions {
  readonly zoom: GraphZoom;
  readonly pointAt: (point: PlotPoint | null) => void;
  readonly choose: (point: PlotPoint) => void;
  /** To the next segment, or the one before. */
  readonly step: (by: 1 | -1) => void;
}

/** A press that moves less chooses. */
const LEAST_DRAG = 4;
/** Px that a key moves the graph by, and a turn of the wheel that is a step of zoom. */
const PAN = 60;
const WHEEL_STEP = 240;

const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, PAN],
  ArrowDown: [0, -PAN],
  ArrowLeft: [PAN, 0],
  ArrowRight: [-PAN, 0],
};
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Handlers for the element that holds the plot; the wheel is listened to where the page may not scroll by it. */
export function useGraphInput(plot: RefObject<HTMLElement | null>, actions: GraphActions) {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const pressed = useRef<{ x: number; y: number; isDrag: boolean } | null>(null);
  const pointIn = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const box = plot.current!.getBoundingClientRect(); // an event came from it
    return { x: clientX - box.left - MARGIN.left, y: clientY - box.top - MARGIN.top };
  };
  useEffect(() => {
    const element = plot.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { zoom } = latest.current;
      if (!event.ctrlKey && !event.metaKey) {
        const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
        return zoom.pan(-dx, -dy);
      }
      const box = element!.getBoundingClientRect(); // it is listened to
      const { width, height } = zoom.view;
      const at = {
        x: (event.clientX - box.left - MARGIN.left) / width,
        y: (event.clientY - box.top - MARGIN.top) / height,
      };
      zoom.zoom(-event.deltaY / WHEEL_STEP, at, event.shiftKey);
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [plot]);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = { x: event.clientX, y: event.clientY, isDrag: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = pressed.current;
      if (!from) return actions.pointAt(pointIn(event));
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.isDrag && Math.hypot(dx, dy) < LEAST_DRAG) return;
      pressed.current = { x: event.clientX, y: event.clientY, isDrag: true };
      actions.zoom.pan(dx, dy);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (pressed.current && !pressed.current.isDrag) actions.choose(pointIn(event));
      pressed.current = null;
    },
    onPointerCancel() {
      pressed.current = null;
    },
    onPointerLeave() {
      actions.pointAt(null);
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey) return;
      if (keyed(event, actions)) event.preventDefault();
    },
  };
}

function keyed({ key, altKey, shiftKey }: KeyboardEvent, { zoom, step }: GraphActions): boolean {
  const by = PANS[key];
  if (altKey && shiftKey && by) {
    zoom.pan(by[0], by[1]);
    return true;
  }
  if (altKey) return false;
  const to = STEPS[key];
  if (to) step(to);
  else if (key === "+" || key === "=") zoom.zoom(1);
  else if (key === "-") zoom.zoom(-1);
  else if (key === "0") zoom.fit();
  else return false;
  return true;
}

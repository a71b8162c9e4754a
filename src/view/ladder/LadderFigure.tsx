/**
 * The flow graph itself: its room and its keys. What stands where is laid out in core, what it looks like is drawn by
 * draw.ts and draw-head.ts.
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { keyTarget } from "../../core/ladder/keys.ts";
import { rowAtPoint } from "../../core/ladder/row-at-point.ts";
import { endWithin } from "../../core/ladder/rows.ts";
import { selectPacket } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { toggleFold } from "../../store/folding.ts";
import { markedPacket, markPacket, pickPacket } from "../../store/picks.ts";
import { letterKeys } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { unfoldStream } from "../../store/streams.ts";
import { doOwed, inOwnTask } from "../parts/own-task.ts";
import type { ScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import { EndNames } from "./EndNames.tsx";
import { GaugeHeads } from "./GaugeHeads.tsx";
import styles from "./LadderPanel.module.css";
import { LifelineHandles } from "./LifelineHandles.tsx";
import { Overview } from "./Overview.tsx";
import { useRuler } from "./ruler.ts";
import { ZoomButtons } from "./ScaleControls.tsx";
import { ScaleNotes } from "./ScaleNotes.tsx";
import { useDrawnArrows, useDrawnHead } from "./use-drawn.ts";
import { useGestures } from "./use-gestures.ts";
import { useRevealed } from "./use-revealed.ts";
import { type SceneInRoom, useScene } from "./use-scene.ts";
import { figureName } from "./words.ts";

export interface LadderFigureProps {
  readonly capture: Capture;
  readonly content: LadderContent;
  /** Row of the connection table; null for packets of many hosts. */
  readonly connection: number | null;
}

export function LadderFigure({ capture, content, connection }: LadderFigureProps) {
  const { t } = useTranslation();
  const ruler = useRuler();
  const room = useScene(capture, content, ruler);
  const { scene, scroll, elementWidth } = room;
  const head = useRef<SVGSVGElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const figure = useRef<HTMLElement>(null);
  useGestures(figure, room);
  useDrawnHead(head, scene, connection, ruler);
  const [hovered, setHovered] = useState<number | null>(null);
  const drawing = useDrawnArrows(body, scene, ruler, capture, hovered);
  useRevealed(room, `${capture.job} ${connection ?? content.hosts?.flow}`);
  const hover = (index: number) => {
    drawing.current?.hover(index);
    setHovered(content.rows[index] ?? null);
  };
  const { indexAt, onClick, onKeyDown } = useInput(room);
  const pointing = usePointing(indexAt, hover);
  const name = figureName(t, content, connection);
  return (
    <>
      <ScaleNotes capture={capture} scene={scene} />
      <figure ref={figure} aria-label={name} className={styles.figure}>
        <div ref={scroll.containerRef} className={styles.scroller}>
          <div className={styles.tall} style={{ height: HEAD_HEIGHT + scroll.elementHeight, width: elementWidth }}>
            <GaugeHeads columns={scene.columns.gauges} beside={content.beside} />
            <svg ref={head} className={styles.head} aria-hidden="true" />
            <LifelineHandles room={room} ruler={ruler} />
            {connection !== null && <EndNames room={room} ruler={ruler} connection={connection} />}
            <div
              className={styles.block}
              style={{ top: HEAD_HEIGHT + scroll.offset + scene.places.top(scene.window.first) }}
            >
              <div
                ref={body}
                className={styles.body}
                role="listbox"
                aria-label={t("ladder.packets")}
                aria-multiselectable="true"
                tabIndex={0}
                onKeyDown={(event) => {
                  onKeyDown(event);
                  if (event.isDefaultPrevented()) pointing.rest();
                }}
                onClick={onClick}
                onPointerMove={pointing.onPointerMove}
                onPointerLeave={() => hover(-1)}
              />
            </div>
          </div>
        </div>
        <Overview {...room} />
        <ZoomButtons />
      </figure>
    </>
  );
}

/** What the pointer points at: nothing while it rests and keys move the rows below it. */
function usePointing(indexAt: (event: MouseEvent<HTMLElement>) => number, hover: (index: number) => void) {
  const isResting = useRef(false);
  return {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      // The browser tells of a pointer that stays where it is, too, when something else comes to be under it.
      if (isResting.current && event.movementX === 0 && event.movementY === 0) return;
      isResting.current = false;
      hover(indexAt(event));
    },
    rest: () => {
      if (isResting.current) return;
      isResting.current = true;
      hover(-1);
    },
  };
}

/** Px that a key moves the ladder by. */
const PAN = 60;
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -PAN],
  ArrowDown: [0, PAN],
  ArrowLeft: [-PAN, 0],
  ArrowRight: [PAN, 0],
};

/** Moves the ladder without choosing a row; false for a key that does not. */
function pan(key: string, scroll: ScaledScroll): boolean {
  const by = PANS[key];
  if (!by) return false;
  scroll.scrollToLeft(scroll.contentLeft + by[0]);
  scroll.scrollToContent(scroll.contentTop + by[1]);
  return true;
}

const SIDEWAYS: readonly string[] = ["ArrowLeft", "ArrowRight"];

/** Keys that are held down to go through a ladder. */
const STEPS: readonly string[] = [...SIDEWAYS, "ArrowUp", "ArrowDown", "PageUp", "PageDown"];

/** What the pointer and the keys mean. */
function useInput({ scene, scroll, folded }: SceneInRoom) {
  const lines = folded?.lines;
  const { content, places } = scene;
  const { packets, rows } = content;
  const areLetters = useStore(letterKeys);
  /** Place of the row under the pointer; -1 for none. */
  const indexAt = ({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return rowAtPoint(scene, clientX - left, clientY - top);
  };
  /** From a row of the packet table to the place where a key leads, null where it leads nowhere. */
  const stepFrom = (marked: number | null, key: string, hasLetters: boolean) => {
    const index = marked === null ? -1 : placeOf(rows, marked);
    const from = Math.max(0, index);
    const lineOf = (place: number) => lines?.lineOf(place) ?? place;
    const page = Math.max(1, lineOf(endWithin(places, from, scroll.viewportHeight)) - lineOf(from) - 1);
    return { index, target: keyTarget(key, { packets, rows, index, page, lines }, hasLetters) };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey } = event;
    if (altKey && shiftKey && pan(key, scroll)) return event.preventDefault();
    if (altKey) return;
    if (!STEPS.includes(key)) doOwed(); // what it means depends on where the keys before it led
    const isPicking = event.ctrlKey || event.metaKey;
    const marked = markedPacket(useStore.getState());
    if (isPicking && key === " " && marked !== null) {
      event.preventDefault();
      return pickPacket(marked);
    }
    if (key === "Enter" && (unfoldStream() || toggleFold())) return event.preventDefault();
    const isSideways = SIDEWAYS.includes(key);
    if (isPicking && isSideways) return; // the browser's own
    const step = () => stepFrom(markedPacket(useStore.getState()), key, areLetters && !isPicking);
    if (step().target === null) return;
    event.preventDefault();
    inOwnTask(() => {
      const { index, target } = step();
      if (target === null) return;
      if (isPicking) return markPacket(rows[target]!);
      // A range that goes on down takes a folded run in as a whole.
      const isDown = shiftKey && !isSideways && target > index;
      selectPacket(rows[isDown ? places.after(target) - 1 : target]!, shiftKey, !isSideways);
    });
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = rows[indexAt(event)] ?? null;
    if (row !== null && (event.ctrlKey || event.metaKey)) pickPacket(row);
    else selectPacket(row, event.shiftKey);
  };
  return { indexAt, onClick, onKeyDown };
}

/** From the panel's room and where it is scrolled to, to the scene that shows there. */
import { useMemo, useState } from "react";
import { columnNeeds, longestName } from "../../core/ladder/column-needs.ts";
import { type LadderColumns, layoutColumns } from "../../core/ladder/columns.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { LadderFolds } from "../../core/ladder/fold-box.ts";
import { foldedPlaces } from "../../core/ladder/fold-places.ts";
import { evenRows, rowsBetween } from "../../core/ladder/rows.ts";
import { type LadderScene, layoutScene } from "../../core/ladder/scene.ts";
import { roomForMissing } from "../../core/ladder/spaced-rows.ts";
import { scaleNeeds } from "../../core/ladder/time/time-axis.ts";
import { scaledRows, type TimeScale } from "../../core/ladder/time/time-scale.ts";
import { PITCH_BOUNDS, ROW_BOUNDS, zoomWithin } from "../../core/ladder/time/zoom.ts";
import { areEndsSwapped } from "../../store/arranged-hosts.ts";
import type { Capture } from "../../store/capture.ts";
import { useStore } from "../../store/store.ts";
import { MAX_ELEMENT } from "../parts/scaled-scroll.ts";
import { useSizeClass } from "../parts/size-class.ts";
import { type ScaledScroll, useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useSettled } from "../parts/use-settled.ts";
import { useTranslation } from "../translation.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import type { Ruler } from "./ruler.ts";
import { useFolds } from "./use-folds.ts";
import { type Hold, useHeld, useHeldAcross } from "./use-held.ts";
import { useTimeScale } from "./use-time-scale.ts";
import { useWords } from "./use-words.ts";

/** Px that the zoom buttons lie over at the ladder's lower edge (scaled.module.css): for fingers they are larger. */
const ZOOM_HEIGHT = { fingers: 60, pointer: 38 };

export interface SceneInRoom {
  readonly scene: LadderScene;
  readonly scroll: ScaledScroll;
  /** Width in px of the element that holds the rows, and how much of the content one of its pixels is. */
  readonly elementWidth: number;
  readonly sideways: number;
  /** What stays where it is when rows move next. */
  readonly hold: Hold;
  /** What stays where it is when lifelines move next, by its px from the left. */
  readonly holdAcross: Hold;
  /** The runs, where some are folded. */
  readonly folded: LadderFolds | null;
}

/** Lays out what shows; again only when a row comes into view, and not for each pixel scrolled. */
export function useScene(capture: Capture, content: LadderContent, { measure, rowHeight: plain }: Ruler): SceneInRoom {
  const [rowHeight, setRowHeight] = useState(plain);
  const count = content.rows.length;
  const time = useTimeScale(capture, content);
  const folds = useFolds(capture, content);
  // To scale, a line of its own is where a packet's time is.
  const folded = time ? null : folds;
  const places = useMemo(() => {
    if (time) return scaledRows(time, rowHeight);
    return roomForMissing(folded ? foldedPlaces(count, rowHeight, folded.lines) : evenRows(count, rowHeight), content);
  }, [count, rowHeight, time, folded, content]);
  const footHeight = useSizeClass() === "phone" ? ZOOM_HEIGHT.fingers : ZOOM_HEIGHT.pointer;
  const heights = { contentHeight: places.height, headHeight: HEAD_HEIGHT, footHeight };
  const scroll = useScaledScroll(heights);
  const hold = useHeld(places, scroll, content.rows);
  const columns = useColumns(content, { measure, rowHeight: plain }, scroll.viewportWidth, time);
  // A narrow panel has higher rows, and how wide it is shows only once it is there.
  if (columns.rowHeight !== rowHeight) setRowHeight(columns.rowHeight);
  const elementWidth = Math.min(columns.contentWidth, MAX_ELEMENT);
  const sideways = (columns.contentWidth - columns.width) / Math.max(1, elementWidth - columns.width) || 1;
  const left = scroll.contentLeft * sideways;
  const holdAcross = useHeldAcross(columns, left, (wanted) => scroll.scrollToLeft(wanted / sideways));
  const { contentTop, viewportHeight } = scroll;
  // Ends of slanted arrows show further than their rows.
  const around =
    (useSettled(contentTop, viewportHeight) ? viewportHeight / 4 : 0) +
    (time ? (time.ways.client + time.ways.server) * time.scale : 0);
  const { first, end } =
    viewportHeight > 0 ? rowsBetween(places, contentTop - around, contentTop + viewportHeight + around) : NO_ROWS;
  const words = useWords(capture, content, places, first, end);
  const worded = useMemo(() => (words === content.words ? content : { ...content, words }), [content, words]);
  const scene = useMemo(
    () => layoutScene(worded, columns, { first, end, left }, measure, places, folded),
    [worded, columns, first, end, left, measure, places, folded],
  );
  return { scene, scroll, elementWidth, sideways, hold, holdAcross, folded };
}

const NO_ROWS = { first: 0, end: 0 };

/** Whether a ladder to scale has the server's true times: its comments then stand where its lifeline is. */
const isServerNear = (time: TimeScale | null) => time !== null && time.ways.server === 0 && time.ways.client > 0;

function useColumns(
  content: LadderContent,
  { measure, rowHeight: plain }: Ruler,
  width: number,
  time: TimeScale | null,
): LadderColumns {
  const { t } = useTranslation();
  const isNarrow = useSizeClass() === "phone";
  const zoom = useStore((state) => state.scale.zoom);
  const stretch = zoomWithin(zoom.pitch, PITCH_BOUNDS);
  const isSwapped = useStore(areEndsSwapped);
  const rowHeight = time ? plain : Math.round(plain * zoomWithin(zoom.rows, ROW_BOUNDS));
  const needs = scaleNeeds(time)?.toScale;
  const [tick, isCommentLeft] = [needs?.tick, isSwapped ? isServerNear(time) : needs?.isCommentLeft === true];
  const name = useMemo(() => longestName(content), [content]);
  return useMemo(() => {
    const heads = { numberHead: t("ladder.number"), timeHead: t("ladder.time") };
    return layoutColumns(
      columnNeeds(content, name, heads),
      {
        width,
        rowHeight,
        isNarrow,
        stretch,
        isSwapped,
        ...(tick !== undefined && { toScale: { tick, isCommentLeft } }),
      },
      measure,
    );
  }, [content, name, width, rowHeight, isNarrow, stretch, isSwapped, tick, isCommentLeft, measure, t]);
}

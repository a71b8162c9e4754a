/** From the panel's room and where it is scrolled to, to the scene that shows there. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { columnNeeds, longestName } from "../../core/ladder/column-needs.ts";
import { type LadderColumns, layoutColumns } from "../../core/ladder/columns.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { LadderFolds } from "../../core/ladder/fold-box.ts";
import { foldedPlaces } from "../../core/ladder/fold-places.ts";
import { evenRows, rowsBetween } from "../../core/ladder/rows.ts";
import { type LadderScene, layoutScene } from "../../core/ladder/scene.ts";
import { roomForMissing } from "../../core/ladder/spaced-rows.ts";
import type { Capture } from "../../store/capture.ts";
import { MAX_ELEMENT } from "../parts/scaled-scroll.ts";
import { useSizeClass } from "../parts/size-class.ts";
import { type ScaledScroll, useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import type { Ruler } from "./ruler.ts";
import { useFolds } from "./use-folds.ts";
import { useWords } from "./use-words.ts";

export interface SceneInRoom {
  readonly scene: LadderScene;
  readonly scroll: ScaledScroll;
  /** Width in px of the element that holds the rows, and how much of the content one of its pixels is. */
  readonly elementWidth: number;
  readonly sideways: number;
  /** The runs, where some are folded. */
  readonly folded: LadderFolds | null;
}

/** Lays out what shows; again only when a row comes into view, and not for each pixel scrolled. */
export function useScene(capture: Capture, content: LadderContent, { measure, rowHeight: plain }: Ruler): SceneInRoom {
  const [rowHeight, setRowHeight] = useState(plain);
  const count = content.rows.length;
  const folded = useFolds(capture, content);
  const places = useMemo(
    () => roomForMissing(folded ? foldedPlaces(count, rowHeight, folded.lines) : evenRows(count, rowHeight), content),
    [count, rowHeight, folded, content],
  );
  const scroll = useScaledScroll({ contentHeight: places.height, headHeight: HEAD_HEIGHT });
  const columns = useColumns(content, { measure, rowHeight: plain }, scroll.viewportWidth);
  // A narrow panel has higher rows, and how wide it is shows only once it is there.
  if (columns.rowHeight !== rowHeight) setRowHeight(columns.rowHeight);
  const elementWidth = Math.min(columns.contentWidth, MAX_ELEMENT);
  const sideways = (columns.contentWidth - columns.width) / Math.max(1, elementWidth - columns.width) || 1;
  const left = scroll.contentLeft * sideways;
  const { contentTop, viewportHeight } = scroll;
  const { first, end } = rowsBetween(places, contentTop - viewportHeight / 2, contentTop + 1.5 * viewportHeight);
  const words = useWords(capture, content, places, first, end);
  const worded = useMemo(() => (words === content.words ? content : { ...content, words }), [content, words]);
  const scene = useMemo(
    () => layoutScene(worded, columns, { first, end, left }, measure, places, folded),
    [worded, columns, first, end, left, measure, places, folded],
  );
  return { scene, scroll, elementWidth, sideways, folded };
}

function useColumns(content: LadderContent, { measure, rowHeight }: Ruler, width: number): LadderColumns {
  const { t } = useTranslation();
  const isNarrow = useSizeClass() === "phone";
  const name = useMemo(() => longestName(content), [content]);
  return useMemo(() => {
    const heads = { numberHead: t("ladder.number"), timeHead: t("ladder.time") };
    return layoutColumns(columnNeeds(content, name, heads), { width, rowHeight, isNarrow }, measure);
  }, [content, name, width, rowHeight, isNarrow, measure, t]);
}

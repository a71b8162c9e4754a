/** The packets up to the current one, as many as there is room for, laid out for a projector. */
import { useMemo } from "react";
import { columnNeeds, longestName } from "../../core/ladder/column-needs.ts";
import { layoutColumns } from "../../core/ladder/columns.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { evenRows, type RowPlaces } from "../../core/ladder/rows.ts";
import { type LadderScene, layoutScene } from "../../core/ladder/scene.ts";
import { CLIENT_TO_SERVER, cell } from "../../core/table/packet-table.ts";
import { HEAD_HEIGHT } from "../ladder/draw-head.ts";
import type { Ruler } from "../ladder/ruler.ts";
import type { Size } from "../parts/use-size.ts";
import { useTranslation } from "../translation.ts";

/** Height of a row, and how far an arrow falls in it, px before they are enlarged. */
const ROW_HEIGHT = 56;
const FALL = 16;

/** The scene whose last row is at `place`. */
export function useClassScene(
  content: LadderContent,
  place: number,
  { width, height }: Size,
  isNarrow: boolean,
  { measure }: Ruler,
): LadderScene {
  const { t } = useTranslation();
  const name = useMemo(() => longestName(content), [content]);
  const columns = useMemo(() => {
    const heads = { numberHead: t("ladder.number"), timeHead: t("ladder.time") };
    const needs = { ...columnNeeds(content, name, heads), gauges: [], hasPhases: false };
    return layoutColumns(needs, { width, rowHeight: ROW_HEIGHT, isNarrow }, measure);
  }, [content, name, width, isNarrow, measure, t]);
  const places = useMemo(() => fallingRows(content, columns.rowHeight), [content, columns.rowHeight]);
  return useMemo(() => {
    const end = width > 0 ? place + 1 : 0;
    const fitting = Math.max(1, Math.floor((height - HEAD_HEIGHT) / columns.rowHeight));
    return layoutScene(content, columns, { first: Math.max(0, end - fitting), end, left: 0 }, measure, places);
  }, [content, columns, place, width, height, measure, places]);
}

/** Even rows whose arrows fall, as time does: so that sending and receiving are seen to be two moments. */
function fallingRows({ packets, rows, hosts }: LadderContent, rowHeight: number): RowPlaces {
  const places = evenRows(rows.length, rowHeight);
  const isFromClient = (index: number) => cell(packets, "direction", rows[index]!) === CLIENT_TO_SERVER;
  // Between many hosts arrows cross other lifelines, where a level line is easier to follow.
  return hosts === null ? { ...places, fall: { px: FALL, isFromClient } } : places;
}

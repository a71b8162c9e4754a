/** Where the highlighter goes on the arrows that a lesson's step lights. */
import { useMemo } from "react";
import { type Highlight, highlightsOf, wholeHighlights } from "../../core/ladder/highlight.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import { selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { taughtFields, taughtParts } from "../../store/taught.ts";
import { linkedPart } from "./linked-part.ts";
import type { Ruler } from "./ruler.ts";

/** The rectangles; null without a lesson that lights something. A header's field lights what the arrow shows of it too. */
export function useTaught({ arrows, columns }: LadderScene, { measure }: Ruler): readonly Highlight[] | null {
  const parts = useStore(taughtParts);
  const fields = useStore(taughtFields);
  const selected = useStore(selectedPacket);
  return useMemo(() => {
    if (parts.length === 0 && fields.length === 0) return null;
    const ofFields = fields.flatMap((key) => {
      const part = linkedPart(`tcp/${key}`);
      return part && selected !== null ? [{ row: selected, part }] : [];
    });
    return [...parts, ...ofFields].flatMap(({ row, part }) => {
      const arrow = arrows.find((one) => one.row === row);
      if (!arrow) return [];
      return part === "whole" ? wholeHighlights(arrow, columns) : highlightsOf(arrow, part, columns, measure);
    });
  }, [parts, fields, selected, arrows, columns, measure]);
}

/** Thin lines from a segment that was sent again to the packet that sent its first byte before. */
import { originalOf } from "../analysis/evidence.ts";
import { placeOf } from "../base/bisect.ts";
import type { Arrow } from "./arrow.ts";
import type { LadderColumns } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import type { RowPlaces } from "./rows.ts";
import { slantOf } from "./time/slant.ts";

/** A link along the sender's lifeline, in px of the scene. */
export interface Link {
  /** The row that was sent again. */
  readonly row: number;
  /** The lifeline, and to which side of it the link bends. */
  readonly x: number;
  readonly side: -1 | 1;
  /** Heights of the two arrows; the upper may be above the scene. */
  readonly from: number;
  readonly to: number;
}

/** The links of the arrows in a scene; those of packets to their own host have none. */
export function layoutLinks(
  content: LadderContent,
  columns: LadderColumns,
  { first, left }: LadderWindow,
  arrows: readonly Arrow[],
  places: RowPlaces,
): readonly Link[] {
  return arrows.flatMap(({ row, index, y, finding, line, loop, hasTail }) => {
    if (finding?.dash !== "again" || !line || !hasTail || loop !== 0) return [];
    const original = placeOf(content.rows, originalOf(content.packets, content.rows, row));
    if (original < 0) return [];
    const side = line.x2 > line.x1 ? 1 : -1;
    const x = lifelineX(columns, lifelinesOf(content, row).from, left);
    const tailAt = columns.lineAt + slantOf(places, index).tail;
    const from = places.top(original) - places.top(first) + tailAt;
    return [{ row, x, side, from, to: y + tailAt } as const];
  });
}

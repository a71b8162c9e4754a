/**
 * Thin lines that bind an arrow to one before it: a segment that was sent again to the packet that sent its first byte
 * before, an ICMP error to the packet that it quotes.
 */
import { originalOf } from "../analysis/evidence.ts";
import { placeOf } from "../base/bisect.ts";
import type { Arrow } from "./arrow.ts";
import type { LadderColumns } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import type { RowPlaces } from "./rows.ts";
import { slantOf } from "./time/slant.ts";

/** A link along the lifeline of whoever sent the earlier packet, in px of the scene. */
export interface Link {
  /** "again" for what was sent again, "quotes" for an error. */
  readonly kind: "again" | "quotes";
  /** The row that was sent again, or the error's. */
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
  return arrows.flatMap((arrow) => {
    const { row, index, y, line, loop } = arrow;
    if (!line || loop !== 0) return [];
    const bound = arrow.finding?.dash === "again" ? againTo(content, arrow) : quotedBy(content, arrow);
    if (!bound) return [];
    const { kind, lifeline, end } = bound;
    const place = placeOf(content.rows, bound.row);
    if (place < 0) return [];
    const side = line.x2 > line.x1 === (end === "tail") ? 1 : -1;
    const at = (of: number, which: "tail" | "head") => columns.lineAt + slantOf(places, of)[which];
    const from = places.top(place) - places.top(first) + at(place, "tail");
    return [{ kind, row, x: lifelineX(columns, lifeline, left), side, from, to: y + at(index, end) } as const];
  });
}

/** What an arrow is bound to: a row of the packet table, at whose lifeline, and by which end of the arrow. */
interface Bound extends Pick<Link, "kind" | "row"> {
  readonly lifeline: number;
  readonly end: "tail" | "head";
}

function againTo(content: LadderContent, { row, hasTail }: Arrow): Bound | null {
  if (!hasTail) return null;
  const original = originalOf(content.packets, content.rows, row);
  return original < 0 ? null : { kind: "again", row: original, lifeline: lifelinesOf(content, row).from, end: "tail" };
}

/** An error that goes to whoever sent what it quotes, as errors do. */
function quotedBy(content: LadderContent, { row, hasHead }: Arrow): Bound | null {
  const quoted = hasHead ? content.quotations.quotedBy(row) : -1;
  if (quoted < 0) return null;
  const lifeline = lifelinesOf(content, row).to;
  const isSender = lifelinesOf(content, quoted).from === lifeline;
  return isSender ? { kind: "quotes", row: quoted, lifeline, end: "head" } : null;
}

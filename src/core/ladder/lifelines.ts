/** Which lifeline is whose, and where it stands: px from the visible left edge. */
import { CLIENT_TO_SERVER, cell } from "../table/packet-table.ts";
import type { LadderColumns } from "./columns.ts";
import type { LadderContent } from "./content.ts";
import { lifelinesAt } from "./hosts/host-order.ts";

/** A lifeline in view. */
export interface Lifeline {
  /** Its place among all: 0 is the client, or the first host. */
  readonly lifeline: number;
  readonly x: number;
}

/** The lifelines that stand in the visible middle, from the left; x counts from the visible left edge. */
export function lifelinesInView(columns: LadderColumns, left: number): readonly Lifeline[] {
  const { firstLifeline, pitch, middleLeft, middleRight, lifelines } = columns;
  const place = (x: number) => (pitch > 0 ? (x + left - firstLifeline) / pitch : 0);
  const from = Math.max(0, Math.ceil(place(middleLeft)));
  const to = Math.min(lifelines - 1, pitch > 0 ? Math.floor(place(middleRight)) : lifelines - 1);
  const found: Lifeline[] = [];
  for (let slot = from; slot <= to; slot++) {
    const lifeline = slotOf(columns, slot);
    found.push({ lifeline, x: lifelineX(columns, lifeline, left) });
  }
  return found;
}

/** The lifelines that a packet goes from and to; -1 for a host that has none. */
export function lifelinesOf({ packets, hosts }: LadderContent, row: number): { from: number; to: number } {
  if (hosts) return lifelinesAt(hosts, row);
  return cell(packets, "direction", row) === CLIENT_TO_SERVER ? { from: 0, to: 1 } : { from: 1, to: 0 };
}

/**
 * Pixels to scroll sideways so that something of an arrow shows: `left` where it does, else what brings the sender's
 * lifeline into the middle.
 */
export function leftShowing(columns: LadderColumns, left: number, { from, to }: { from: number; to: number }): number {
  const { middleLeft, middleRight, width, contentWidth } = columns;
  const [x1, x2] = [lifelineX(columns, from, left), lifelineX(columns, to, left)];
  if (from < 0 || to < 0 || (Math.max(x1, x2) > middleLeft && Math.min(x1, x2) < middleRight)) return left;
  const wanted = left + x1 - (middleLeft + middleRight) / 2;
  return Math.min(Math.max(0, wanted), contentWidth - width);
}

/** The lifeline before which something at `x` would come to stand; as many as there are behind the last one. */
export function gapAt({ firstLifeline, pitch, lifelines }: LadderColumns, x: number, left: number): number {
  const place = pitch > 0 ? (x + left - firstLifeline) / pitch : 0;
  return Math.min(Math.max(Math.ceil(place), 0), lifelines);
}

/** Where a lifeline stands with `left` px scrolled sideways. */
export function lifelineX(columns: LadderColumns, lifeline: number, left: number): number {
  return columns.firstLifeline + slotOf(columns, lifeline) * columns.pitch - left;
}

/** Which one it is from the left, counted from 0; and of such a place, which lifeline stands there. */
export function slotOf({ isSwapped, lifelines }: Pick<LadderColumns, "isSwapped" | "lifelines">, lifeline: number) {
  return isSwapped ? lifelines - 1 - lifeline : lifeline;
}

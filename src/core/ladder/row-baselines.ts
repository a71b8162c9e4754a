/** Where the baselines of a row's texts are, px from its top: above the line, or beside it where rows stand to scale. */
import type { Arrow } from "./arrow.ts";
import type { LadderColumns } from "./columns.ts";

/** From a line to the baseline of numbers whose middle is at its height. */
const BESIDE_LINE = 4.5;

/** Of the frame number and the time. */
export function numberBaseline({ room }: Arrow, { textAt, lineAt }: LadderColumns): number {
  return room ? lineAt + BESIDE_LINE + Math.max(0, room.note) : textAt;
}

/** Of the comment, which stands below the arrow where there is no room beside. */
export function commentBaseline(arrow: Arrow, columns: LadderColumns): number {
  if (!columns.isCommentBeside) return columns.belowAt;
  return numberBaseline(arrow, columns) + arrow.drop;
}

/** Of the words along the arrow, before they are turned with it. */
export function labelBaseline({ turn }: Arrow, { textAt }: LadderColumns): number {
  return textAt + (turn?.y ?? 0);
}

/** The names over the lifelines: centred on them, and moved or cut where they would leave the picture or meet another. */
import { cutText, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import { lifelinesInView, slotOf } from "./lifelines.ts";

/** What stands over a lifeline. */
export interface LifelineWords {
  readonly name: string;
  /** A second, smaller line; empty for none. */
  readonly role: string;
}

export interface LifelineHead {
  readonly lifeline: number;
  /** Of the lifeline, and of the texts' left edges. */
  readonly x: number;
  readonly name: TextSpot;
  readonly role: TextSpot;
}

/** Room kept free at the picture's edges, and half of that between two names. */
const EDGE = 12;
const HALF_GAP = 6;

/** Places the words of the lifelines in view, `left` px scrolled sideways. */
export function layoutHead(
  columns: LadderColumns,
  left: number,
  wordsOf: (lifeline: number) => LifelineWords,
  measure: Measure,
): readonly LifelineHead[] {
  const { lifelines, contentWidth, pitch, middleLeft, middleRight, isCommentBeside, gaugeRoom } = columns;
  const end = contentWidth - gaugeRoom - left - EDGE;
  const meeting = lifelines === 2 ? meetingOfTwo(columns, left, wordsOf, measure) : null;
  return lifelinesInView(columns, left).map(({ lifeline, x }) => {
    const slot = slotOf(columns, lifeline);
    const from = slot === 0 ? EDGE - left : (meeting ?? x - pitch / 2) + HALF_GAP;
    const to = slot === lifelines - 1 ? end : (meeting ?? x + pitch / 2) - HALF_GAP;
    const { name, role } = wordsOf(lifeline);
    // The role stands beside the heads of the columns at the left and at the right, the name above them.
    const roleFrom = Math.max(from, middleLeft - HALF_GAP);
    const roleTo = isCommentBeside ? Math.min(to, middleRight + HALF_GAP) : to;
    return {
      lifeline,
      x,
      name: centred(name, "name", x, from, to, measure),
      role: centred(role, "small", x, roleFrom, roleTo, measure),
    };
  });
}

/** Where the room of the first of two names ends and that of the second begins: in the middle, unless one needs more. */
function meetingOfTwo(
  columns: LadderColumns,
  left: number,
  wordsOf: (lifeline: number) => LifelineWords,
  measure: Measure,
): number {
  const middle = columns.firstLifeline + columns.pitch / 2 - left;
  const least = EDGE - left + measure(wordsOf(slotOf(columns, 0)).name, "name") + HALF_GAP;
  const most = columns.contentWidth - left - EDGE - measure(wordsOf(slotOf(columns, 1)).name, "name") - HALF_GAP;
  return least <= most ? Math.min(Math.max(middle, least), most) : middle;
}

function centred(
  text: string,
  style: "name" | "small",
  x: number,
  from: number,
  to: number,
  measure: Measure,
): TextSpot {
  const shown = cutText(text, style, to - from, measure);
  const width = measure(shown, style);
  return { text: shown, width, x: Math.max(from, Math.min(x - width / 2, to - width)) };
}

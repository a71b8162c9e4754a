/** The names over the lifelines: centred on them, and moved or cut where they would leave the picture or meet another. */
import { cutText, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import { lifelinesInView } from "./lifelines.ts";

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
  const half = columns.pitch / 2 - HALF_GAP;
  return lifelinesInView(columns, left).map(({ lifeline, x }) => {
    const from = lifeline === 0 ? EDGE - left : x - half;
    const to = lifeline === columns.lifelines - 1 ? columns.contentWidth - left - EDGE : x + half;
    const { name, role } = wordsOf(lifeline);
    const centred = (text: string, style: "name" | "small", from: number): TextSpot => {
      const shown = cutText(text, style, to - from, measure);
      const width = measure(shown, style);
      return { text: shown, width, x: Math.max(from, Math.min(x - width / 2, to - width)) };
    };
    // The role stands beside the heads of the left columns, the name above them.
    return {
      lifeline,
      x,
      name: centred(name, "name", from),
      role: centred(role, "small", Math.max(from, columns.timeRight + HALF_GAP)),
    };
  });
}

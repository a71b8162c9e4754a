/** Where time, labels and lifelines stand across the model's ladder, px. */

export interface LadderColumns {
  /** Right edge of the times; 0 where there is no room for them. */
  readonly time: number;
  readonly client: number;
  readonly server: number;
  /** Into which labels are broken at most. */
  readonly lines: 1 | 2;
}

const TIME = 52;
/** Below this width times are told in words only. */
const NARROW = 440;
/** Below this width labels take two lines: on one, the lifelines would come too close for their names. */
const TIGHT = 340;
const EDGE = 6;
/** Room for a label. */
const TIGHT_LABEL = 92;
const LEAST_LABEL = 132;
const MOST_LABEL = 178;

/** The columns in a drawing of so many px. */
export function columnsIn(width: number): LadderColumns {
  const time = width < NARROW ? 0 : TIME;
  const lines = width < TIGHT ? 2 : 1;
  const least = lines === 2 ? TIGHT_LABEL : LEAST_LABEL;
  const label = Math.min(MOST_LABEL, Math.max(least, (width - time) * 0.3));
  return { time, client: time + label, server: Math.max(time + label + 40, width - label - EDGE), lines };
}

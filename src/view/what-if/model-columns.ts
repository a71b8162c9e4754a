/** Where time, labels and lifelines stand across the model's ladder, px. */

export interface LadderColumns {
  /** Right edge of the times; 0 where there is no room for them. */
  readonly time: number;
  readonly client: number;
  readonly server: number;
}

const TIME = 52;
/** Below this width times are told in words only. */
const NARROW = 440;
const EDGE = 6;
/** Room for a label. */
const LEAST_LABEL = 132;
const MOST_LABEL = 178;

/** The columns in a drawing of so many px. */
export function columnsIn(width: number): LadderColumns {
  const time = width < NARROW ? 0 : TIME;
  const label = Math.min(MOST_LABEL, Math.max(LEAST_LABEL, (width - time) * 0.3));
  return { time, client: time + label, server: Math.max(time + label + 40, width - label - EDGE) };
}

/** What the reader wants to see beside and behind the ladder's arrows. */
import type { GaugeChoice } from "../core/ladder/beside.ts";

export interface BesideSlice {
  readonly beside: {
    /** The connection's phases in a band at the left. */
    readonly phases: boolean;
    /** Breaks in the lifelines where bytes are missing. */
    readonly missing: boolean;
    /** What the senders of SACK blocks hold. */
    readonly sacks: boolean;
    /** Columns of amounts, in the order of GAUGES. */
    readonly gauges: readonly GaugeChoice[];
  };
}

export const SHOWN_BESIDE: BesideSlice = { beside: { phases: true, missing: true, sacks: true, gauges: [] } };

/** What stands beside and behind a ladder's arrows: the reader's choice of it, what is known for it, and its words. */
import type { SackEdges } from "../analysis/acknowledgements.ts";
import type { MissingRange } from "../analysis/missing-ranges.ts";
import type { PhaseName } from "../analysis/phases.ts";
import { type Amounts, type Gauge, NO_AMOUNTS } from "./gauges.ts";
import type { TripKind } from "./round-trips.ts";

/** A column of amounts; a wide one is a graph with lines from row to row. */
export interface GaugeChoice {
  readonly gauge: Gauge;
  readonly isWide: boolean;
}

/** A phase of the connection that shows, by rows of the packet table: the first one and the last one. */
export interface PhaseRows {
  readonly name: PhaseName;
  readonly from: number;
  readonly to: number;
}

/** How it is said. */
export interface BesideWords {
  readonly phase: (name: PhaseName) => string;
  /** As short as a column wants it; the unit stands in the head. */
  readonly amount: (gauge: Gauge, amount: number) => string;
  readonly gauge: (gauge: Gauge) => string;
  /** Of a row of the packet table, in full; empty where it has no such amount. */
  readonly exact: (gauge: Gauge, row: number) => string;
  /** What a bracket says of a round trip: how long it took, and what it is. */
  readonly trip: (kind: TripKind, nanoseconds: number) => { readonly value: string; readonly name: string };
  /** From the longest to the shortest. */
  readonly missing: (range: MissingRange) => readonly string[];
}

export interface Beside {
  readonly gauges: readonly GaugeChoice[];
  /** The greatest amounts of all rows: the ends of the columns' scales. */
  readonly most: Amounts;
  /** In order; none where they do not show. */
  readonly phases: readonly PhaseRows[];
  /** By row; none where they do not show. */
  readonly missing: readonly MissingRange[];
  /** The edges of a row's SACK blocks; null where these do not show. */
  readonly sacks: SackEdges | null;
  readonly words: BesideWords;
}

const NOT_SAID = () => "";
const NO_WORDS: BesideWords = {
  phase: NOT_SAID,
  amount: NOT_SAID,
  gauge: NOT_SAID,
  exact: NOT_SAID,
  trip: () => ({ value: "", name: "" }),
  missing: () => [],
};

export const NOTHING_BESIDE: Beside = {
  gauges: [],
  most: NO_AMOUNTS,
  phases: [],
  missing: [],
  sacks: null,
  words: NO_WORDS,
};

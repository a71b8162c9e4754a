/** Counting: cells or lines equal and different, and the first differences as they were. */
import { isDeviation } from "./deviations.ts";

/** One difference: where, what tshark prints, what the project prints. */
export interface Difference {
  /** Frame number, or line of the flow graph. */
  readonly place: number;
  readonly expected: string;
  readonly actual: string;
}

/** What was counted of one field, one group or one capture. */
export interface Tally {
  equal: number;
  different: number;
  /** Differences that are known and meant. */
  deviating: number;
}

export const noTally = (): Tally => ({ equal: 0, different: 0, deviating: 0 });

/** Counts in `to` what the other tally counted. */
export function addTally(to: Tally, { equal, different, deviating }: Tally): void {
  to.equal += equal;
  to.different += different;
  to.deviating += deviating;
}

/** Share of the equal among what was counted, deviations left out; 1 when nothing was. */
export function shareOf({ equal, different }: Tally): number {
  return equal + different === 0 ? 1 : equal / (equal + different);
}

/** Counts the cells of one field, or the lines of one text, of one capture. */
export class Counter {
  readonly tally = noTally();
  readonly differences: Difference[] = [];
  private readonly capture: string;
  private readonly field: string;
  private readonly kept: number;

  /** `kept` is how many differences are remembered. */
  constructor(capture: string, field: string, kept: number) {
    this.capture = capture;
    this.field = field;
    this.kept = kept;
  }

  /** Counts `places` that the project gave nothing for, through a fault of its own: no known deviation excuses them. */
  miss(places: number): void {
    this.tally.different += places;
  }

  /** Undefined stands for a cell that one side does not have at all; it equals nothing. */
  count(place: number, expected: string | undefined, actual: string | undefined): void {
    if (expected !== undefined && expected === actual) {
      this.tally.equal++;
    } else if (isDeviation(this.capture, this.field, place)) this.tally.deviating++;
    else {
      this.tally.different++;
      if (this.differences.length >= this.kept) return;
      this.differences.push({ place, expected: expected ?? "(nothing)", actual: actual ?? "(nothing)" });
    }
  }
}

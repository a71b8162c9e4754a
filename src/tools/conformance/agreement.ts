/**
 * What is compared of a capture as a whole, beside its cells: how reading it ended, and how many frames it has.
 * Differences that are known are counted apart.
 */
import type { Comparison } from "./compare.ts";
import { isDeviation } from "./deviations.ts";

/** One such value, counted over captures; one that the core does not bear is compared, and neither of the three. */
export class Agreement {
  /** Captures of which both sides' values are known. */
  compared = 0;
  equal = 0;
  known = 0;
  /** Those that differ, and nobody says why. */
  readonly different: Comparison[] = [];
  private readonly field: "status" | "frames";
  private readonly ours: (comparison: Comparison) => number;
  private readonly theirs: (comparison: Comparison) => number | null;

  /** `field` is the value's name among the deviations. */
  constructor(
    field: "status" | "frames",
    ours: (comparison: Comparison) => number,
    theirs: (comparison: Comparison) => number | null,
  ) {
    this.field = field;
    this.ours = ours;
    this.theirs = theirs;
  }

  add(comparison: Comparison): void {
    const theirs = this.theirs(comparison);
    if (theirs === null) return;
    this.compared++;
    const { name, fault } = comparison;
    if (fault) return; // nothing of it agrees, and for one reason
    if (theirs === this.ours(comparison)) this.equal++;
    else if (isDeviation(name, this.field, 0)) this.known++;
    else this.different.push(comparison);
  }
}

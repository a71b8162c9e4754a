/** Which line of a ladder a row stands in, when runs of rows stand in one line each, and which rows are in a line. */
import { lastUpTo } from "../base/bisect.ts";
import type { Folds } from "./fold-list.ts";

/** The lines of a ladder in which some runs are folded; every other row is a line of its own. */
export class FoldedLines {
  /** How many lines there are. */
  readonly length: number;
  /** Of the folded runs in order: which of all, their first row, the row behind their last, their line. */
  private readonly which: readonly number[];
  private readonly firsts: readonly number[];
  private readonly ends: readonly number[];
  private readonly lines: readonly number[];

  /** Of `rows` rows; `isFolded` tells which of the runs are, by their number. */
  constructor(rows: number, folds: Folds, isFolded: (fold: number) => boolean) {
    const which: number[] = [];
    const lines: number[] = [];
    let hidden = 0;
    for (let fold = 0; fold < folds.length; fold++) {
      if (!isFolded(fold)) continue;
      which.push(fold);
      lines.push(folds.first[fold]! - hidden);
      hidden += folds.end[fold]! - folds.first[fold]! - 1;
    }
    this.length = rows - hidden;
    this.which = which;
    this.lines = lines;
    this.firsts = which.map((fold) => folds.first[fold]!);
    this.ends = which.map((fold) => folds.end[fold]!);
  }

  /** How many lines are folded runs. */
  get folded(): number {
    return this.which.length;
  }

  /** The line of the row in a place. */
  lineOf(place: number): number {
    const at = lastUpTo(this.firsts, place);
    if (at < 0) return place;
    return this.lines[at]! + Math.max(0, place - this.ends[at]! + 1);
  }

  /** The place of a line's first row. */
  firstOf(line: number): number {
    const at = lastUpTo(this.lines, line);
    if (at < 0) return line;
    return line === this.lines[at] ? this.firsts[at]! : this.ends[at]! + (line - this.lines[at]! - 1);
  }

  /** The place behind a line's last row. */
  endOf(line: number): number {
    const at = lastUpTo(this.lines, line);
    return at >= 0 && line === this.lines[at] ? this.ends[at]! : this.firstOf(line) + 1;
  }

  /** The number of the run that a line is; -1 for a row. */
  foldOf(line: number): number {
    const at = lastUpTo(this.lines, line);
    return at >= 0 && line === this.lines[at] ? this.which[at]! : -1;
  }

  /** How many folded runs stand above a line. */
  foldsAbove(line: number): number {
    return lastUpTo(this.lines, line - 1) + 1;
  }
}

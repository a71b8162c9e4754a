/**
 * A filter's plan over a run of rows at once: each test fills a column of answers, and those are joined. Nothing is made
 * for a row, so that a filter takes a few nanoseconds a packet. Rows of which the columns do not tell are passed over.
 */
import { type Column, type ColumnRead, isTold } from "./column-readers.ts";
import type { Value } from "./kinds.ts";
import type { Plan } from "./plan.ts";
import type { RowCursor } from "./row-cursor.ts";

/** What is said of a row. */
export const NOT_TAKEN = 0;
export const TAKEN = 1;
/** More than the tables has to be read to tell. */
export const OPEN = 2;

/** Rows that are looked at together, at most. */
export const RUN = 512;

/** Rows of one chunk that lie behind each other; `answers` are OPEN where the columns do not tell. */
export interface Run {
  readonly cursor: RowCursor;
  readonly row: number;
  readonly at: number;
  readonly length: number;
  readonly answers: Uint8Array;
}

/** Fills `out` with TAKEN and NOT_TAKEN. */
type RunTest = (run: Run, out: Uint8Array) => void;

/** The plan as a test of runs; null where one of its tests wants whole packets. `columns` are those of its needs. */
export function runTestOf(plan: Plan, columns: readonly Column[]): RunTest | null {
  switch (plan.kind) {
    case "packet":
      return null;
    case "values":
      return valuesTest(columns[plan.place]!, plan.isAll, plan.holds);
    case "not": {
      const test = runTestOf(plan.test, columns);
      return test && inverted(test);
    }
    default: {
      const tests = plan.tests.map((one) => runTestOf(one, columns));
      return tests.every((test) => test !== null) ? joined(tests, JOINS[plan.kind]) : null;
    }
  }
}

/** Marks the rows of which a need's column does not tell. */
export function markOpen({ cursor, at, length, answers }: Run, column: Column): void {
  if (column.kind === null) return;
  for (let i = 0; i < length; i++) {
    cursor.at = at + i;
    if (!isTold(column, cursor)) answers[i] = OPEN;
  }
}

const JOINS = {
  and: (a: number, b: number) => a & b,
  or: (a: number, b: number) => a | b,
  xor: (a: number, b: number) => a ^ b,
} as const;

function joined(tests: readonly RunTest[], join: (a: number, b: number) => number): RunTest {
  const further = new Uint8Array(RUN);
  const [first, ...others] = tests;
  return (run, out) => {
    first!(run, out); // two at least are joined
    for (const other of others) {
      other(run, further);
      for (let i = 0; i < run.length; i++) out[i] = join(out[i]!, further[i]!);
    }
  };
}

const inverted =
  (test: RunTest): RunTest =>
  (run, out) => {
    test(run, out);
    for (let i = 0; i < run.length; i++) out[i] = out[i]! ^ 1;
  };

function valuesTest({ kind, reads }: Column, isAll: boolean, holds: (value: Value) => boolean): RunTest {
  const [first] = reads;
  const takes = reads.length === 1 ? takesOne(first!, holds) : takesOf(reads, isAll, holds);
  return ({ cursor, row, at, length, answers }, out) => {
    const kinds = cursor.chunk.kind;
    for (let i = 0; i < length; i++) {
      out[i] = NOT_TAKEN;
      if (answers[i] === OPEN || (kind !== null && kinds[at + i] !== kind)) continue;
      cursor.at = at + i;
      cursor.row = row + i;
      if (takes(cursor)) out[i] = TAKEN;
    }
  };
}

const takesOne =
  (read: ColumnRead, holds: (value: Value) => boolean) =>
  (cursor: RowCursor): boolean => {
    const value = read(cursor);
    return value !== undefined && holds(value);
  };

const takesOf =
  (reads: readonly ColumnRead[], isAll: boolean, holds: (value: Value) => boolean) =>
  (cursor: RowCursor): boolean => {
    let hasValue = false;
    for (const read of reads) {
      const value = read(cursor);
      if (value === undefined) continue;
      hasValue = true;
      if (holds(value) !== isAll) return !isAll;
    }
    return isAll && hasValue;
  };

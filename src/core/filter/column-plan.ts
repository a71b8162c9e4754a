/**
 * A filter's plan over a run of rows at once: each test fills a column of answers, and those are joined, bit by bit. An
 * answer stays open where the tables do not tell, unless the other tests decide it. How the values of one field are
 * looked at is column-tests.ts's.
 */
import { type Column, readColumn } from "./column-readers.ts";
import { valuesTest } from "./column-tests.ts";
import type { NumberValue } from "./column-values.ts";
import { markWithin, type NumberTest } from "./intervals.ts";
import type { Value } from "./kinds.ts";
import type { Plan } from "./plan.ts";
import type { RowCursor } from "./row-cursor.ts";
import { limitToTold, NOT_TAKEN, OPEN, type Run, type RunTest, TAKEN, toldBy } from "./run.ts";

type PacketPlan = Extract<Plan, { kind: "packet" }>;

/** The plan as a test of runs of at most `longest` rows. `columns` are those of its needs, null where there is none. */
export function runTestOf(
  plan: Plan,
  columns: readonly (Column | null)[],
  cursor: RowCursor,
  longest: number,
): RunTest {
  switch (plan.kind) {
    case "packet":
      return listsTest(plan, columns, longest) ?? packetTest(plan, columns);
    case "values": {
      const column = columns[plan.place];
      return column ? valuesTest(column, plan, cursor, longest) : open;
    }
    case "not":
      return inverted(runTestOf(plan.test, columns, cursor, longest));
    default: {
      // Those that look at each row by itself come last: often nothing is left for them to decide.
      const inOrder = [...plan.tests].sort((a, b) => Number(a.kind === "packet") - Number(b.kind === "packet"));
      const tests = inOrder.map((one) => runTestOf(one, columns, cursor, longest));
      return tests.reduce((all, test) => joined(all, test, plan.kind, longest));
    }
  }
}

const open: RunTest = ({ length }, out) => void out.fill(OPEN, 0, length);

const JOINS = {
  and: (a: Uint8Array, b: Uint8Array, length: number) => {
    for (let i = 0; i < length; i++) a[i] = a[i]! & b[i]!;
  },
  or: (a: Uint8Array, b: Uint8Array, length: number) => {
    for (let i = 0; i < length; i++) a[i] = a[i]! | b[i]!;
  },
  xor: (a: Uint8Array, b: Uint8Array, length: number) => {
    for (let i = 0; i < length; i++) a[i] = a[i] === OPEN || b[i] === OPEN ? OPEN : a[i]! ^ b[i]!;
  },
} as const;

function joined(one: RunTest, other: RunTest, kind: keyof typeof JOINS, longest: number): RunTest {
  const further = new Uint8Array(longest);
  const join = JOINS[kind];
  return (run, out) => {
    one(run, out);
    // What already is decided for all rows is not asked again: the second test may be the dear one.
    if (kind === "and" && isNone(out, run.length)) return;
    other(run, further);
    join(out, further, run.length);
  };
}

function isNone(answers: Uint8Array, length: number): boolean {
  let all = 0;
  for (let i = 0; i < length; i++) all |= answers[i]!;
  return all === NOT_TAKEN;
}

const inverted =
  (test: RunTest): RunTest =>
  (run, out) => {
    test(run, out);
    for (let i = 0; i < run.length; i++) out[i] = out[i] === OPEN ? OPEN : out[i]! ^ TAKEN;
  };

/** A test of what the numbers of one column or two give; null where a column has others, or a row has to be looked at. */
function listsTest(plan: PacketPlan, columns: readonly (Column | null)[], longest: number): RunTest | null {
  const { ofNumbers, places } = plan;
  const asked = places.map((place) => columns[place] ?? null);
  const lists = asked.map(onlyNumbers);
  if (!ofNumbers || !asked.every((column) => column !== null) || !lists.every((list) => list !== null)) return null;
  const mark = ofNumbers.of === "count" ? countsOf(lists, longest) : differencesOf(ofNumbers.isAll, lists, longest);
  if (!mark) return null;
  const told = asked.map(toldBy);
  const byRow = packetTest(plan, columns);
  return (run, out) => {
    if (!mark(run, ofNumbers.numbers, out)) return byRow(run, out);
    for (const says of told) limitToTold(run, says, out);
  };
}

/** Marks the rows of a run whose numbers a test holds for; false where they would not be exact. */
type Mark = (run: Run, numbers: NumberTest, out: Uint8Array) => boolean;

/** How many numbers a column has in a row; NaN for none. */
function countsOf([list]: readonly (readonly NumberValue[])[], longest: number): Mark | null {
  const [values, counts] = [new Float64Array(longest), new Float64Array(longest)];
  if (!list) return null;
  return ({ cursor, length }, numbers, out) => {
    counts.fill(0, 0, length);
    for (const value of list) {
      if (!value.fill(cursor, values, length)) return false;
      for (let i = 0; i < length; i++) if (!Number.isNaN(values[i])) counts[i] = counts[i]! + 1;
    }
    for (let i = 0; i < length; i++) if (counts[i] === 0) counts[i] = Number.NaN;
    markWithin(numbers, counts, length, 0n, out);
    return true;
  };
}

/** What any number of one column is beyond any of another; where all have to hold, there is one of each. */
function differencesOf(
  isAll: boolean,
  [left = [], right = []]: readonly (readonly NumberValue[])[],
  longest: number,
): Mark | null {
  const pairs = left.flatMap((a) => right.map((b) => [a, b] as const));
  if (pairs.length === 0 || (isAll && pairs.length > 1)) return null;
  const [values, others] = [new Float64Array(longest), new Float64Array(longest)];
  const further = new Uint8Array(longest);
  return ({ cursor, length }, numbers, out) => {
    out.fill(NOT_TAKEN, 0, length);
    for (const [a, b] of pairs) {
      if (!a.fill(cursor, values, length) || !b.fill(cursor, others, length)) return false;
      for (let i = 0; i < length; i++) values[i] = values[i]! - others[i]!;
      markWithin(numbers, values, length, 0n, further);
      JOINS.or(out, further, length);
    }
    return true;
  };
}

/** A test that wants the lists of values of each row by itself. */
function packetTest({ places, matches }: PacketPlan, columns: readonly (Column | null)[]): RunTest {
  const asked = places.map((place) => columns[place] ?? null);
  if (!asked.every((column) => column !== null)) return open;
  const told = asked.map(toldBy);
  const isOpen = Array.from(told[0] ?? [], (_, own) => told.some((says) => says[own] === OPEN));
  const lists: Value[][] = columns.map(() => []);
  return ({ at, cursor, row, length, classes }, out) => {
    for (let i = 0; i < length; i++) {
      const own = classes.of[at + i]!;
      out[i] = OPEN;
      if (isOpen[own]) continue;
      cursor.at = at + i;
      cursor.row = row + i;
      for (let place = 0; place < asked.length; place++) refill(lists[places[place]!]!, asked[place]!, cursor);
      out[i] = matches(lists) ? TAKEN : NOT_TAKEN;
    }
    cursor.moveTo(row);
  };
}

function refill(list: Value[], column: Column, cursor: RowCursor): void {
  while (list.length > 0) list.pop(); // its room stays: setting the length gives it away
  readColumn(column, cursor, list);
}

/** The numbers that a column has in a row, counted from 0; null where it has others. */
function onlyNumbers(column: Column | null): readonly NumberValue[] | null {
  const values = column?.values ?? [];
  return values.every((value) => value.kind === "number" && value.start === null) ? (values as NumberValue[]) : null;
}

/**
 * A filter's plan over a run of rows at once: each test fills a column of answers, and those are joined, bit by bit. An
 * answer stays open where the tables do not tell, unless the other tests decide it. How the values of one field are
 * looked at is column-tests.ts's.
 */
import { type Column, readColumn } from "./column-readers.ts";
import { valuesTest } from "./column-tests.ts";
import type { NumberValue } from "./column-values.ts";
import { markWithin } from "./intervals.ts";
import type { Value } from "./kinds.ts";
import type { Plan } from "./plan.ts";
import type { RowCursor } from "./row-cursor.ts";
import { limitToTold, NOT_TAKEN, OPEN, type RunTest, TAKEN, toldBy } from "./run.ts";

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
      return differenceTest(plan, columns, longest) ?? packetTest(plan, columns);
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

/** A comparison of two fields that have a number each; null for others. */
function differenceTest(plan: PacketPlan, columns: readonly (Column | null)[], longest: number): RunTest | null {
  const { difference, places } = plan;
  const [left, right] = places.map((place) => columns[place] ?? null);
  const [a, b] = [onlyNumber(left), onlyNumber(right)];
  if (!difference || !left || !right || !a || !b) return null;
  const told = [left, right].map(toldBy);
  const [values, others] = [new Float64Array(longest), new Float64Array(longest)];
  const byRow = packetTest(plan, columns);
  return (run, out) => {
    const { cursor, length } = run;
    if (!a.fill(cursor, values, length) || !b.fill(cursor, others, length)) return byRow(run, out);
    for (let i = 0; i < length; i++) values[i] = values[i]! - others[i]!;
    markWithin(difference, values, length, 0n, out);
    for (const says of told) limitToTold(run, says, out);
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

/** The number that a column has in each row, counted from 0; null where it has others. */
function onlyNumber(column: Column | null | undefined): NumberValue | null {
  const [value, ...others] = column?.values ?? [];
  return value?.kind === "number" && others.length === 0 && value.start === null ? value : null;
}

/** Tests of one field's values over a run of rows, from its column. */
import type { Column } from "./column-readers.ts";
import type { AddressValue, ColumnValue, NumberValue } from "./column-values.ts";
import { markWithin } from "./intervals.ts";
import type { Value } from "./kinds.ts";
import type { Plan } from "./plan.ts";
import type { RowCursor } from "./row-cursor.ts";
import { limitToTold, NOT_TAKEN, type Run, type RunTest, TAKEN, toldBy } from "./run.ts";

type ValuesPlan = Extract<Plan, { kind: "values" }>;

/** What is said of one value, beside TAKEN, and NOT_TAKEN for none, where all have to hold: that it does not. */
const FAILS = 1;

/** That any of a field's values holds, or that it has some, and all of them do. */
export function valuesTest(column: Column, plan: ValuesPlan, cursor: RowCursor, longest: number): RunTest {
  const told = toldBy(column);
  const [first, ...others] = column.values.map((value) => valueTest(value, plan, cursor, longest));
  const further = new Uint8Array(longest);
  const join = plan.isAll ? joinAll : joinAny;
  return (run, out) => {
    first!(run, out); // there is a value in each column
    for (const other of others) {
      other(run, further);
      join(out, further, run.length);
    }
    if (plan.isAll) for (let i = 0; i < run.length; i++) if (out[i] === FAILS) out[i] = NOT_TAKEN;
    limitToTold(run, told, out);
  };
}

/** Of several values, one that holds is enough. */
function joinAny(out: Uint8Array, further: Uint8Array, length: number): void {
  for (let i = 0; i < length; i++) out[i] = out[i]! | further[i]!;
}

/** One that fails is too many. */
function joinAll(out: Uint8Array, further: Uint8Array, length: number): void {
  for (let i = 0; i < length; i++) if (out[i] === NOT_TAKEN || further[i] === FAILS) out[i] = further[i]!;
}

function valueTest(value: ColumnValue, plan: ValuesPlan, cursor: RowCursor, longest: number): RunTest {
  switch (value.kind) {
    case "number":
      return numberTest(value, plan, cursor, longest);
    case "address":
      return addressTest(value, plan, cursor);
    case "presence": {
      const said = saidOf(1, plan);
      return ({ length }, out) => void out.fill(said, 0, length);
    }
  }
}

function numberTest(value: NumberValue, plan: ValuesPlan, cursor: RowCursor, longest: number): RunTest {
  const { numbers, isAll, holds } = plan;
  const values = new Float64Array(longest);
  const start = value.start?.(cursor) ?? 0n;
  const valueFrom = (number: number): Value => (start === 0n ? number : start + BigInt(number));
  return (run, out) => {
    const { cursor, length } = run;
    if (!value.fill(cursor, values, length)) return readEach(value, plan, run, out);
    if (numbers) markWithin(numbers, values, length, start, out);
    else
      for (let i = 0; i < length; i++) out[i] = !isNone(values[i]!) && holds(valueFrom(values[i]!)) ? TAKEN : NOT_TAKEN;
    if (isAll) for (let i = 0; i < length; i++) if (out[i] === NOT_TAKEN && !isNone(values[i]!)) out[i] = FAILS;
  };
}

/** Not a number is how a column of numbers says that there is none. */
const isNone = (value: number): boolean => Number.isNaN(value);

/** Where numbers would not be exact: value by value. */
function readEach({ read }: NumberValue, plan: ValuesPlan, { cursor, row, length }: Run, out: Uint8Array): void {
  for (let i = 0; i < length; i++) {
    cursor.moveTo(row + i);
    out[i] = saidOf(read(cursor), plan);
  }
  cursor.moveTo(row);
}

function saidOf(value: Value | undefined, { holds, isAll }: ValuesPlan): number {
  if (value === undefined) return NOT_TAKEN;
  return holds(value) ? TAKEN : isAll ? FAILS : NOT_TAKEN;
}

/** Each address is looked at once, when the first packet has it. */
function addressTest({ which, read }: AddressValue, plan: ValuesPlan, cursor: RowCursor): RunTest {
  /** By row of the address table, what is said of it; UNKNOWN while it was not looked at. */
  const known = new Uint8Array(cursor.addressCount).fill(UNKNOWN);
  return ({ at, cursor, length }, out) => {
    const rows = cursor.chunk[which];
    for (let i = 0; i < length; i++) {
      const row = rows[at + i]!;
      const said = row < 0 ? NOT_TAKEN : known[row]!;
      out[i] = said;
      if (said !== UNKNOWN) continue;
      cursor.at = at + i;
      known[row] = saidOf(read(cursor), plan);
      cursor.at = at;
      out[i] = known[row]!;
    }
  };
}

const UNKNOWN = 255;

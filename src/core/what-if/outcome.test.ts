/** What a change led to, summed up. */
import { expect, it } from "vitest";
import { outcomeOf } from "./outcome.ts";
import { runModel } from "./run.ts";
import type { Change, Script } from "./script.ts";
import { delayed, dropped, exchange } from "./scripts-for-tests.ts";

const outcome = (script: Script, change: Change) => outcomeOf(runModel(script), runModel(script, change));
const LARGE = exchange(8000);
const NOTHING = { timeouts: 0, fast: 0, needless: 0, duplicateAcks: 0, late: 0, isWhole: true, isClosed: true };

it("counts what was sent again, and why", () => {
  expect(outcome(LARGE, dropped(6))).toMatchObject({ timeouts: 0, fast: 1, duplicateAcks: 6, isWhole: true });
  const { late, ...last } = outcome(LARGE, dropped(12));
  expect(last).toMatchObject({ timeouts: 1, fast: 0, duplicateAcks: 0 });
  // The ACK before it came 9 ms after it was due at the receiver; a second later it goes again, and takes 11 ms.
  expect(Math.round(late / 1e6)).toBe(9 + 1000 + 11);
  expect(outcome(exchange(500), dropped(0, 2))).toMatchObject({ timeouts: 2, late: 3e9 });
  expect(outcome(LARGE, delayed(6, 8))).toMatchObject({ fast: 1, needless: 1 });
});

it("says that a lost ACK did no harm", () => {
  expect(outcome(LARGE, dropped(14))).toEqual(NOTHING);
});

it("says what never came", () => {
  const script = exchange(500);
  expect(outcome(script, dropped(5, Number.POSITIVE_INFINITY))).toMatchObject({ isWhole: false, isClosed: false });
});

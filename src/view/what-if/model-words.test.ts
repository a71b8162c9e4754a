/** Every sentence of the model is there and filled, in each language. */
import { expect, it } from "vitest";
import type { ModelRun } from "../../core/what-if/model.ts";
import { outcomeOf } from "../../core/what-if/outcome.ts";
import { runModel } from "../../core/what-if/run.ts";
import type { Change, Script } from "../../core/what-if/script.ts";
import { delayed, doubled, dropped, exchange, scriptOf } from "../../core/what-if/scripts-for-tests.ts";
import { t } from "../words-for-tests.ts";
import { arrowWords, causeWords, effectWords, labelOf, outcomeWords, stateWords } from "./model-words.ts";

const LARGE = exchange(8000);
const SMALL = exchange(500);
const ALWAYS = Number.POSITIVE_INFINITY;
const CASES: readonly (readonly [Script, Change | null])[] = [
  [LARGE, null],
  [LARGE, dropped(6)],
  [exchange(40_000, {}, false), delayed(5, 9)],
  [exchange(40_000), dropped(5, 2)],
  [exchange(3000, { ackEvery: 2 }), dropped(6)],
  [scriptOf("", "write 3000", { ackEvery: 2 }), null],
  [SMALL, dropped(0, ALWAYS)],
  [SMALL, dropped(5, ALWAYS)],
  [SMALL, delayed(0, 1500)],
  [SMALL, doubled(5)],
  [scriptOf("write 10, abort wait=40", "write 5 needs=10 wait=60"), null],
];
const runs = CASES.map(([script, change]) => ({ plain: runModel(script), run: runModel(script, change) }));

const sentences = (run: ModelRun) =>
  run.segments.flatMap((one, at) => [
    arrowWords(one, at, t),
    causeWords(one, t),
    effectWords(one, t),
    stateWords(one, t),
  ]);

it("has a sentence for each reason, each effect and what follows, with all its numbers", () => {
  const all = runs.flatMap(({ plain, run }) => [
    ...sentences(run),
    ...outcomeWords(outcomeOf(plain, run), plain, run, t),
  ]);
  expect(all.filter((words) => /\{\{|whatIf\.|undefined|NaN/.test(words))).toEqual([]);
  const kinds = new Set(
    runs.flatMap(({ run }) => run.segments.flatMap(({ cause, effect }) => [cause.kind, effect.kind])),
  );
  expect(kinds.size).toBeGreaterThan(25);
});

it("counts one number, and several", () => {
  const said = runs[0]!.plain.segments.map((one) => effectWords(one, t));
  expect(said).toContain("It acknowledges 1 number that nothing had acknowledged before.");
  expect(said).toContain("It acknowledges 100 numbers that nothing had acknowledged before.");
});

it("tells a loss and its repair", () => {
  const { run } = runs[1]!;
  const [lost, again] = [run.segments[6]!, run.segments[20]!];
  expect(labelOf(lost, false, 1)).toEqual(["Seq=1001 Len=1000"]);
  expect(labelOf(lost, false, 2)).toEqual(["Seq=1001", "Len=1000"]);
  expect(arrowWords(lost, 6, t)).toBe("Segment 7, 0.032 s, Server to Client, ACK, Seq 1001, Ack 101, 1000 bytes, lost");
  expect(effectWords(lost, t)).toBe("It never arrives.");
  expect(stateWords(lost, t)).toBe("ESTABLISHED at its sender; its receiver stays as it was");
  expect(causeWords(again, t)).toBe(
    "The third duplicate ACK asks for 1,001: it goes again without waiting for the timer. The congestion window is 6,500 bytes. (RFC 5681 §3.2)",
  );
  expect(effectWords(again, t)).toBe("It fills the gap: 7,000 bytes go to the application at once.");
});

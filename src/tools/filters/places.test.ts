import { expect, it } from "vitest";
import { compileFilter } from "../../core/filter/compile.ts";
import places from "./places.json";
import type { Places } from "./table.ts";

/** tshark sees the fault in the pattern, and here it is the field that has no text to look at. */
const ELSEWHERE = ["tcp.port matches 80"];

const wrong = Object.entries(places as unknown as Places); // JSON knows no pairs

it("has tshark's places of enough faults", () => {
  expect(wrong.length).toBeGreaterThan(200);
});

it.each(wrong)("sees the fault of %s where tshark does", (filter, [at, length]) => {
  const compiled = compileFilter(filter, () => []);
  if (!("problem" in compiled)) throw new Error("it is taken");
  const { problem } = compiled;
  const isNear = problem.at <= at + length && at <= problem.at + problem.length;
  expect(isNear || ELSEWHERE.includes(filter), `${problem.at}+${problem.length}`).toBe(true);
});

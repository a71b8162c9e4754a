/** The lessons that come with the page: each is read, and each step shows what it speaks of. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { Explainer } from "../../core/explain/explainer.ts";
import { type Lesson, readLesson } from "../../core/lessons/lesson.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import { readCatalogue } from "../samples/catalogue.ts";

const folder = fileURLToPath(new URL("../../../public/lessons/", import.meta.url));
const samples = fileURLToPath(new URL("../../../public/samples/", import.meta.url));
const ids = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && !["index.json", "lesson.schema.json"].includes(name))
  .map((name) => name.slice(0, -".json".length));
const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));

function lessonOf(id: string): Lesson {
  const read = readLesson(readFileSync(join(folder, `${id}.json`), "utf8"));
  if ("problem" in read) throw new Error(`${id}: ${read.problem.where}: ${read.problem.found}`);
  return read.lesson;
}

test("the index lists all lessons, with their titles", () => {
  const listed = index.map(({ id, title }: { id: string; title: object }) => ({ id, title }));
  const all = ids.map((id) => ({ id, title: lessonOf(id).title }));
  expect(listed).toHaveLength(all.length);
  expect(listed).toEqual(expect.arrayContaining(all));
});

describe.each(ids)("%s", (id) => {
  const lesson = lessonOf(id);

  test("speaks English and Chinese", () => {
    for (const { headline, text } of lesson.steps) {
      expect(Object.keys(headline)).toEqual(["en", "zh-CN"]);
      expect(Object.keys(text)).toEqual(["en", "zh-CN"]);
    }
  });

  test("has a sample with its packets, and a reason for each number that is explained", async () => {
    const sample = readCatalogue(samples).find(
      (one) => "sample" in lesson.capture && one.id === lesson.capture.sample,
    )!;
    const pass = new FirstPass();
    await readCaptureFile(join(samples, sample.file), (record, of) => pass.frame(record, of));
    const { length, chunks, connections } = pass.decoder;
    const explainer = new Explainer({ length, chunks }, connections.snapshot());
    for (const { packets, explain, headline } of lesson.steps) {
      const last = packets.at(-1)!;
      expect(last, headline.en).toBeLessThanOrEqual(length);
      expect(packets[0]!, headline.en).toBeLessThanOrEqual(last);
      const reasons = explainer.reasons(last - 1, null);
      if (explain)
        expect(
          reasons.map(({ field }) => field),
          headline.en,
        ).toContain(explain);
      if (explain === "state")
        expect(
          reasons.map(({ kind }) => kind),
          headline.en,
        ).not.toContain("stateStays");
    }
  });
});

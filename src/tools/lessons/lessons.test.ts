/** The lessons that come with the page: each is read, and each step shows what it speaks of. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { Explainer } from "../../core/explain/explainer.ts";
import { pathOfKey } from "../../core/inspect/find-path.ts";
import { beyondCapture, misplaced } from "../../core/lessons/check-packets.ts";
import { type Lesson, type LessonStep, LIT_PARTS } from "../../core/lessons/lesson.ts";
import { readLesson } from "../../core/lessons/read-lesson.ts";
import type { Layer } from "../../core/protocols/inspection.ts";
import { PACKET_TOPICS } from "../../core/quiz/question.ts";
import { questionsOn } from "../../core/quiz/quiz.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import { SecondPass } from "../../core/second-pass/second-pass.ts";
import { cell } from "../../core/table/packet-table.ts";
import { readCatalogue } from "../samples/catalogue.ts";

const folder = fileURLToPath(new URL("../../../public/lessons/", import.meta.url));
const samples = fileURLToPath(new URL("../../../public/samples/", import.meta.url));
const ids = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && !["index.json", "lesson.schema.json"].includes(name))
  .map((name) => name.slice(0, -".json".length));
const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
const schema = JSON.parse(readFileSync(join(folder, "lesson.schema.json"), "utf8"));

function lessonOf(id: string): Lesson {
  const read = readLesson(readFileSync(join(folder, `${id}.json`), "utf8"));
  if ("problem" in read) throw new Error(`${id}: ${read.problem.where}: ${read.problem.found}`);
  return read.lesson;
}

/** The sample of a lesson, with all that its steps may speak of. */
async function readSample({ capture }: Lesson) {
  const sample = readCatalogue(samples).find((one) => "sample" in capture && one.id === capture.sample)!;
  const path = join(samples, sample.file);
  const first = new FirstPass();
  await readCaptureFile(path, (record, of) => first.frame(record, of));
  const { length, chunks, connections } = first.decoder;
  const second = new SecondPass(first, { verifiesChecksums: true });
  const layers: (readonly Layer[])[] = [];
  await readCaptureFile(path, (record, of) => layers.push(second.layers(record, of)));
  const packets = { length, chunks };
  const table = connections.snapshot();
  return { packets, connections: table.length, layers, explainer: new Explainer(packets, table) };
}

test("the index lists all lessons, with their titles and how many steps they have", () => {
  const all = ids.map((id) => ({ id, title: lessonOf(id).title, steps: lessonOf(id).steps.length }));
  expect(index).toHaveLength(all.length);
  expect(index).toEqual(expect.arrayContaining(all));
});

test("the schema knows the words that the program knows", () => {
  const { highlight, question } = schema.$defs.step.properties;
  expect(highlight.items.anyOf[0].properties.part.enum).toEqual(LIT_PARTS);
  expect(question.anyOf[0].properties.ask.enum).toEqual(PACKET_TOPICS);
});

describe.each(ids)("%s", (id) => {
  const lesson = lessonOf(id);

  test("speaks English and Chinese, of everything", () => {
    const both = ["en", "zh-CN"];
    for (const { headline, text, question } of lesson.steps) {
      const own = question && "text" in question ? [question.text, ...question.choices, question.reason] : [];
      for (const texts of [headline, text, ...own]) expect(Object.keys(texts ?? {})).toEqual(both);
    }
  });

  test("has a sample with its packets, and all that its steps show", async () => {
    const { packets, connections, layers, explainer } = await readSample(lesson);
    expect(beyondCapture(lesson, packets.length)).toBeNull();
    expect(misplaced(lesson, connections, (row) => cell(packets, "connection", row))).toBeNull();
    for (const step of lesson.steps) {
      const last = step.packets.at(-1)!;
      expect(step.packets[0]!, step.headline.en).toBeLessThanOrEqual(last);
      const packet = explainer.packetIn(last - 1)!;
      const reasons = explainer.reasons(last - 1, layers[last - 1]!);
      const seen = {
        fields: reasons.map(({ field }) => field),
        kinds: reasons.map(({ kind }) => kind),
        keys: (key: string) => pathOfKey(layers[last - 1]!, key) !== null,
        topics: questionsOn(packet.numbers, packet.place).map(({ topic }) => topic),
        payload: (number: number) => cell(packets, "payloadLength", number - 1),
      };
      expectShown(step, seen);
    }
  });
});

interface Seen {
  readonly fields: readonly string[];
  readonly kinds: readonly string[];
  readonly keys: (key: string) => boolean;
  readonly topics: readonly string[];
  readonly payload: (number: number) => number;
}

function expectShown(step: LessonStep, { fields, kinds, keys, topics, payload }: Seen): void {
  const { explain, question, highlight = [], headline, packets } = step;
  if (explain) expect(fields, headline.en).toContain(explain);
  if (explain === "state") expect(kinds, headline.en).not.toContain("stateStays");
  if (question && "ask" in question) expect(topics, headline.en).toContain(question.ask);
  for (const lit of highlight) {
    if ("field" in lit) expect(keys(lit.field), `${headline.en}: ${lit.field}`).toBe(true);
    else {
      expect(lit.packet, headline.en).toBeLessThanOrEqual(packets.at(-1)!);
      if (lit.part === "bytes") expect(payload(lit.packet), headline.en).toBeGreaterThan(0);
    }
  }
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beyondCapture, lastNamed, misplaced, namedPackets } from "./check-packets.ts";
import { type Lesson, MOST_CAPTURE, textIn } from "./lesson.ts";
import { looksLikeLesson, readLesson } from "./read-lesson.ts";

const LESSON = {
  format: "flowladder-lesson",
  version: 1,
  title: { en: "A lesson" },
  capture: { sample: "handshake" },
  connection: 0,
  steps: [
    {
      packets: [1, 3],
      headline: { en: "Opening", "zh-CN": "建立连接" },
      text: { en: "Three segments." },
      explain: "ack",
    },
  ],
};
const own = (answer: number) => ({ text: { en: "Well?" }, choices: [{ en: "a" }, { en: "b" }], answer });
const problemOf = (given: unknown) => {
  const read = readLesson(JSON.stringify(given));
  return "problem" in read ? read.problem : null;
};
const withStep = (changes: object) => ({ ...LESSON, steps: [{ ...LESSON.steps[0], ...changes }] });

describe("readLesson", () => {
  it("reads what the format allows", () => {
    expect(readLesson(JSON.stringify(LESSON))).toEqual({ lesson: LESSON });
  });

  it("reads what a teacher may add", () => {
    const full = {
      ...LESSON,
      title: { "zh-CN": "只有中文" },
      capture: { name: "own.pcap", data: "AAAA" },
      steps: [
        {
          packets: [3],
          headline: { de: "Nur Deutsch" },
          highlight: [{ packet: 3, part: "ack" }, { packet: 1 }, { field: "tcp.window_size_value" }],
          question: { ...own(2), reason: { en: "so" } },
        },
        { ...LESSON.steps[0], question: { ask: "ack" } },
      ],
    };
    expect(readLesson(JSON.stringify(full))).toEqual({ lesson: full });
  });

  it.each([
    ["another format", { ...LESSON, format: "pcap" }, "format"],
    ["a version that is not known", { ...LESSON, version: 2 }, "version"],
    ["no steps", { ...LESSON, steps: [] }, "steps"],
    ["a packet 0", withStep({ packets: [0] }), "steps.0.packets.0"],
    ["three packets", withStep({ packets: [1, 2, 3] }), "steps.0.packets"],
    ["a text in no language", withStep({ text: {} }), "steps.0.text"],
    ["an empty text", withStep({ text: { en: "" } }), "steps.0.text.en"],
    ["no headline", withStep({ headline: undefined }), "steps.0.headline"],
    ["what nobody can light", withStep({ highlight: [{ packet: 1, part: "tail" }] }), "steps.0.highlight.0.part"],
    ["a field that has no name", withStep({ highlight: [{ field: "Seq" }] }), "steps.0.highlight.0.field"],
    ["nothing to light", withStep({ highlight: [{}] }), "steps.0.highlight.0"],
    ["what nobody asks", withStep({ question: { ask: "weather" } }), "steps.0.question.ask"],
    ["an answer that is no choice", withStep({ question: own(3) }), "steps.0.question"],
    ["one choice", withStep({ question: { ...own(1), choices: [{ en: "a" }] } }), "steps.0.question.choices"],
    ["a capture that is nowhere", { ...LESSON, capture: {} }, "capture"],
    ["a capture that has no name", { ...LESSON, capture: { name: "", data: "" } }, "capture.name"],
    [
      "a capture that is too large",
      { ...LESSON, capture: { name: "a", data: "A".repeat((MOST_CAPTURE / 3) * 4 + 8) } },
      "capture.data",
    ],
    ["a field that has no reasons", withStep({ explain: "colour" }), "steps.0.explain"],
    ["a connection that is no number", { ...LESSON, connection: "first" }, "connection"],
    ["a list", [], "format"],
  ])("tells where it is broken: %s", (_, given, where) => {
    expect(problemOf(given)).toMatchObject({ where, found: expect.stringMatching(/\w/) });
  });

  it("tells what is no JSON", () => {
    expect(readLesson("{")).toMatchObject({ problem: { where: "", found: expect.stringMatching(/JSON/) } });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(Object.keys(readLesson(text))).toHaveLength(1);
        },
      ),
    );
  });
});

describe("textIn", () => {
  const texts = { en: "yes", "zh-CN": "是" };
  it.each([
    ["en", "yes"],
    ["zh-CN", "是"],
    ["zh-TW", "是"],
    ["fr", "yes"],
  ])("for a reader of %s", (language, text) => {
    expect(textIn(texts, language)).toBe(text);
  });
});

it("says something in any language that there is", () => {
  expect(textIn({ "zh-CN": "是" }, "en")).toBe("是");
});

describe("looksLikeLesson", () => {
  it.each([
    ['{"format":"flowladder-lesson"', "a.txt", true],
    ['\uFEFF  {\n "$schema": "x", "format" : "flowladder-lesson",', "a", true],
    ['{"steps": []', "a.JSON", true],
    ['{"steps": []', "a.txt", false],
    ['["format": "flowladder-lesson"', "a.json", false],
    ["12:00:00 IP a > b: Flags [S]", "a.json", false],
    ["", "a.json", false],
  ])("%s in %s: %s", (text, name, is) => {
    expect(looksLikeLesson(text, name)).toBe(is);
  });
});

describe("packets that a lesson names", () => {
  const steps = [
    { packets: [1, 3], headline: { en: "a" }, highlight: [{ packet: 2 }, { field: "tcp.seq" }] },
    { packets: [9], headline: { en: "b" }, highlight: [{ packet: 12, part: "ack" as const }] },
  ];
  const lesson: Lesson = { ...LESSON, format: "flowladder-lesson", version: 1, steps };

  it("are told with where they stand", () => {
    expect(namedPackets(lesson).map(({ where, number }) => `${where}=${number}`)).toEqual([
      "steps.0.packets.0=1",
      "steps.0.packets.1=3",
      "steps.0.highlight.0.packet=2",
      "steps.1.packets.0=9",
      "steps.1.highlight.0.packet=12",
    ]);
    expect(lastNamed(lesson)).toBe(12);
  });

  it("may be beyond the capture", () => {
    expect(beyondCapture(lesson, 12)).toBeNull();
    expect(beyondCapture(lesson, 11)).toMatchObject({ where: "steps.1.highlight.0.packet" });
    expect(beyondCapture(lesson, 2)).toMatchObject({ where: "steps.0.packets.1", found: expect.stringContaining("3") });
  });

  it("may be of several connections, but not within a step, and are of one each", () => {
    const of = (row: number) => (row < 8 ? 0 : 1);
    expect(misplaced(lesson, 2, of)).toBeNull();
    expect(misplaced(lesson, 2, (row) => row)).toMatchObject({ where: "steps.0.packets" });
    expect(misplaced(lesson, 2, (row) => (row < 8 ? 0 : -1))).toMatchObject({ where: "steps.1.packets" });
    expect(misplaced({ ...lesson, connection: 2 }, 2, of)).toMatchObject({ where: "connection" });
    const { connection: _, ...all } = lesson;
    expect(misplaced(all, 0, () => -1)).toBeNull();
  });
});

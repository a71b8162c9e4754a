import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLesson, textIn } from "./lesson.ts";

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
const problemOf = (given: unknown) => {
  const read = readLesson(JSON.stringify(given));
  return "problem" in read ? read.problem : null;
};
const withStep = (changes: object) => ({ ...LESSON, steps: [{ ...LESSON.steps[0], ...changes }] });

describe("readLesson", () => {
  it("reads what the format allows", () => {
    expect(readLesson(JSON.stringify(LESSON))).toEqual({ lesson: LESSON });
  });

  it.each([
    ["another format", { ...LESSON, format: "pcap" }, "format"],
    ["a version that is not known", { ...LESSON, version: 2 }, "version"],
    ["no steps", { ...LESSON, steps: [] }, "steps"],
    ["a packet 0", withStep({ packets: [0] }), "steps.0.packets.0"],
    ["three packets", withStep({ packets: [1, 2, 3] }), "steps.0.packets"],
    ["a text without English", withStep({ text: { de: "Drei" } }), "steps.0.text"],
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

import { describe, expect, it } from "vitest";
import type { Lesson } from "./lesson.ts";
import {
  draftOf,
  type LessonDraft,
  lacks,
  lessonOf,
  withChanged,
  withMoved,
  withoutStep,
  withStep,
  withText,
} from "./lesson-draft.ts";
import { readLesson } from "./read-lesson.ts";
import { writeLesson } from "./write-lesson.ts";

const LESSON: Lesson = {
  format: "flowladder-lesson",
  version: 1,
  title: { en: "A lesson", "zh-CN": "课程" },
  capture: { sample: "handshake" },
  connection: 0,
  numbers: "raw",
  steps: [
    { packets: [1], headline: { en: "One" } },
    {
      packets: [2, 4],
      headline: { en: "Two" },
      text: { en: "Words" },
      explain: "ack",
      highlight: [{ packet: 3, part: "seq" }, { field: "tcp.flags" }],
      question: { text: { en: "Well?" }, choices: [{ en: "a" }, { en: "b" }], answer: 2, reason: { en: "so" } },
    },
    { packets: [5], headline: { en: "Three" }, question: { ask: "ack" } },
  ],
};
const draft = draftOf(LESSON);
const headlines = ({ steps }: LessonDraft) => steps.map(({ headline }) => headline.en ?? "-").join(" ");

it("leads from a lesson to its draft, and back through its file", () => {
  expect(lacks(draft, 5)).toEqual([]);
  const again = lessonOf(draft, LESSON.capture);
  expect(again).toEqual(LESSON);
  expect(readLesson(writeLesson(again))).toEqual({ lesson: LESSON });
});

describe("steps", () => {
  it("come behind the chosen one, or at the end", () => {
    const behind = withStep(draft, 9, 10, 0);
    expect(headlines(behind.draft)).toBe("One - Two Three");
    expect(behind.draft.steps[1]).toMatchObject({ id: behind.id, first: 9, last: 10 });
    expect(headlines(withStep(draft, 1, 1, null).draft)).toBe("One Two Three -");
    expect(new Set(behind.draft.steps.map(({ id }) => id)).size).toBe(4);
  });

  it("move as far as there are places", () => {
    expect(headlines(withMoved(draft, 0, 1))).toBe("Two One Three");
    expect(headlines(withMoved(draft, 2, -9))).toBe("Three One Two");
    expect(withMoved(draft, 2, 1)).toBe(draft);
    expect(withMoved(draft, 77, 1)).toBe(draft);
  });

  it("go, and change alone", () => {
    expect(headlines(withoutStep(draft, 1))).toBe("One Three");
    const changed = withChanged(draft, 1, { explain: null });
    expect(changed.steps[1]!.explain).toBeNull();
    expect(changed.steps[0]).toBe(draft.steps[0]);
  });
});

it("keeps no language without words", () => {
  expect(withText({ en: "a" }, "zh-CN", "是")).toEqual({ en: "a", "zh-CN": "是" });
  expect(withText({ en: "a", "zh-CN": "是" }, "en", "")).toEqual({ "zh-CN": "是" });
  const blank = withChanged({ ...draft, title: { en: " x ", de: "  " } }, 1, { text: { en: " " } });
  const lesson = lessonOf(blank, LESSON.capture);
  expect(lesson.title).toEqual({ en: "x" });
  expect(lesson.steps[1]).not.toHaveProperty("text");
});

describe("lacks", () => {
  const own = { text: { en: "Well?" }, choices: [{ en: "a" }, { en: "b" }], answer: 1 };
  it.each([
    ["title", { ...draft, title: { en: " " } }, null],
    ["steps", { ...draft, steps: [] }, null],
    ["headline", withChanged(draft, 1, { headline: {} }), 1],
    ["packets", withChanged(draft, 1, { last: 6 }), 1],
    ["packets", withChanged(draft, 1, { first: 5 }), 1],
    ["packets", withChanged(draft, 1, { first: 2.5 }), 1],
    ["first", withChanged(draft, 1, { first: Number.NaN }), 1],
    ["last", withChanged(draft, 1, { last: Number.NaN }), 1],
    ["question", withChanged(draft, 1, { question: { ...own, text: {} } }), 1],
    ["question", withChanged(draft, 1, { question: { ...own, choices: [{ en: "a" }, {}] } }), 1],
    ["question", withChanged(draft, 1, { question: { ...own, answer: 3 } }), 1],
  ] as const)("tells of a missing %s", (of, broken, step) => {
    expect(lacks(broken, 5)).toEqual([{ of, step }]);
  });

  it("leaves a question out that cannot be asked", () => {
    const broken = withChanged(draft, 1, { question: { ...own, text: {} } });
    expect(lessonOf(broken, LESSON.capture).steps[1]).not.toHaveProperty("question");
  });
});

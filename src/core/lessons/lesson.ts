/**
 * A lesson: a capture, and steps through it, each with packets, words in one or more languages, and perhaps a number of
 * its last packet that is explained. An open format, JSON, which public/lessons/lesson.schema.json describes for others.
 */
import {
  array,
  check,
  type InferOutput,
  integer,
  literal,
  maxLength,
  minLength,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  safeParse,
  string,
  union,
} from "valibot";
import { EXPLAINED_FIELDS } from "../explain/reason.ts";

/** A text by language ("en", "zh-CN"). English is there always, for readers of all others. */
const texts = pipe(
  record(pipe(string(), regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)), pipe(string(), maxLength(4000))),
  check((given) => given.en !== undefined, 'Invalid text: Expected "en"'),
);

const packet = pipe(number(), integer(), minValue(1));

const step = object({
  /** The first and the last packet that the step is about, from 1; what comes behind the last does not show yet. */
  packets: pipe(array(packet), minLength(1), maxLength(2)),
  headline: texts,
  text: texts,
  /** The number of the last packet whose reason is shown. */
  explain: optional(picklist(EXPLAINED_FIELDS)),
});

const lesson = object({
  format: literal("flowladder-lesson"),
  version: literal(1),
  title: texts,
  /** One of the page's samples by its id, or an address as in a link. */
  capture: union([object({ sample: string() }), object({ url: string() })]),
  /** Number of the connection, from 0; all packets without it. */
  connection: optional(pipe(number(), integer(), minValue(0))),
  steps: pipe(array(step), minLength(1), maxLength(500)),
});

export type Lesson = InferOutput<typeof lesson>;
export type LessonStep = InferOutput<typeof step>;
export type LessonTexts = Readonly<Record<string, string>>;

/** Why a text is no lesson: what was found, and where ("steps.3.packets"; empty for the whole). */
export interface LessonProblem {
  readonly where: string;
  readonly found: string;
}

/** The lesson that a JSON text holds, or why it holds none. Never throws. */
export function readLesson(text: string): { readonly lesson: Lesson } | { readonly problem: LessonProblem } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (fault) {
    return { problem: { where: "", found: fault instanceof Error ? fault.message : String(fault) } };
  }
  const { success, output, issues } = safeParse(lesson, given);
  if (success) return { lesson: output };
  const [first] = issues;
  return { problem: { where: first.path?.map(({ key }) => String(key)).join(".") ?? "", found: first.message } };
}

/** The text for a reader of a language: in it, in one of the same kind ("zh" for "zh-CN"), else in English. */
export function textIn(given: LessonTexts, language: string): string {
  const kind = language.split("-")[0];
  const near = Object.keys(given).find((one) => one.split("-")[0] === kind);
  return given[language] ?? (near === undefined ? undefined : given[near]) ?? given.en ?? "";
}

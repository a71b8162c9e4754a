/**
 * A lesson: a capture, and steps through it, each with packets, words in one or more languages, and perhaps a number that
 * is explained, parts that are lit, and a question. An open format, JSON, which public/lessons/lesson.schema.json
 * describes for others. Reading one from text is read-lesson.ts's matter.
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
  string,
  union,
} from "valibot";
import { EXPLAINED_FIELDS } from "../explain/reason.ts";
import { PACKET_TOPICS } from "../quiz/question.ts";

/** Characters of a text, at most. */
export const MOST_TEXT = 4000;

/** Bytes of a capture that travels within a lesson, at most: a class opens it at once, and mail takes it. */
export const MOST_CAPTURE = 10_000_000;

/** What of an arrow of the ladder can be lit. */
export const LIT_PARTS = ["whole", "seq", "ack", "flags", "bytes", "sourcePort", "destinationPort"] as const;

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** Whether texts can be in a language of this tag (BCP 47): "de", "zh-CN". */
export const isLanguageTag = (tag: string): boolean => LANGUAGE_TAG.test(tag);

const written = pipe(string(), minLength(1), maxLength(MOST_TEXT));

/** A text by language ("en", "zh-CN"), in one at least. */
const texts = pipe(
  record(pipe(string(), regex(LANGUAGE_TAG)), written),
  check((given) => Object.keys(given).length > 0, "Invalid text: Expected one language at least"),
);

const packet = pipe(number(), integer(), minValue(1));

const highlight = union([
  /** A packet's arrow: a part of it, or the whole. */
  object({ packet, part: optional(picklist(LIT_PARTS)) }),
  /** A field of the step's last packet by its name ("tcp.window_size_value"), lit in its header. */
  object({ field: pipe(string(), regex(/^[a-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/)) }),
]);

const ownQuestion = pipe(
  object({
    text: texts,
    choices: pipe(array(texts), minLength(2), maxLength(8)),
    /** Which choice is right, from 1. */
    answer: pipe(number(), integer(), minValue(1)),
    /** Told with the answer. */
    reason: optional(texts),
  }),
  check(({ choices, answer }) => answer <= choices.length, "Invalid answer: Expected one of the choices"),
);

const question = union([
  /** What the quiz asks of the step's last packet: it hides that, and knows the answer and the reason. */
  object({ ask: picklist(PACKET_TOPICS) }),
  ownQuestion,
]);

const step = object({
  /** The first and the last packet that the step is about, from 1; what comes behind the last does not show yet. */
  packets: pipe(array(packet), minLength(1), maxLength(2)),
  headline: texts,
  text: optional(texts),
  /** The number of the last packet whose reason is shown. */
  explain: optional(picklist(EXPLAINED_FIELDS)),
  highlight: optional(pipe(array(highlight), maxLength(20))),
  /** Asked before text and reason show. */
  question: optional(question),
});

const base64 = pipe(string(), maxLength(Math.ceil(MOST_CAPTURE / 3) * 4));

/** What a lesson's file holds. */
export const lesson = object({
  format: literal("flowladder-lesson"),
  version: literal(1),
  title: texts,
  /** One of the page's samples by its id, an address as in a link, or the capture's file itself. */
  capture: union([
    object({ sample: string() }),
    object({ url: string() }),
    object({ name: pipe(string(), minLength(1), maxLength(255)), data: base64 }),
  ]),
  /** Number of the connection that shows, from 0, until a step is about another one's packet; all packets without it. */
  connection: optional(pipe(number(), integer(), minValue(0))),
  /** How sequence numbers are written; relative to the connection's first where it is not said. */
  numbers: optional(picklist(["relative", "raw"])),
  steps: pipe(array(step), minLength(1), maxLength(500)),
});

export type Lesson = InferOutput<typeof lesson>;
export type LessonStep = InferOutput<typeof step>;
export type LessonHighlight = InferOutput<typeof highlight>;
export type LessonQuestion = InferOutput<typeof question>;
export type LessonCapture = Lesson["capture"];
export type LitPart = (typeof LIT_PARTS)[number];
export type LessonTexts = Readonly<Record<string, string>>;

/** The text for a reader of a language: in it, in one of the same kind ("zh" for "zh-CN"), in English, else in any. */
export function textIn(given: LessonTexts, language: string): string {
  const kind = language.split("-")[0];
  const near = Object.keys(given).find((one) => one.split("-")[0] === kind);
  return given[language] ?? (near === undefined ? undefined : given[near]) ?? given.en ?? Object.values(given)[0] ?? "";
}

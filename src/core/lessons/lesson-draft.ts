/**
 * A lesson while it is being made: like a lesson, but it may still lack words, steps and answers. Every change gives a new
 * draft, so that one is undone by putting the old one back. write-lesson.ts makes a file of it.
 */
import type { ExplainedField } from "../explain/reason.ts";
import type { Lesson, LessonCapture, LessonHighlight, LessonQuestion, LessonStep, LessonTexts } from "./lesson.ts";

/** A capture that a lesson only names. */
export type CaptureReference = Exclude<LessonCapture, { data: unknown }>;

export interface DraftStep {
  /** Tells it from the draft's other steps, wherever it is moved to. */
  readonly id: number;
  /** From 1; the same twice for a step about one packet. NaN while none is said. */
  readonly first: number;
  readonly last: number;
  readonly headline: LessonTexts;
  readonly text: LessonTexts;
  readonly explain: ExplainedField | null;
  readonly highlight: readonly LessonHighlight[];
  readonly question: LessonQuestion | null;
}

export interface LessonDraft {
  readonly title: LessonTexts;
  readonly steps: readonly DraftStep[];
  readonly connection: number | null;
  readonly numbers: "relative" | "raw";
  /** By what the capture can be named; null for one that came as a file. */
  readonly reference: CaptureReference | null;
  /** The capture goes into the lesson's file. */
  readonly isWithin: boolean;
}

/** The draft of a lesson that there is. `reference`: as in LessonDraft. */
export function draftOf({ title, steps, connection, numbers, capture }: Lesson): LessonDraft {
  const reference = "data" in capture ? null : capture;
  return {
    title,
    connection: connection ?? null,
    numbers: numbers ?? "relative",
    reference,
    isWithin: reference === null,
    steps: steps.map(({ packets, headline, text, explain, highlight, question }, id) => ({
      id,
      first: packets[0]!, // one at least
      last: packets.at(-1)!,
      headline,
      text: text ?? {},
      explain: explain ?? null,
      highlight: highlight ?? [],
      question: question ?? null,
    })),
  };
}

/** The draft with a step about packets, behind another one, or at its end; and the new step's id. */
export function withStep(draft: LessonDraft, first: number, last: number, behind: number | null) {
  const id = Math.max(-1, ...draft.steps.map((step) => step.id)) + 1;
  const step = { id, first, last, headline: {}, text: {}, explain: null, highlight: [], question: null };
  const place = draft.steps.findIndex((one) => one.id === behind);
  const at = place < 0 ? draft.steps.length : place + 1;
  return { draft: { ...draft, steps: draft.steps.toSpliced(at, 0, step) }, id };
}

/** The draft without a step. */
export function withoutStep(draft: LessonDraft, id: number): LessonDraft {
  return { ...draft, steps: draft.steps.filter((step) => step.id !== id) };
}

/** The draft with a step moved by so many places, as far as there are; the same draft where it stays. */
export function withMoved(draft: LessonDraft, id: number, by: number): LessonDraft {
  const from = draft.steps.findIndex((step) => step.id === id);
  const to = Math.min(Math.max(from + by, 0), draft.steps.length - 1);
  const step = draft.steps[from];
  if (!step || to === from) return draft;
  return { ...draft, steps: draft.steps.toSpliced(from, 1).toSpliced(to, 0, step) };
}

/** The draft with something of a step changed. */
export function withChanged(draft: LessonDraft, id: number, changes: Partial<DraftStep>): LessonDraft {
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)) };
}

/** Texts with one language's changed; without it where nothing is left to be read. */
export function withText(texts: LessonTexts, language: string, text: string): LessonTexts {
  const { [language]: _, ...others } = texts;
  return text === "" ? others : { ...texts, [language]: text };
}

/** What a draft lacks: of the whole, or of a step by its id. */
export interface Lack {
  readonly of: "title" | "steps" | "headline" | "first" | "last" | "packets" | "question";
  readonly step: number | null;
}

/** All that a draft lacks to be a lesson about a capture of so many packets. */
export function lacks({ title, steps }: LessonDraft, packets: number): readonly Lack[] {
  const found: Lack[] = [];
  if (isEmpty(title)) found.push({ of: "title", step: null });
  if (steps.length === 0) found.push({ of: "steps", step: null });
  for (const step of steps) {
    const { id, first, last, headline, question } = step;
    if (isEmpty(headline)) found.push({ of: "headline", step: id });
    if (Number.isNaN(first)) found.push({ of: "first", step: id });
    if (Number.isNaN(last)) found.push({ of: "last", step: id });
    if (saysPackets(step) && !isAbout(step, packets)) found.push({ of: "packets", step: id });
    if (question && !isWhole(question)) found.push({ of: "question", step: id });
  }
  return found;
}

/** Whether a step says which packets it is about, be there any of that number or not. */
export const saysPackets = ({ first, last }: DraftStep): boolean => !Number.isNaN(first) && !Number.isNaN(last);

/** Whether a step is about packets of a capture that has so many. */
export function isAbout({ first, last }: DraftStep, packets: number): boolean {
  const areWhole = Number.isInteger(first) && Number.isInteger(last);
  return areWhole && first >= 1 && last >= first && last <= packets;
}

const isEmpty = (texts: LessonTexts) => Object.values(texts).every((text) => text.trim() === "");

/** Whether a question can be asked: one of one's own has words, two answers at least, and one of them is right. */
function isWhole(question: LessonQuestion): boolean {
  if ("ask" in question) return true;
  const { text, choices, answer } = question;
  return !isEmpty(text) && choices.length > 1 && answer <= choices.length && !choices.some(isEmpty);
}

/** The draft as a lesson about a capture; what it lacks, it lacks still, but for questions that cannot be asked. */
export function lessonOf({ title, steps, connection, numbers }: LessonDraft, capture: LessonCapture): Lesson {
  return {
    format: "flowladder-lesson",
    version: 1,
    title: trimmed(title),
    capture,
    ...(connection !== null && { connection }),
    ...(numbers !== "relative" && { numbers }),
    steps: steps.map(stepOf),
  };
}

function stepOf({ first, last, headline, text, explain, highlight, question }: DraftStep): LessonStep {
  return {
    packets: last > first ? [first, last] : [first],
    headline: trimmed(headline),
    ...(!isEmpty(text) && { text: trimmed(text) }),
    ...(explain && { explain }),
    ...(highlight.length > 0 && { highlight: [...highlight] }),
    ...(question && isWhole(question) && { question: trimmedQuestion(question) }),
  };
}

function trimmedQuestion(question: LessonQuestion): LessonQuestion {
  if ("ask" in question) return question;
  const { text, choices, answer, reason } = question;
  const told = reason && !isEmpty(reason) ? { reason: trimmed(reason) } : {};
  return { text: trimmed(text), choices: choices.map(trimmed), answer, ...told };
}

function trimmed(texts: LessonTexts): Record<string, string> {
  const all = Object.entries(texts).map(([language, text]) => [language, text.trim()] as const);
  return Object.fromEntries(all.filter(([, text]) => text !== ""));
}

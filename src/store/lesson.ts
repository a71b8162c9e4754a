/** A lesson gone through step by step in the classroom, with its questions. open-lesson.ts brings it into the page. */

import { placeOf } from "../core/base/bisect.ts";
import type { Lesson, LessonQuestion, LessonStep } from "../core/lessons/lesson.ts";
import { type Answer, check } from "../core/quiz/check.ts";
import type { OwnQuestion, Question } from "../core/quiz/question.ts";
import { questionsOn } from "../core/quiz/quiz.ts";
import { cell } from "../core/table/packet-table.ts";
import { selectConnection, selectPacket, showNumbers } from "./actions.ts";
import { showClassroom } from "./classroom.ts";
import { explainedPacket } from "./explain.ts";
import type { Given } from "./quiz-slice.ts";
import { ladderRows, openCapture } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** The step that is shown now; null without a lesson. */
export const lessonStep = ({ lesson }: State): LessonStep | null => lesson?.of.steps[lesson.at] ?? null;

/** What the step asks; null for nothing. */
export const lessonQuestion = ({ lesson }: State): Question | null => lesson?.asked ?? null;

/** What was answered to it; null while it is open, and without a question. */
export const lessonGiven = ({ lesson }: State): Given | null => (lesson?.asked && lesson.given[lesson.at]) ?? null;

/** Whether the step's question waits for an answer: what tells it does not show. */
export const isLessonAsking = (now: State): boolean => lessonQuestion(now) !== null && lessonGiven(now) === null;

/** Shows a lesson in the classroom, from one of its steps on. Its capture is open. */
export function walkLesson(lesson: Lesson, at = 0): void {
  const numbersBefore = state().lesson?.numbersBefore ?? state().ladder.numbers;
  showNumbers(lesson.numbers ?? "relative");
  set({ lesson: { of: lesson, at, asked: null, given: [], numbersBefore } });
  showStep();
  showClassroom(true);
}

/** Goes on, or back by a negative number, as far as there are steps. One step on answers an open question first. */
export function stepLesson(by: number): void {
  const { lesson } = state();
  if (!lesson) return;
  if (by === 1 && isLessonAsking(state())) return answerLesson(null);
  const at = Math.min(Math.max(lesson.at + by, 0), lesson.of.steps.length - 1);
  set({ lesson: { ...lesson, at } });
  showStep();
}

/** Answers the step's question; null shows the answer. Nothing happens to one that is done with. */
export function answerLesson(answer: Answer): void {
  const { lesson } = state();
  if (!lesson?.asked || lesson.given[lesson.at]) return;
  const given = [...lesson.given];
  given[lesson.at] = { answer, ...check(lesson.asked, answer) };
  set({ lesson: { ...lesson, given } });
}

/** Chooses the step's packets, as far as the ladder has them, and asks what it asks. */
function showStep(): void {
  const { lesson, selection } = state();
  const step = lessonStep(state());
  if (!lesson || !step) return;
  const [first = 0, last = first] = step.packets.map((number) => number - 1);
  const wanted = lesson.of.connection === undefined ? null : connectionOf(last);
  if (wanted !== selection.connection) selectConnection(wanted);
  const rows = ladderRows(state());
  if (placeOf(rows, first) >= 0 && placeOf(rows, last) >= 0) {
    selectPacket(first);
    if (last !== first) selectPacket(last, true);
  }
  set({ lesson: { ...lesson, asked: questionOf(step.question, last) } });
}

/** Row of the connection table; null for what is of none. */
function connectionOf(row: number): number | null {
  const packets = openCapture(state())?.packets;
  const connection = packets && row < packets.length ? cell(packets, "connection", row) : -1;
  return connection >= 0 ? connection : null;
}

function questionOf(question: LessonQuestion | undefined, row: number): Question | null {
  if (!question) return null;
  if (!("ask" in question)) return ownQuestion(question, row);
  return questionsIn(row).find(({ topic }) => topic === question.ask) ?? null;
}

function ownQuestion({ text, choices, answer, reason }: Exclude<LessonQuestion, { ask: unknown }>, row: number) {
  return {
    topic: "own",
    form: "choice",
    row,
    text,
    choices: choices.map((words) => ({ of: "words" as const, words })),
    answer: answer - 1,
    because: reason ?? null,
    why: null,
  } satisfies OwnQuestion;
}

/** What can be asked of the packet in a row of the open capture. */
export function questionsIn(row: number): readonly Question[] {
  const capture = openCapture(state());
  const explained = capture && row < capture.packets.length ? explainedPacket(capture, row, false) : null;
  return explained ? questionsOn(explained.numbers, explained.place) : [];
}

/** The packets without the lesson. */
export function endLesson(): void {
  const { lesson } = state();
  if (!lesson) return;
  showNumbers(lesson.numbersBefore);
  set({ lesson: null });
}

/** The quiz in the state: its questions, and what was answered. Nothing of it leaves the page. */
import type { Answer, Checked } from "../core/quiz/check.ts";
import type { MadeQuestion } from "../core/quiz/question.ts";

/** A question that is done with: answered, or its answer shown. */
export interface Given extends Checked {
  /** Null where the answer was shown instead. */
  readonly answer: Answer;
}

export interface Quiz {
  readonly seed: number;
  readonly questions: readonly MadeQuestion[];
  /** Place of the question that is asked now; behind the last one when all are done. */
  readonly at: number;
  /** By the question's place. */
  readonly given: readonly (Given | undefined)[];
}

export interface QuizSlice {
  /** Null while there is none. */
  readonly quiz: Quiz | null;
}

export const NO_QUIZ: QuizSlice = { quiz: null };

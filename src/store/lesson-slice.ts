/** The lesson in the state: which one, where it stands, and what was answered in it. */
import type { Lesson } from "../core/lessons/lesson.ts";
import type { Question } from "../core/quiz/question.ts";
import type { Given } from "./quiz-slice.ts";

/** A lesson that is walked through. */
export interface WalkedLesson {
  readonly of: Lesson;
  /** Place of the step that shows. */
  readonly at: number;
  /** What the step asks; null for nothing, and where the packets do not allow it. */
  readonly asked: Question | null;
  /** By the step's place. */
  readonly given: readonly (Given | undefined)[];
  /** How numbers were written before it began. */
  readonly numbersBefore: "relative" | "raw";
}

export interface LessonSlice {
  /** Null while there is none. */
  readonly lesson: WalkedLesson | null;
  /** The lesson that came with the capture of this job, to be edited; null where it came alone. */
  readonly opened: { readonly job: number; readonly of: Lesson } | null;
}

export const NO_LESSON: LessonSlice = { lesson: null, opened: null };

/** The lesson in the state: which one, and where it stands. */
import type { Lesson } from "../core/lessons/lesson.ts";

export interface LessonSlice {
  /** Null while there is none. */
  readonly lesson: { readonly of: Lesson; readonly at: number } | null;
}

export const NO_LESSON: LessonSlice = { lesson: null };

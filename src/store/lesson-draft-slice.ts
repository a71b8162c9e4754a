/** The lesson that is being made, in the state: what was changed of it can be undone until the page is left. */
import type { LessonDraft } from "../core/lessons/lesson-draft.ts";

export interface EditedLesson {
  /** The capture that it is about. */
  readonly job: number;
  readonly draft: LessonDraft;
  /** Id of the step whose words show; null for none. */
  readonly step: number | null;
  /** Drafts before, the latest last, and those that were undone, the next one last. */
  readonly past: readonly LessonDraft[];
  readonly undone: readonly LessonDraft[];
  /** What the last change was of, where further ones of the same belong to it: typing is undone as a whole. */
  readonly changing: string | null;
  /** The draft as a file has it. */
  readonly saved: LessonDraft;
}

export interface LessonDraftSlice {
  /** Null while none is being made. It outlives the closing of its panel. */
  readonly edited: EditedLesson | null;
  readonly isLessonEditorOpen: boolean;
}

export const NO_DRAFT: LessonDraftSlice = { edited: null, isLessonEditorOpen: false };

/** Whether there is a lesson that no file has. */
export function hasUnsavedLesson({ edited }: LessonDraftSlice): boolean {
  return edited !== null && edited.draft !== edited.saved;
}

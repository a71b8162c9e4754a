/** What a lesson lights: of the step that shows in the classroom, else of the one that is being written. */
import type { LessonHighlight, LitPart } from "../core/lessons/lesson.ts";
import { lastCall } from "./last-call.ts";
import { isLessonAsking, lessonStep } from "./lesson.ts";
import { draftStep, isEditorShown } from "./lesson-draft.ts";
import type { State } from "./store.ts";

/** A part of a packet's arrow. */
export interface TaughtPart {
  /** Of the packet table. */
  readonly row: number;
  readonly part: LitPart;
}

const NO_PARTS: readonly TaughtPart[] = [];
const NO_FIELDS: readonly string[] = [];

const NO_LIGHT: readonly LessonHighlight[] = [];

/** What is lit; nothing while a question waits: it might tell the answer. */
function litNow(state: State): readonly LessonHighlight[] {
  if (isLessonAsking(state)) return NO_LIGHT;
  const step = lessonStep(state) ?? (isEditorShown(state) ? draftStep(state) : null);
  return step?.highlight ?? NO_LIGHT;
}

/** Parts of arrows that are lit. */
export const taughtParts: (state: State) => readonly TaughtPart[] = lastCall(
  litNow,
  () => null,
  (all) => {
    const parts = all.flatMap((lit): TaughtPart[] =>
      "packet" in lit ? [{ row: lit.packet - 1, part: lit.part ?? "whole" }] : [],
    );
    return parts.length > 0 ? parts : NO_PARTS;
  },
);

/** Names of header fields that are lit. */
export const taughtFields: (state: State) => readonly string[] = lastCall(
  litNow,
  () => null,
  (all) => {
    const fields = all.flatMap((lit) => ("field" in lit ? [lit.field] : []));
    return fields.length > 0 ? fields : NO_FIELDS;
  },
);

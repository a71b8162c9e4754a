/** What a lesson lights: of the step that shows in the classroom, else of the one that is being written. */
import type { LessonHighlight, LessonStep, LitPart } from "../core/lessons/lesson.ts";
import { lastCall } from "./last-call.ts";
import { isLessonAsking, lessonStep } from "./lesson.ts";
import type { State } from "./store.ts";

/** A part of a packet's arrow. */
export interface TaughtPart {
  /** Of the packet table. */
  readonly row: number;
  readonly part: LitPart;
}

const NO_PARTS: readonly TaughtPart[] = [];
const NO_FIELDS: readonly string[] = [];

/** The step whose parts are lit; null for none, and while its question waits: they might tell the answer. */
const taughtStep = (state: State): LessonStep | null => (isLessonAsking(state) ? null : lessonStep(state));

const litIn = (step: LessonStep | null): readonly LessonHighlight[] => step?.highlight ?? [];

/** Parts of arrows that are lit. */
export const taughtParts: (state: State) => readonly TaughtPart[] = lastCall(
  taughtStep,
  () => null,
  (step) => {
    const parts = litIn(step).flatMap((lit): TaughtPart[] =>
      "packet" in lit ? [{ row: lit.packet - 1, part: lit.part ?? "whole" }] : [],
    );
    return parts.length > 0 ? parts : NO_PARTS;
  },
);

/** Names of header fields that are lit. */
export const taughtFields: (state: State) => readonly string[] = lastCall(
  taughtStep,
  () => null,
  (step) => {
    const fields = litIn(step).flatMap((lit) => ("field" in lit ? [lit.field] : []));
    return fields.length > 0 ? fields : NO_FIELDS;
  },
);

/** Making a lesson: begun from what is open, changed step by step, undone, and walked through as it stands. */
import {
  type CaptureReference,
  type DraftStep,
  draftOf,
  isAbout,
  type LessonDraft,
  lessonOf,
  withChanged,
  withMoved,
  withoutStep,
  withStep,
} from "../core/lessons/lesson-draft.ts";
import { selectPacket } from "./actions.ts";
import { showClassroom } from "./classroom.ts";
import { endLesson, walkLesson } from "./lesson.ts";
import type { EditedLesson } from "./lesson-draft-slice.ts";
import { captureSource } from "./links.ts";
import { chosenRows } from "./range.ts";
import { openCapture } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Steps back that are kept. */
const MOST_PAST = 200;

/** The draft of the open capture's lesson; null while none is being made. */
export const lessonDraft = ({ edited }: State): LessonDraft | null => edited?.draft ?? null;

/** The step whose words show; null for none. */
export const draftStep = ({ edited }: State): DraftStep | null =>
  edited?.draft.steps.find(({ id }) => id === edited.step) ?? null;

/** Whether the panel shows: it is open, and there is a capture. */
export const isEditorShown = (now: State): boolean => now.isLessonEditorOpen && now.edited !== null;

/** Opens the panel in which a lesson is made, or closes it: what was made stays. False without packets. */
export function showLessonEditor(isOpen: boolean): boolean {
  const capture = openCapture(state());
  if (!capture || capture.packets.length === 0) return false;
  if (isOpen && state().edited?.job !== capture.job) begin(capture.job, openedDraft(capture.job) ?? newDraft());
  set({ isLessonEditorOpen: isOpen });
  return true;
}

/** Changes the lesson that shows in the classroom, at the step that shows. */
export function editWalkedLesson(): void {
  const at = state().lesson?.at ?? 0;
  endLesson();
  showClassroom(false);
  if (!showLessonEditor(true)) return;
  const step = lessonDraft(state())?.steps[at];
  if (step) showDraftStep(step.id);
}

function begin(job: number, draft: LessonDraft): void {
  const step = draft.steps[0]?.id ?? null;
  set({ edited: { job, draft, step, past: [], undone: [], changing: null, saved: draft } });
}

/** Of the lesson that came with the capture. */
function openedDraft(job: number): LessonDraft | null {
  const { opened } = state();
  return opened?.job === job ? draftOf(opened.of) : null;
}

function newDraft(): LessonDraft {
  const { selection, ladder } = state();
  const reference = referenceOf(new URLSearchParams(captureSource()));
  // A sample is there wherever the page is; an address may be gone tomorrow.
  const isWithin = reference === null || "url" in reference;
  return { title: {}, steps: [], connection: selection.connection, numbers: ladder.numbers, reference, isWithin };
}

function referenceOf(source: URLSearchParams): CaptureReference | null {
  const [sample, url] = [source.get("sample"), source.get("url")];
  return sample ? { sample } : url ? { url: new URL(url, document.baseURI).href } : null;
}

/** Changes the draft; changes one after the other with the same `changing` are undone as one. */
export function changeDraft(
  draft: LessonDraft,
  changing: string | null = null,
  more: Partial<EditedLesson> = {},
): void {
  const { edited } = state();
  if (!edited || draft === edited.draft) return;
  const isFurther = changing !== null && changing === edited.changing;
  const past = isFurther ? edited.past : [...edited.past, edited.draft].slice(-MOST_PAST);
  set({ edited: { ...edited, draft, past, undone: [], changing, ...more } });
}

/** Changes the step whose words show. */
export function changeStep(changes: Partial<DraftStep>, changing: string | null = null): void {
  const { edited } = state();
  if (edited?.step == null) return;
  changeDraft(withChanged(edited.draft, edited.step, changes), changing && `${edited.step} ${changing}`);
}

/** The chosen packets as a step has them, from 1; null while none is chosen. */
export function chosenEnds(now: State): { readonly first: number; readonly last: number } | null {
  const rows = chosenRows(now);
  const { packet } = now.selection;
  if (rows && rows.length > 0) return { first: rows[0]! + 1, last: rows.at(-1)! + 1 };
  return packet === null ? null : { first: packet + 1, last: packet + 1 };
}

/** Adds a step about the chosen packets behind the one that shows, and shows it. */
export function addStep(): void {
  const { edited } = state();
  const ends = chosenEnds(state());
  if (!edited || !ends) return;
  const { draft, id } = withStep(edited.draft, ends.first, ends.last, edited.step);
  changeDraft(draft, null, { step: id });
}

/** Takes a step away; the next one shows, or the one before it. */
export function removeStep(id: number): void {
  const { edited } = state();
  if (!edited) return;
  const { steps } = edited.draft;
  const place = steps.findIndex((step) => step.id === id);
  const next = steps[place + 1] ?? steps[place - 1];
  changeDraft(withoutStep(edited.draft, id), null, { step: next?.id ?? null });
}

/** Moves a step by so many places. */
export function moveStep(id: number, by: number): void {
  const { edited } = state();
  if (edited) changeDraft(withMoved(edited.draft, id, by));
}

/** Shows a step's words, and chooses its packets. */
export function showDraftStep(id: number): void {
  const { edited } = state();
  const step = edited?.draft.steps.find((one) => one.id === id);
  const length = openCapture(state())?.packets.length ?? 0;
  if (!edited || !step) return;
  set({ edited: { ...edited, step: id, changing: null } });
  if (!isAbout(step, length)) return;
  selectPacket(step.first - 1);
  if (step.last > step.first) selectPacket(step.last - 1, true);
}

/** Takes the last change back. */
export function undoDraft(): void {
  const { edited } = state();
  const before = edited?.past.at(-1);
  if (edited && before) {
    const undone = [...edited.undone, edited.draft];
    set({ edited: { ...edited, ...shown(edited, before), past: edited.past.slice(0, -1), undone, changing: null } });
  }
}

/** Makes a change again that was taken back. */
export function redoDraft(): void {
  const { edited } = state();
  const next = edited?.undone.at(-1);
  if (edited && next) {
    const past = [...edited.past, edited.draft];
    set({ edited: { ...edited, ...shown(edited, next), past, undone: edited.undone.slice(0, -1), changing: null } });
  }
}

/** Another draft with a step that it has: the same, else what differs. */
function shown({ step, draft: { steps } }: EditedLesson, draft: LessonDraft) {
  const isThere = draft.steps.some(({ id }) => id === step);
  const back = draft.steps.find(({ id }) => steps.every((one) => one.id !== id)) ?? draft.steps[0];
  return { draft, step: isThere ? step : (back?.id ?? null) };
}

/** Walks through the lesson as it stands, from the step that shows on. False while it has none. */
export function walkDraft(): boolean {
  const { edited } = state();
  if (!edited || edited.draft.steps.length === 0) return false;
  const at = edited.draft.steps.findIndex(({ id }) => id === edited.step);
  walkLesson(lessonOf(edited.draft, { name: "", data: "" }), Math.max(at, 0));
  return true;
}

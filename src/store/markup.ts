/** Changes of what the reader of the page adds to a capture, and back. notes.ts and names.ts say which there are. */
import { hasUnsavedLesson } from "./lesson-draft-slice.ts";
import { type Markup, type MarkupChange, type MarkupTab, NOTHING_MARKED } from "./markup-slice.ts";
import { useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Steps back that are kept. */
const MOST_PAST = 200;

/** Changes what was added, in a way that can be undone; `changed` is what the notice tells of it, null for nothing. */
export function changeMarkup(changes: Partial<Markup>, changed: MarkupChange | null): void {
  set(({ markup, past }) => ({
    markup: { ...markup, ...changes },
    past: [...past, markup].slice(-MOST_PAST),
    undone: [],
    changed,
  }));
}

/** Takes the last change back. False when there is none. */
export function undoMarkup(): boolean {
  const { markup, past, undone } = state();
  const before = past.at(-1);
  if (!before) return false;
  set({ markup: before, past: past.slice(0, -1), undone: [...undone, markup], changed: null });
  return true;
}

/** Makes a change again that was taken back. False when there is none. */
export function redoMarkup(): boolean {
  const { markup, past, undone } = state();
  const next = undone.at(-1);
  if (!next) return false;
  set({ markup: next, past: [...past, markup], undone: undone.slice(0, -1), changed: null });
  return true;
}

/** Takes the notice of the last change away. */
export function dismissChange(): void {
  set({ changed: null });
}

/** Opens the sheet of notes, names and links; null closes it. False when there is no capture. */
export function showMarkup(markupTab: MarkupTab | null, naming: string | null = null): boolean {
  if (markupTab !== null && !state().capture) return false;
  set({ markupTab, naming });
  return true;
}

/** Whether there are notes that no saved file has. */
export function hasUnsavedNotes(): boolean {
  const { markup, savedNotes } = state();
  return markup.notes !== savedNotes && (markup.notes.length > 0 || savedNotes.length > 0);
}

/** Holds an action back that would drop notes or a lesson which are not saved, and asks; false when it may go on. */
export function asksToLeave(action: () => void): boolean {
  if (!hasUnsavedNotes() && !hasUnsavedLesson(state())) return false;
  set({ leaving: action });
  return true;
}

/** The answer to the question: the notes and the lesson may go, and the action goes on. */
export function leaveNotes(): void {
  const { leaving, markup } = state();
  set({ leaving: null, savedNotes: markup.notes, edited: null });
  leaving?.();
}

/** The other answer: all stays. */
export function stayWithNotes(): void {
  set({ leaving: null });
}

/** Drops all that was added to the capture before. */
export function forgetMarkup(): void {
  set(NOTHING_MARKED);
}

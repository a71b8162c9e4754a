import { beforeEach, expect, it } from "vitest";
import type { Note } from "../core/notes/note.ts";
import { asksToLeave, hasUnsavedNotes, leaveNotes, redoMarkup, undoMarkup } from "./markup.ts";
import { NOTHING_MARKED } from "./markup-slice.ts";
import { addNotes, deleteNote, editNote, endNote, keepNote, leaveNote, shownNotes, writeNote } from "./notes.ts";
import { useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;
const texts = () => shownNotes(state()).map(({ first, text }) => `${first}:${text}`);
const comment = (id: number, first: number, text: string, place: number): Note => {
  return { id, first, last: first, text, comment: place };
};

beforeEach(() => set(NOTHING_MARKED));

it("shows the capture's comments and one's own notes by packet", () => {
  set({ comments: [comment(-1, 5, "one", 0), comment(-2, 5, "two", 1)] });
  addNotes([
    { first: 7, last: 9, text: "late" },
    { first: 5, last: 5, text: "mine" },
  ]);
  expect(texts()).toEqual(["5:one", "5:two", "5:mine", "7:late"]);
});

it("edits a comment of the capture in its place, and takes it away", () => {
  set({ comments: [comment(-1, 5, "one", 0), comment(-2, 5, "two", 1)] });
  editNote(shownNotes(state())[0]!);
  keepNote(" changed\r\n");
  expect(texts()).toEqual(["5:changed", "5:two"]);
  editNote(shownNotes(state())[0]!);
  keepNote("again");
  expect(texts()).toEqual(["5:again", "5:two"]);
  deleteNote(shownNotes(state())[0]!);
  expect(texts()).toEqual(["5:two"]);
  expect(state().markup.notes).toHaveLength(1);
  for (const before of [
    ["5:again", "5:two"],
    ["5:changed", "5:two"],
    ["5:one", "5:two"],
  ]) {
    undoMarkup();
    expect(texts()).toEqual(before);
  }
  expect(undoMarkup()).toBe(false);
});

it("has what was written when the editor is opened again on the same note, until it is kept, given up or emptied", () => {
  set({ comments: [comment(-1, 5, "one", 0), comment(-2, 5, "two", 1)] });
  const [one, two] = shownNotes(state());
  const opened = (note: Note) => {
    editNote(note);
    return state().noteDraft?.text;
  };
  const left = (text: string) => {
    editNote(one!);
    writeNote(text);
    leaveNote();
  };
  left("one and more");
  expect([opened(two!), opened(one!)]).toEqual(["two", "one and more"]);
  endNote();
  expect(opened(one!)).toBe("one");
  left("again");
  left(" ");
  expect(opened(one!)).toBe("one");
  left("changed");
  editNote(one!);
  keepNote("kept");
  expect(opened(one!)).toBe("one");
  expect(state().leftNotes.size).toBe(0);
});

it("makes again what was taken back, until something else is changed", () => {
  addNotes([{ first: 1, last: 1, text: "a" }]);
  undoMarkup();
  expect(redoMarkup()).toBe(true);
  expect(texts()).toEqual(["1:a"]);
  undoMarkup();
  addNotes([{ first: 2, last: 2, text: "b" }]);
  expect(redoMarkup()).toBe(false);
});

it("holds back what would drop notes, and goes on when it is told to", () => {
  let done = 0;
  const action = () => {
    if (!asksToLeave(action)) done++;
  };
  action();
  expect(done).toBe(1);
  addNotes([{ first: 1, last: 1, text: "a" }]);
  action();
  expect([done, hasUnsavedNotes()]).toEqual([1, true]);
  leaveNotes();
  expect([done, state().leaving]).toEqual([2, null]);
});

it("has nothing to save when all changes were taken back", () => {
  addNotes([{ first: 1, last: 1, text: "a" }]);
  undoMarkup();
  expect(hasUnsavedNotes()).toBe(false);
});

/** Notes on packets: written, changed and taken away; and the comments that a capture has, which can be edited as notes. */
import { byFirstRow, type Note, type NoteContent, noteOfComment } from "../core/notes/note.ts";
import { HAS_COMMENTS } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { working } from "./idle.ts";
import { lastCall } from "./last-call.ts";
import { changeMarkup } from "./markup.ts";
import type { NoteDraft } from "./markup-slice.ts";
import { commentsOn } from "./packet.ts";
import { chosenRange } from "./range.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Comments of a capture that are shown among the notes. */
const MOST_COMMENTS = 2000;

const isSame = (one: Note, other: Note) => one.comment === other.comment && one.first === other.first;

/** Comments of the capture stand before notes of one's own, each in their order. */
const place = ({ comment, id }: Note) => comment ?? MOST_COMMENTS + id;

/** All notes that show, by packet: the capture's comments as they were edited, then one's own. */
export const shownNotes: (state: State) => readonly Note[] = lastCall(
  (state: State) => state.comments,
  (state: State) => state.markup.notes,
  (comments, notes) => {
    const unedited = comments.filter(
      (comment) => !notes.some((note) => note.comment !== null && isSame(note, comment)),
    );
    const written = notes.filter(({ text }) => text !== "");
    return [...unedited, ...written].sort((a, b) => a.first - b.first || a.last - b.last || place(a) - place(b));
  },
);

/** Notes by the row that they begin at. */
export const notesByRow: (state: State) => ReadonlyMap<number, readonly Note[]> = lastCall(
  shownNotes,
  () => null,
  byFirstRow,
);

/** Opens the editor on the chosen range, or else on the chosen packet. False when there is none. */
export function beginNote(): boolean {
  const { selection, capture } = state();
  const range = chosenRange(state());
  if (!capture || selection.packet === null) return false;
  const ends = range ? { first: range.from, last: range.to } : { first: selection.packet, last: selection.packet };
  begin({ ...ends, note: null });
  return true;
}

/** Opens the editor on a note. */
export function editNote(note: Note): void {
  begin({ first: note.first, last: note.last, note });
}

/** With the text that was left there. */
function begin(of: Omit<NoteDraft, "text">): void {
  set(({ leftNotes }) => ({ noteDraft: { ...of, text: leftNotes.get(leftKey(of)) ?? of.note?.text ?? "" } }));
}

/** A note's number alone may be another one's, once it was deleted. */
const leftKey = ({ first, last, note }: Omit<NoteDraft, "text">) => `${first} ${last} ${note?.id}`;

/** Takes over what is being written in the editor. */
export function writeNote(text: string): void {
  set(({ noteDraft }) => ({ noteDraft: noteDraft && { ...noteDraft, text } }));
}

/** Closes the editor; what was written is there when it is opened again on the same. */
export function leaveNote(): void {
  const { noteDraft } = state();
  if (!noteDraft) return;
  const { text, note } = noteDraft;
  endNote();
  if (text.trim() === "" || text === note?.text) return;
  set(({ leftNotes }) => ({ leftNotes: new Map(leftNotes).set(leftKey(noteDraft), text) }));
}

/** Closes the editor; what was written in it is given up. */
export function endNote(): void {
  set(({ noteDraft, leftNotes }) => {
    if (!noteDraft) return {};
    const left = new Map(leftNotes);
    left.delete(leftKey(noteDraft));
    return { noteDraft: null, leftNotes: left };
  });
}

/** Takes over what was written; without text the note goes. */
export function keepNote(text: string): void {
  const { noteDraft, markup } = state();
  endNote();
  const written = text.replace(/\r\n?/g, "\n").trim();
  if (!noteDraft || written === (noteDraft.note?.text ?? "")) return;
  const { first, last, note } = noteDraft;
  if (written === "") {
    if (note) deleteNote(note);
  } else if (note) changeMarkup({ notes: withNote(markup.notes, { ...note, text: written }) }, "noteEdited");
  else addNotes([{ first, last, text: written }]);
}

/** Adds notes of one's own. */
export function addNotes(contents: readonly NoteContent[]): void {
  const { notes } = state().markup;
  let id = Math.max(0, ...notes.map((note) => note.id));
  const added = contents.map((content): Note => ({ ...content, id: ++id, comment: null }));
  changeMarkup({ notes: [...notes, ...added] }, "noteAdded");
}

/** Takes a note away; of a comment in the capture it is remembered that it shall go. */
export function deleteNote(note: Note): void {
  const { notes } = state().markup;
  const left =
    note.comment === null ? notes.filter(({ id }) => id !== note.id) : withNote(notes, { ...note, text: "" });
  changeMarkup({ notes: left }, "noteDeleted");
}

/** The notes with one in place of its older version; a comment that is edited for the first time gets a number of its own. */
function withNote(notes: readonly Note[], note: Note): readonly Note[] {
  const index = notes.findIndex(({ id, comment, first }) =>
    note.comment === null ? id === note.id : comment === note.comment && first === note.first,
  );
  if (index >= 0) return notes.with(index, { ...note, id: notes[index]!.id }); // found there
  return [...notes, { ...note, id: Math.max(0, ...notes.map(({ id }) => id)) + 1 }];
}

/** Reads the comments that the capture has, the first thousands of them, and shows them with the notes. */
export async function readCaptureComments(capture: Capture): Promise<void> {
  const rows = commentedRows(capture);
  if (rows.length === 0) return;
  // A file that cannot be read any more is told of by the panels that show its packets.
  const read = await working(Promise.all(rows.map((row) => commentsOn(capture, row)))).catch(() => []);
  let id = 0;
  const comments = read.flatMap((texts, index) =>
    // Numbered downwards: none is a note's.
    texts.map((text, comment): Note => ({ ...noteOfComment(rows[index]!, text), id: --id, comment })),
  );
  if (state().capture?.job === capture.job) set({ comments });
}

function commentedRows({ packets, reports }: Capture): readonly number[] {
  const rows: number[] = [];
  if (!reports.some(({ format }) => format === "pcapng")) return rows; // no other format has comments
  let before = 0;
  for (const { length, marks } of packets.chunks) {
    for (let i = 0; i < length && rows.length < MOST_COMMENTS; i++) {
      if (marks[i]! & HAS_COMMENTS) rows.push(before + i);
    }
    before += length;
  }
  return rows;
}

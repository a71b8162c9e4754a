/** What notes change of a capture's comments when it is saved; and why one cannot be saved. */
import { utf8Bytes } from "../base/text.ts";
import { MOST_VALUE } from "../save/block-bytes.ts";
import type { CommentEdit } from "../save/comment-edit.ts";
import { commentOf, type Note, type NoteContent } from "./note.ts";

/** Bytes that a note is too long by for a comment in a file; 0 when it fits. */
export function bytesTooMany(note: NoteContent): number {
  return Math.max(0, utf8Bytes(commentOf(note)).length - MOST_VALUE);
}

/** The edits of each packet that has some, by row. */
export function editsOf(notes: readonly Note[]): ReadonlyMap<number, CommentEdit> {
  const edits = new Map<number, { replaced: Map<number, string | null>; added: string[] }>();
  for (const note of notes) {
    const edit = edits.get(note.first) ?? { replaced: new Map<number, string | null>(), added: [] as string[] };
    edits.set(note.first, edit);
    if (note.comment === null) edit.added.push(commentOf(note));
    else edit.replaced.set(note.comment, note.text === "" ? null : commentOf(note));
  }
  return edits;
}

/** What the reader of the page adds to a capture: notes on packets, names of addresses, marks and time references. */
import type { Note } from "../core/notes/note.ts";
import { type MarkedRows, NO_MARKED_ROWS } from "../core/table/marked-rows.ts";

/** It is replaced as a whole by every change, so that a change is undone by putting the old one back. */
export interface Markup extends MarkedRows {
  /** In the order in which they were made. */
  readonly notes: readonly Note[];
  /** By the addresses as they are written. They win over the capture's own. */
  readonly names: ReadonlyMap<string, string>;
}

const NO_MARKUP: Markup = { notes: [], names: new Map(), ...NO_MARKED_ROWS };

/** What the last change was, for the notice that offers to undo it. */
export type MarkupChange =
  | "noteAdded"
  | "noteEdited"
  | "noteDeleted"
  | "named"
  | "nameRemoved"
  | "namesTaken"
  | "markedShown"
  | "marksCleared"
  | "referencesCleared";

/** What is being written in the editor of notes. */
export interface NoteDraft {
  readonly first: number;
  readonly last: number;
  /** The note being edited; null for a new one. */
  readonly note: Note | null;
  /** As far as it is written. */
  readonly text: string;
}

export type MarkupTab = "notes" | "names" | "link";

export interface MarkupSlice {
  readonly markup: Markup;
  /** Markups before, the latest last, and those that were undone, the next one last. */
  readonly past: readonly Markup[];
  readonly undone: readonly Markup[];
  /** Null when nothing is to be told. */
  readonly changed: MarkupChange | null;
  /** The notes as they were last saved. */
  readonly savedNotes: readonly Note[];
  /** The comments that the capture has, as notes, as far as they are read. */
  readonly comments: readonly Note[];
  readonly noteDraft: NoteDraft | null;
  /** Texts that the editor was left with, neither kept nor given up, by their packets and note (leftKey). */
  readonly leftNotes: ReadonlyMap<string, string>;
  /** What the sheet of notes, names and links is open at; null while closed. */
  readonly markupTab: MarkupTab | null;
  /** An address to be named, which the sheet's list then begins with. */
  readonly naming: string | null;
  /** What waits for an answer because it would drop notes that are not saved. */
  readonly leaving: (() => void) | null;
  /** Bytes of the capture that were read for saving it, of how many; null while it is not being saved. */
  readonly saving: { readonly bytes: number; readonly size: number } | null;
  /** Parts of the link that say nothing that can be followed, as they stand in it. */
  readonly badLinkParts: readonly string[];
}

export const NOTHING_MARKED: MarkupSlice = {
  markup: NO_MARKUP,
  past: [],
  undone: [],
  changed: null,
  savedNotes: NO_MARKUP.notes,
  comments: [],
  noteDraft: null,
  leftNotes: new Map(),
  markupTab: null,
  naming: null,
  leaving: null,
  saving: null,
  badLinkParts: [],
};

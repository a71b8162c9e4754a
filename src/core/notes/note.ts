/**
 * A note on a packet or on a range of packets, and how it is written as a comment in a capture file.
 *
 * A comment belongs to one packet. A note on a range is a comment on its first packet that begins with
 * `[packets 5-9] `, numbers counted from 1; such a comment is read as a note on the range again.
 */

/** A note. Rows are those of the packet table. */
export interface Note {
  /** Tells it from all others of the capture. */
  readonly id: number;
  readonly first: number;
  /** The same as `first` for a note on one packet. */
  readonly last: number;
  /** Lines are divided by "\n". Empty for a comment of the capture that is taken away. */
  readonly text: string;
  /** Which of the comments that the capture has on `first` it stands for, from 0; null for a note of one's own. */
  readonly comment: number | null;
}

/** What a note is on and says. */
export type NoteContent = Pick<Note, "first" | "last" | "text">;

const RANGE = /^\[packets (\d{1,9})-(\d{1,9})\] ?/;

/** The note as a comment on its first packet. */
export function commentOf({ first, last, text }: NoteContent): string {
  return last > first ? `[packets ${first + 1}-${last + 1}] ${text}` : text;
}

/** A comment on a packet as a note. A range that does not begin with that packet, or is none, is text like any other. */
export function noteOfComment(row: number, comment: string): NoteContent {
  const range = RANGE.exec(comment);
  const last = Number(range?.[2]) - 1;
  if (!range || Number(range[1]) - 1 !== row || !(last > row)) return { first: row, last: row, text: comment };
  return { first: row, last, text: comment.slice(range[0].length) };
}

/** Notes by the row that they begin at, in their order. */
export function byFirstRow(notes: readonly Note[]): ReadonlyMap<number, readonly Note[]> {
  const rows = new Map<number, Note[]>();
  for (const note of notes) {
    const others = rows.get(note.first);
    if (others) others.push(note);
    else rows.set(note.first, [note]);
  }
  return rows;
}

/**
 * What is shown of a capture as parts of a link, and back: words that people can read and change by hand.
 *
 * Numbers of packets count from 1, those of connections from 0 (Wireshark's `tcp.stream`). What cannot be read is named,
 * and left out; whether a packet or a connection is there is known to who follows the link.
 */
import { canonicalAddress } from "../core/base/parse-address.ts";
import type { NamedAddress } from "../core/capture/notes.ts";
import { FLOW_TYPES, type FlowType } from "../core/ladder/flow-packets.ts";
import { TIME_STYLES, type TimeStyle } from "../core/ladder/times.ts";
import type { NoteContent } from "../core/notes/note.ts";

/** What a link says; absent is what it does not say. Rows count from 0. */
export interface LinkedView {
  readonly connection?: number;
  readonly flow?: FlowType;
  readonly packet?: number;
  /** The other end of a range. */
  readonly anchor?: number;
  readonly numbers?: "relative" | "raw";
  readonly timeStyle?: TimeStyle;
  readonly states?: boolean;
  readonly names?: boolean;
  /** A display filter, as it was typed. */
  readonly filter?: string;
  /** It dims what it does not take. */
  readonly dims?: boolean;
  /** Rows that the reader marked, and time references, ascending. */
  readonly marked?: readonly number[];
  readonly references?: readonly number[];
  /** The seed of the questions that are asked about the connection. */
  readonly quiz?: number;
  readonly notes: readonly NoteContent[];
  readonly given: readonly NamedAddress[];
}

/** The longest link that mail programs and chats pass on whole, in characters. */
export const MOST_LINK = 8000;

/** The view as parts of a link. */
export function viewParts(view: LinkedView): URLSearchParams {
  const parts = new URLSearchParams();
  const add = (key: string, value: string | number | undefined) => {
    if (value !== undefined) parts.append(key, String(value));
  };
  add("stream", view.connection);
  add("flow", view.flow);
  add("packet", view.packet === undefined ? undefined : view.packet + 1);
  add("to", view.anchor === undefined ? undefined : view.anchor + 1);
  add("seq", view.numbers);
  add("time", view.timeStyle);
  add("states", view.states === undefined ? undefined : yesNo(view.states));
  add("names", view.names === undefined ? undefined : yesNo(view.names));
  add("quiz", view.quiz);
  add("filter", view.filter);
  add("dim", view.dims === undefined ? undefined : yesNo(view.dims));
  add("marked", view.marked && rowsText(view.marked));
  add("ref", view.references && rowsText(view.references));
  for (const { first, last, text } of view.notes) {
    add("note", `${first + 1}${last > first ? `-${last + 1}` : ""}:${text}`);
  }
  for (const { address, name } of view.given) add("name", `${address}=${name}`);
  return parts;
}

const yesNo = (is: boolean) => (is ? "yes" : "no");

/** What parts of a link say, and those that say nothing that is known, as they stand. Other parts are passed over. */
export function readView(parts: URLSearchParams): { readonly view: LinkedView; readonly bad: readonly string[] } {
  const bad: string[] = [];
  const notes: NoteContent[] = [];
  const given: NamedAddress[] = [];
  let view: Omit<LinkedView, "notes" | "given"> = {};
  for (const [key, value] of parts) {
    const read = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    if (key === "note") keep(readNote(value), notes);
    else if (key === "name") keep(readName(value), given);
    else if (read) {
      const part = read(value);
      if (part) view = { ...view, ...part };
      else bad.push(`${key}=${value}`);
    }

    function keep<T>(read: T | null, all: T[]): void {
      if (read) all.push(read);
      else bad.push(`${key}=${value}`);
    }
  }
  return { view: { ...view, notes, given }, bad };
}

type Reader = (value: string) => Partial<LinkedView> | null;

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((one) => one === value);
const whole = (value: string): number => (/^\d{1,9}$/.test(value) ? Number(value) : -1);
const row = (value: string): number => whole(value) - 1;

/** How each part is read; null when it says nothing. */
const READERS: Readonly<Record<string, Reader>> = {
  stream: (value) => (whole(value) < 0 ? null : { connection: whole(value) }),
  flow(value) {
    const flow = oneOf(FLOW_TYPES, value);
    return flow ? { flow } : null;
  },
  packet: (value) => (row(value) < 0 ? null : { packet: row(value) }),
  to: (value) => (row(value) < 0 ? null : { anchor: row(value) }),
  seq(value) {
    const numbers = oneOf(["relative", "raw"] as const, value);
    return numbers ? { numbers } : null;
  },
  time(value) {
    const timeStyle = oneOf(TIME_STYLES, value);
    return timeStyle ? { timeStyle } : null;
  },
  states: (value) => (isYesNo(value) ? { states: value === "yes" } : null),
  names: (value) => (isYesNo(value) ? { names: value === "yes" } : null),
  quiz: (value) => (whole(value) < 0 ? null : { quiz: whole(value) }),
  filter: (value) => (value.trim() === "" ? null : { filter: value }),
  dim: (value) => (isYesNo(value) ? { dims: value === "yes" } : null),
  marked(value) {
    const marked = readRows(value);
    return marked && { marked };
  },
  ref(value) {
    const references = readRows(value);
    return references && { references };
  },
};

/** Numbers of packets, those in a row as ranges: "3,7-9". */
function rowsText(rows: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const row of rows) {
    const before = ranges.at(-1);
    if (before && before[1] === row - 1) before[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([first, last]) => (last > first ? `${first + 1}-${last + 1}` : first + 1)).join();
}

/** Rows that a link marks at most: a range in it may claim any number. */
const MOST_ROWS = 100_000;

/** Ascending, each once; null for what is no list of packets. */
function readRows(value: string): readonly number[] | null {
  if (!/^\d{1,9}(-\d{1,9})?(,\d{1,9}(-\d{1,9})?)*$/.test(value)) return null;
  const rows = new Set<number>();
  for (const part of value.split(",")) {
    const [first = -1, last = first] = part.split("-").map(row);
    if (first < 0 || last < first || rows.size + last - first >= MOST_ROWS) return null;
    for (let at = first; at <= last; at++) rows.add(at);
  }
  return [...rows].sort((a, b) => a - b);
}

const isYesNo = (value: string) => value === "yes" || value === "no";

function readNote(value: string): NoteContent | null {
  const [, from = "", to, text = ""] = /^(\d{1,9})(?:-(\d{1,9}))?:(.+)$/s.exec(value) ?? [];
  const first = row(from);
  const last = to === undefined ? first : row(to);
  return first >= 0 && last >= first ? { first, last, text } : null;
}

function readName(value: string): NamedAddress | null {
  const [, written = "", name = ""] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  const address = canonicalAddress(written);
  return address ? { address, name } : null;
}

/** What is shown of the open capture, as a link has it: taken from the state, and brought back into it. */
import type { NoteContent } from "../core/notes/note.ts";
import type { Capture } from "./capture.ts";
import { applyFilter } from "./filter.ts";
import { beginWork, working } from "./idle.ts";
import type { Markup } from "./markup-slice.ts";
import { beginQuiz } from "./quiz.ts";
import { NOTHING_SELECTED, type State, useStore } from "./store.ts";
import { type LinkedView, MOST_LINK, viewParts } from "./view-link.ts";

const { getState: state, setState: set, subscribe } = useStore;

/** Resolves when the capture that is being opened is read: true when it then is open. */
export async function whenRead(): Promise<boolean> {
  const job = state().loading?.job;
  if (job === undefined) return false;
  const end = beginWork();
  await new Promise<void>((resolve) => {
    const stop = subscribe(({ loading }) => {
      if (loading?.job === job) return;
      stop();
      resolve();
    });
  });
  end();
  return state().capture?.job === job;
}

/** What of the state a link has. */
type ShownState = Pick<State, "selection" | "ladder" | "markup"> & {
  readonly quiz?: { readonly seed: number } | null;
  /** Whether the filter dims what it does not take. */
  readonly dims: boolean;
  /** The text of the filter that limits it; null without one. */
  readonly filter: string | null;
};

/** What shows now. Only what differs from a newly opened capture is said. */
export function viewOf({ selection, ladder, markup, filter, dims, quiz }: ShownState, withNotes: boolean): LinkedView {
  const { packet, anchor, connection, flow } = selection;
  return {
    ...(connection === null ? { flow } : { connection }),
    ...(packet !== null && { packet }),
    ...(anchor !== null && { anchor }),
    ...(ladder.numbers !== "relative" && { numbers: ladder.numbers }),
    ...(ladder.timeStyle !== "capture" && { timeStyle: ladder.timeStyle }),
    ...(!ladder.states && { states: false }),
    ...(ladder.names && { names: true }),
    ...(quiz && { quiz: quiz.seed }),
    ...(filter !== null && { filter, ...(dims && { dims }) }),
    ...(isShort(markup.marked) && { marked: [...markup.marked] }),
    ...(isShort(markup.references) && { references: [...markup.references] }),
    // Edited comments of the capture are notes too; one that was taken away says nothing.
    notes: withNotes ? markup.notes.filter(({ text }) => text !== "") : [],
    given: withNotes ? Array.from(markup.names, ([address, name]) => ({ address, name })) : [],
  };
}

/** A link has marks that are not too many to be written in it. */
const isShort = (rows: Uint32Array) => rows.length > 0 && rows.length <= MOST_MARKS;
const MOST_MARKS = 1000;

/** A link, or by how many characters it is too long to be passed on. */
export type ViewLink = { readonly link: string } | { readonly tooLongBy: number };

/** The link to what shows now, of a capture that `source` opens; without a source it says what to show of one. */
export function viewLink(source: string, shown: ShownState, withNotes: boolean): ViewLink {
  const parts = viewParts(viewOf(shown, withNotes)).toString();
  const { origin, pathname, search } = location;
  const link = `${origin}${pathname}${search}#${[source, parts].filter(Boolean).join("&")}`;
  return link.length > MOST_LINK ? { tooLongBy: link.length - MOST_LINK } : { link };
}

/** Shows what a link asks for; what the capture does not have is told of with what the link could not say. */
export function showView(view: LinkedView, unread: readonly string[]): void {
  const { capture, ladder } = state();
  if (!capture) return;
  const bad = [...unread, ...missing(view, capture)];
  const selection = selected(view, capture);
  const { numbers = ladder.numbers, timeStyle = ladder.timeStyle, states = ladder.states } = view;
  const names = view.names ?? (view.given.length > 0 || ladder.names);
  set(({ markup }) => {
    const added = withLinked(markup, view, capture);
    // What came by a link is not lost with the page: it is as good as saved.
    return { selection, ladder: { ...ladder, numbers, timeStyle, states, names }, badLinkParts: bad, ...added };
  });
  if (view.quiz !== undefined) beginQuiz(view.quiz);
  if (view.filter !== undefined) void filterBy(view.filter, view.dims ?? false);
}

/** Applies a link's filter; one with a fault stands in its field, and is told of with the other bad parts. */
async function filterBy(filter: string, dims: boolean): Promise<void> {
  if (await working(applyFilter(filter, dims))) return;
  set(({ badLinkParts }) => ({ badLinkParts: [...badLinkParts, `filter=${filter}`] }));
}

const isIn = ({ packets }: Capture, row: number | undefined): row is number =>
  row !== undefined && row < packets.length;

function missing({ connection, packet, anchor, notes }: LinkedView, capture: Capture): readonly string[] {
  return [
    ...(connection !== undefined && connection >= capture.connections.length ? [`stream=${connection}`] : []),
    ...(packet !== undefined && !isIn(capture, packet) ? [`packet=${packet + 1}`] : []),
    ...(anchor !== undefined && !isIn(capture, anchor) ? [`to=${anchor + 1}`] : []),
    ...notes.filter(({ last }) => !isIn(capture, last)).map(({ first, text }) => `note=${first + 1}:${text}`),
  ];
}

function selected({ connection, flow, packet, anchor }: LinkedView, capture: Capture): State["selection"] {
  const { selection } = state();
  const shown =
    connection !== undefined && connection < capture.connections.length
      ? { connection, packet: capture.connections.columns.firstRow[connection] ?? null }
      : flow
        ? { connection: null, flow, packet: selection.packet }
        : {};
  const chosen = isIn(capture, packet) ? { packet, anchor: isIn(capture, anchor) ? anchor : null } : {};
  return { ...NOTHING_SELECTED, ...selection, anchor: null, ...shown, ...chosen };
}

/** The markup with a link's notes and names in it, those that are there already once. */
function withLinked(markup: Markup, view: LinkedView, capture: Capture) {
  const { notes, given, marked, references } = view;
  const own = (rows: readonly number[]) => Uint32Array.from(rows.filter((row) => isIn(capture, row)));
  const set = { ...(marked && { marked: own(marked) }), ...(references && { references: own(references) }) };
  const isNew = (content: NoteContent) =>
    isIn(capture, content.last) &&
    !markup.notes.some(
      ({ first, last, text }) => first === content.first && last === content.last && text === content.text,
    );
  let id = Math.max(0, ...markup.notes.map((note) => note.id));
  const added = notes.filter(isNew).map((content) => ({ ...content, id: ++id, comment: null }));
  const names = new Map([...markup.names, ...given.map(({ address, name }) => [address, name] as const)]);
  const all = added.length > 0 ? [...markup.notes, ...added] : markup.notes;
  const savedNotes = state().savedNotes === markup.notes ? all : state().savedNotes;
  return { markup: { ...markup, ...set, notes: all, names: given.length > 0 ? names : markup.names }, savedNotes };
}

/** Takes the message about parts of the link away. */
export function dismissLinkParts(): void {
  set({ badLinkParts: [] });
}

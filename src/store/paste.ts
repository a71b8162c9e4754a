/**
 * tcpdump's text on its way to a ladder: pasted, or in a file that is no capture. Knows when the text is offered, read
 * and opened; what a line means is the parser's, and how it is said the view's.
 */
import type { OnProgress } from "../core/tcpdump/parse/parse.ts";
import { readTextApart, type TextReading } from "../worker/text-client.ts";
import type { ReadText, UntoldTable } from "../worker/text-job.ts";
import { dismissFailure, openFiles } from "./actions.ts";
import type { Failure, OpenFile } from "./capture.ts";
import { working } from "./idle.ts";
import { forgetLink } from "./links.ts";
import { asksToLeave } from "./markup.ts";
import type { PastedText } from "./paste-slice.ts";
import { useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

export type { ReadText } from "../worker/text-job.ts";
export { UNTOLD, type UntoldTable, untoldKey } from "../worker/text-job.ts";

/** For what is not kept. */
const NO_WORDS: UntoldTable = { file: {}, packet: {} };

/** Name of a capture that was pasted. */
const NAME = "pasted.pcapng";
/** Bytes of a file in which a packet is looked for, before it is offered as text. */
const LOOKED_AT = 65_536;

/** Characters that the sheet shows; browsers lay out longer texts for seconds. */
const MOST_SHOWN = 2_000_000;

/** Opens the sheet for tcpdump's text, with what was pasted; without it, with what was left there. */
export function showPaste(text = ""): void {
  if (text.length > MOST_SHOWN) void working(fileOf(text).then((file) => show(file, NAME)));
  else if (text === "" && state().pasted) set({ isPasteOpen: true });
  else show(text, NAME);
}

const show = (text: string | Blob, name: string) => set({ pasted: { text, name, date: "" }, isPasteOpen: true });

/** Takes over what was typed there. */
export function changePaste(changes: Partial<Omit<PastedText, "name">>): void {
  set(({ pasted }) => ({ pasted: pasted && { ...pasted, ...changes } }));
}

/** Characters that are written as bytes at once: of a long text all would hold the page up. */
const PIECE = 1 << 20;

async function fileOf(text: string): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let from = 0; from < text.length; ) {
    // A character of two code units stays whole.
    const to = from + PIECE + (isFirstOfTwo(text.charCodeAt(from + PIECE - 1)) ? 1 : 0);
    pieces.push(new Blob([text.slice(from, to)]));
    from = to;
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces);
}

const isFirstOfTwo = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** Closes it; what was typed stays. A text too long to be shown does not: nobody could empty it to type another one. */
export function closePaste(): void {
  set(({ pasted }) => {
    const isLeft = typeof pasted?.text === "string" && pasted.text.trim() !== "";
    return { pasted: isLeft ? pasted : null, isPasteOpen: false };
  });
}

/** Begins to read a text, apart from the page. `date` is the first packet's day where the text has none; or empty. */
export function readText(
  text: string | Blob,
  date: string,
  words: UntoldTable,
  onProgress: OnProgress = () => {},
): TextReading {
  return readTextApart({ text, date, words }, onProgress);
}

/** Opens the packets of a text as a capture. */
export function openText({ file }: ReadText, name: string): void {
  openNamed({ name, blob: new Blob([file]) });
}

function openNamed(file: OpenFile): void {
  closePaste();
  if (asksToLeave(() => openNamed(file))) return;
  set({ pasted: null });
  forgetLink();
  openFiles([file]);
}

/** Shows the text of the file that is offered. */
export async function showTextFile(): Promise<void> {
  const { textFile } = state();
  if (!textFile) return;
  const { name, blob } = textFile;
  const text = blob.size > MOST_SHOWN ? blob : await working(blob.text());
  dismissFailure();
  show(text, `${name.replace(/\.\w+$/, "")}.pcapng`);
}

/** Looks into each file that is no capture but text, as long as the page is there, and offers it where it has packets. */
export function followTextFiles(): void {
  useStore.subscribe(({ failure }, { failure: before, loading }) => {
    if (failure === before) return;
    if (state().textFile) set({ textFile: null });
    const name = textIn(failure);
    const file = loading?.files.find((one) => one.name === name);
    if (failure && file) void working(offer(file, failure));
  });
}

/** Name of the only file that did not open, where it is text; null for any other failure. */
function textIn(failure: Failure | null): string | null {
  if (failure?.kind !== "files" || failure.files.length !== 1) return null;
  const { name, problem } = failure.files[0]!; // its length is 1
  return problem.kind === "notCapture" && problem.known === "text" ? name : null;
}

async function offer(file: OpenFile, failure: Failure): Promise<void> {
  const beginning = file.blob.slice(0, LOOKED_AT);
  // What cannot be read now is not offered.
  const packets = await readText(beginning, "", NO_WORDS).read.then(
    (read) => read.packets,
    () => 0,
  );
  if (packets > 0 && state().failure === failure) set({ textFile: file });
}

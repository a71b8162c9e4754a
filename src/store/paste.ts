/**
 * tcpdump's text on its way to a ladder: pasted, or in a file that is no capture. Knows when the text is offered, read
 * and opened; what a line means is the parser's, and how it is said the view's.
 */
import type { ParsedText } from "../core/tcpdump/parse/parse.ts";
import type { UntoldWords } from "../core/tcpdump/write-pcapng.ts";
import { dismissFailure, openFiles, showNames } from "./actions.ts";
import type { Failure, OpenFile } from "./capture.ts";
import { working } from "./idle.ts";
import { forgetLink } from "./links.ts";
import { asksToLeave } from "./markup.ts";
import { useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

const load = () => import("./tcpdump-text.ts");

/** Name of a capture that was pasted. */
const NAME = "pasted.pcapng";
/** Bytes of a file in which a packet is looked for, before it is offered as text. */
const LOOKED_AT = 65_536;

/** Opens the sheet for tcpdump's text, with what was pasted. */
export function showPaste(text: string, name = NAME): void {
  set({ pasted: { text, name } });
}

/** Closes it. */
export function closePaste(): void {
  set({ pasted: null });
}

/** The packets of a text. */
export async function readText(text: string): Promise<ParsedText> {
  const { parseTcpdump } = await load();
  return parseTcpdump(text);
}

/**
 * Opens the packets of a text as a capture; names in it are shown. `wordsOf` says in a packet's comment what the text
 * does not tell.
 */
export async function openText(parsed: ParsedText, name: string, wordsOf: UntoldWords): Promise<void> {
  const { pcapngOf } = await load();
  openNamed({ name, blob: new Blob([pcapngOf(parsed, wordsOf)]) }, parsed.names.length > 0);
}

function openNamed(file: OpenFile, hasNames: boolean): void {
  closePaste();
  if (asksToLeave(() => openNamed(file, hasNames))) return;
  forgetLink();
  openFiles([file]);
  if (hasNames) showNames(true);
}

/** Shows the text of the file that is offered. */
export async function showTextFile(): Promise<void> {
  const { textFile } = state();
  if (!textFile) return;
  const { name, blob } = textFile;
  const text = await working(blob.text());
  dismissFailure();
  showPaste(text, `${name.replace(/\.\w+$/, "")}.pcapng`);
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
  // What cannot be read now is not offered.
  const text = await file.blob
    .slice(0, LOOKED_AT)
    .text()
    .catch(() => "");
  const { packets } = await readText(text);
  if (packets.length > 0 && state().failure === failure) set({ textFile: file });
}

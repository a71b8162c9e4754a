/**
 * Links into the page. All of a link's content stands behind the `#`, so that it never reaches a host's logs:
 * `#url=ADDRESS` opens a capture from an address, `#sample=ID` one of the samples, `#lesson=ID` a lesson with its capture,
 * `#lesson=ADDRESS` one from an address, `#reference` the field reference, and `#reference=KEY` its entry of a protocol or
 * a field. Behind an address or a sample may stand what is to be shown of it (view-link.ts), and behind anything the
 * language to speak (language.ts).
 */

import { closeCapture, closeReference, fail, openAddress, showReference } from "./actions.ts";
import { asksToLeave } from "./markup.ts";
import { openLesson } from "./open-lesson.ts";
import { SAMPLES } from "./samples.ts";
import { useStore } from "./store.ts";
import { showView, whenRead } from "./view.ts";
import { readView } from "./view-link.ts";

/** The link by which the open capture came; empty when it came otherwise. */
let captureLink = "";

/** Opens what the page's address asks for, now and whenever it changes. */
export function followLinks(): void {
  addEventListener("hashchange", () => void followLink(location.hash));
  void followLink(location.hash);
}

/** Takes the link out of the page's address, which would no longer say what is open. */
export function forgetLink(): void {
  captureLink = "";
  if (location.hash) replaceLink("");
}

/** Closes the field reference; the address then says again what is open, if it did. */
export function leaveReference(): void {
  closeReference();
  if (new URLSearchParams(location.hash.slice(1)).has("reference")) replaceLink(captureLink);
}

/** The link to an entry of the field reference. */
export function referenceLink(topic: string): string {
  return `#reference=${encodeURIComponent(topic)}`;
}

/** The part of a link that opens the capture that is open, `sample=handshake`; empty when it came by no link. */
export function captureSource(): string {
  return sourceIn(captureLink);
}

function replaceLink(hash: string): void {
  history.replaceState(null, "", location.pathname + location.search + hash);
}

const partsOf = (hash: string) => new URLSearchParams(hash.replace(/^#/, ""));

function sourceIn(hash: string): string {
  const parts = partsOf(hash);
  for (const key of ["url", "sample", "lesson"]) {
    const value = parts.get(key);
    if (value) return new URLSearchParams({ [key]: value }).toString();
  }
  return "";
}

async function followLink(hash: string): Promise<void> {
  const asked = partsOf(hash);
  const topic = asked.get("reference");
  if (topic !== null) return showReference(topic);
  closeReference();
  // Back from the reference to the link that opened what is open still.
  if (hash !== "" && hash === captureLink) return;
  if (hash === "" && captureLink !== "") return backToStart();
  const source = sourceIn(hash);
  const isOpen = source !== "" && source === captureSource() && useStore.getState().capture !== null;
  if (!isOpen) {
    if (source !== "" && asksToLeave(() => void followLink(hash))) return;
    captureLink = hash;
    const address = asked.get("url");
    const sample = asked.get("sample");
    const lesson = asked.get("lesson");
    if (address) await openAddress(address);
    else if (sample) await openSample(sample);
    else if (lesson) return openLesson(lesson);
    else return;
    if (!(await whenRead())) return;
  }
  captureLink = hash;
  const { view, bad } = readView(asked);
  showView(view, bad);
}

/** Back from what a link opened to the page before it, which had nothing open. */
function backToStart(): void {
  if (asksToLeave(backToStart)) return;
  captureLink = "";
  closeCapture();
}

/** Opens one of the page's own samples. */
export async function openSample(id: string): Promise<void> {
  const sample = SAMPLES.find((one) => one.id === id);
  if (sample) await openAddress(`samples/${sample.file}`);
  else fail({ kind: "sample", id });
}

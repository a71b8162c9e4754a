/** What notes and names have to do when another capture is opened, when it is read, and when the page is left. */
import { readSectionNotes } from "../core/tcpdump/text-notes.ts";
import type { Capture } from "./capture.ts";
import { NO_CONVERSATIONS } from "./colours-slice.ts";
import { keepNames, keptNames } from "./kept-names.ts";
import { hasUnsavedLesson, NO_DRAFT } from "./lesson-draft-slice.ts";
import { forgetMarkup, hasUnsavedNotes } from "./markup.ts";
import { readCaptureComments } from "./notes.ts";
import { useStore } from "./store.ts";
import { forgetStreams } from "./streams.ts";

/** Follows the store as long as the page is there. */
export function followCapture(): void {
  /** The capture whose notes and names are in the store, and whether what is kept of it is there too. */
  let job: number | null = null;
  let isReady = false;
  useStore.subscribe(({ capture, markup }, before) => {
    if (capture !== before.capture) {
      if ((capture?.job ?? null) !== job) {
        job = capture?.job ?? null;
        isReady = false;
        forgetMarkup();
        forgetStreams();
        useStore.setState({ ...NO_CONVERSATIONS, ...NO_DRAFT, opened: null });
      }
      if (capture && capture.state !== "reading" && !isReady) {
        isReady = true;
        begin(capture);
      }
    }
    if (isReady && capture && markup.names !== before.markup.names) keepNames(capture, markup.names);
  });
  addEventListener("beforeunload", (event) => {
    if (hasUnsavedNotes() || hasUnsavedLesson(useStore.getState())) event.preventDefault();
  });
}

/** Whether the packets were rebuilt from a text that names hosts. */
const isFromText = ({ reports }: Capture): boolean =>
  reports.some(({ notes: { names, sections } }) => {
    return names.length > 0 && readSectionNotes(sections.flatMap(({ comments }) => comments)) !== null;
  });

function begin(capture: Capture): void {
  const names = keptNames(capture);
  // Addresses that stand for names of a text say nothing by themselves.
  if (names.size > 0 || isFromText(capture)) {
    useStore.setState(({ markup, ladder }) => ({ markup: { ...markup, names }, ladder: { ...ladder, names: true } }));
  }
  void readCaptureComments(capture);
}

/**
 * Brings a lesson into the page with its capture: one of the page's own by its id, one from an address, one from a file.
 * What is open stays until the lesson is read and its capture is known to have the packets that it names.
 */
import index from "../../public/lessons/index.json";
import { fromBase64 } from "../core/base/base64.ts";
import { readCapture } from "../core/capture/read-capture.ts";
import { beyondCapture, lastNamed, misplaced } from "../core/lessons/check-packets.ts";
import type { Lesson, LessonTexts } from "../core/lessons/lesson.ts";
import { type LessonProblem, readLesson } from "../core/lessons/read-lesson.ts";
import { cell } from "../core/table/packet-table.ts";
import { fail, fetchAddress, openFiles } from "./actions.ts";
import type { OpenFile } from "./capture.ts";
import { fetchFile } from "./fetch-file.ts";
import { working } from "./idle.ts";
import { walkLesson } from "./lesson.ts";
import { asksToLeave } from "./markup.ts";
import { SAMPLES } from "./samples.ts";
import { openCapture } from "./selectors.ts";
import { useStore } from "./store.ts";
import { whenRead } from "./view.ts";

/** The lessons that come with the page, in teaching order. */
export const LESSONS: readonly { readonly id: string; readonly title: LessonTexts }[] = index;

/** Bytes of a lesson's file, at most: its capture in base64, and texts. */
export const MOST_FILE = 16_000_000;

/** Opens a lesson: one of the page's own by its id, or any by its address. Resolves when it is open, or failed. */
export async function openLesson(lesson: string): Promise<void> {
  if (asksToLeave(() => void openLesson(lesson))) return;
  const isOwn = LESSONS.some(({ id }) => id === lesson);
  if (!isOwn && !/[/.:]/.test(lesson)) return fail({ kind: "lesson", id: lesson, where: "", found: "" });
  const address = isOwn ? `lessons/${lesson}.json` : lesson;
  const fetched = await working(fetchFile(address, new AbortController().signal, () => {}));
  if ("file" in fetched) {
    return openLessonFile({ name: lesson, blob: fetched.file }, new URL(address, document.baseURI));
  }
  fail({ kind: "link", address: lesson, fault: fetched.fault });
}

/** Opens a lesson's file; `base` is where addresses in it begin. */
export async function openLessonFile({ name, blob }: OpenFile, base = new URL(document.baseURI)): Promise<void> {
  const wrong = (problem: LessonProblem) => fail({ kind: "lesson", id: name, ...problem });
  if (blob.size > MOST_FILE) return wrong({ where: "", found: `${blob.size} bytes, where ${MOST_FILE} are allowed` });
  const read = readLesson(await working(blob.text()));
  if ("problem" in read) return wrong(read.problem);
  const lesson = withAbsolute(read.lesson, base);
  const file = await captureOf(lesson, wrong);
  if (!file) return;
  const packets = await working(countPackets(file.blob, lastNamed(lesson)));
  const beyond = packets === null ? null : beyondCapture(lesson, packets);
  if (beyond) return wrong(beyond);
  openFiles([file]);
  if (await whenRead()) begin(lesson, wrong);
}

/** The lesson with its capture's address written in full: it means the same wherever the lesson is saved to. */
function withAbsolute(lesson: Lesson, base: URL): Lesson {
  const { capture } = lesson;
  if (!("url" in capture) || !URL.canParse(capture.url, base)) return lesson;
  return { ...lesson, capture: { url: new URL(capture.url, base).href } };
}

/** The capture that a lesson is about; null when it told why there is none. */
async function captureOf({ capture }: Lesson, wrong: (problem: LessonProblem) => void): Promise<OpenFile | null> {
  if ("data" in capture) {
    const bytes = fromBase64(capture.data);
    if (!bytes) wrong({ where: "capture.data", found: "no base64" });
    return bytes && { name: capture.name, blob: new Blob([bytes]) };
  }
  if ("url" in capture) {
    if (URL.canParse(capture.url)) return fetchAddress(capture.url);
    wrong({ where: "capture.url", found: `“${capture.url}”, which is no address` });
    return null;
  }
  const sample = SAMPLES.find(({ id }) => id === capture.sample);
  if (sample) return fetchAddress(`samples/${sample.file}`);
  fail({ kind: "sample", id: capture.sample });
  return null;
}

/** Packets of a capture, as far as so many; null where reading it tells nothing yet: it is compressed, or damaged. */
async function countPackets(blob: Blob, most: number): Promise<number | null> {
  let packets = 0;
  const source = { size: blob.size, read: (from: number, to: number) => blob.slice(from, to).arrayBuffer() };
  const end = await readCapture(source, { onFrame: () => packets++, cancelled: () => packets >= most });
  return end.kind === "problem" ? null : packets;
}

function begin(lesson: Lesson, wrong: (problem: LessonProblem) => void): void {
  const capture = openCapture(useStore.getState());
  if (!capture) return;
  const { packets, connections, job } = capture;
  const problem =
    beyondCapture(lesson, packets.length) ??
    misplaced(lesson, connections.length, (row) => cell(packets, "connection", row));
  if (problem) return wrong(problem);
  const { capture: carried } = lesson;
  // Its bytes are open now, and need not be kept as text too.
  const of = "data" in carried ? { ...lesson, capture: { ...carried, data: "" } } : lesson;
  useStore.setState({ opened: { job, of } });
  walkLesson(of);
}

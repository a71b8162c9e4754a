/** Lessons: opened by their id, and gone through step by step in the classroom. */

import index from "../../public/lessons/index.json";
import { placeOf } from "../core/base/bisect.ts";
import { type Lesson, type LessonStep, readLesson } from "../core/lessons/lesson.ts";
import { fail, openAddress, selectConnection, selectPacket } from "./actions.ts";
import { showClassroom } from "./classroom.ts";
import { fetchFile } from "./fetch-file.ts";
import { working } from "./idle.ts";
import { SAMPLES } from "./samples.ts";
import { ladderRows, openCapture } from "./selectors.ts";
import { type State, useStore } from "./store.ts";
import { whenRead } from "./view.ts";

const { getState: state, setState: set } = useStore;

/** The lessons that come with the page, in teaching order. */
export const LESSONS: readonly { readonly id: string; readonly title: Readonly<Record<string, string>> }[] = index;

/** The step that is shown now; null without a lesson. */
export const lessonStep = ({ lesson }: State): LessonStep | null => lesson?.of.steps[lesson.at] ?? null;

/** Opens one of the page's own lessons with its capture, in the classroom. Resolves when that is done, or failed. */
export async function openLesson(id: string): Promise<void> {
  if (!LESSONS.some((one) => one.id === id)) return fail({ kind: "lesson", id, where: "", found: "" });
  const fetched = await working(fetchFile(`lessons/${id}.json`, new AbortController().signal, () => {}));
  if (!("file" in fetched)) return fail({ kind: "lesson", id, where: "", found: String(fetched.status) });
  const read = readLesson(await fetched.file.text());
  if ("problem" in read) return fail({ kind: "lesson", id, ...read.problem });
  await openCaptureOf(read.lesson);
  if (await whenRead()) begin(read.lesson);
}

async function openCaptureOf({ capture }: Lesson): Promise<void> {
  if ("url" in capture) return openAddress(capture.url);
  const sample = SAMPLES.find(({ id }) => id === capture.sample);
  if (sample) await openAddress(`samples/${sample.file}`);
  else fail({ kind: "sample", id: capture.sample });
}

function begin(lesson: Lesson): void {
  const capture = openCapture(state());
  const { connection } = lesson;
  if (connection !== undefined && capture && connection < capture.connections.length) selectConnection(connection);
  set({ lesson: { of: lesson, at: 0 } });
  showStep();
  showClassroom(true);
}

/** Goes on, or back by a negative number, as far as there are steps. */
export function stepLesson(by: number): void {
  const { lesson } = state();
  if (!lesson) return;
  const at = Math.min(Math.max(lesson.at + by, 0), lesson.of.steps.length - 1);
  set({ lesson: { ...lesson, at } });
  showStep();
}

/** Chooses the step's packets, as far as the capture has them. */
function showStep(): void {
  const step = lessonStep(state());
  if (!step) return;
  const rows = ladderRows(state());
  const [first = 0, last = first] = step.packets.map((number) => number - 1);
  if (placeOf(rows, first) < 0 || placeOf(rows, last) < 0) return;
  selectPacket(first);
  if (last !== first) selectPacket(last, true);
}

/** The packets without the lesson. */
export function endLesson(): void {
  set({ lesson: null });
}

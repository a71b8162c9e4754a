/** The lesson that is being made as a file: with its capture in it, or naming one that others have too. */
import { toBase64 } from "../core/base/base64.ts";
import { misplaced } from "../core/lessons/check-packets.ts";
import { type LessonCapture, MOST_CAPTURE } from "../core/lessons/lesson.ts";
import { type Lack, type LessonDraft, lacks, lessonOf } from "../core/lessons/lesson-draft.ts";
import { writeLesson } from "../core/lessons/write-lesson.ts";
import { cell } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { working } from "./idle.ts";
import { captureFile } from "./save.ts";
import { openCapture } from "./selectors.ts";
import { useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** The file, or why there is none; `bytes`: of a capture that is too large to travel in a lesson. */
export type SavedLesson =
  | { readonly file: Blob }
  | { readonly lacks: readonly Lack[] }
  | { readonly tooLarge: number }
  | { readonly failed: "cancelled" | "noRoom" };

/** Makes the file. Rejects when a file of the capture cannot be read any more. */
export async function lessonFile(): Promise<SavedLesson | null> {
  const capture = openCapture(state());
  const { edited } = state();
  if (!capture || !edited) return null;
  const { draft } = edited;
  const missing = lacks(draft, capture.packets.length);
  if (missing.length > 0) return { lacks: missing };
  const carried = await working(carriedBy(draft, capture));
  if (!("capture" in carried)) return carried;
  const lesson = lessonOf(withOwnConnection(draft, capture), carried.capture);
  set(({ edited: now }) => ({ edited: now && { ...now, saved: draft } }));
  return { file: new Blob([writeLesson(lesson)], { type: "application/json" }) };
}

async function carriedBy(
  { reference, isWithin }: LessonDraft,
  capture: Capture,
): Promise<{ readonly capture: LessonCapture } | Exclude<SavedLesson, { file: unknown }>> {
  if (reference && !isWithin) return { capture: reference };
  const bytes = capture.contents.reduce((sum, { size }) => sum + size, 0);
  // As pcapng it may be a little larger, or smaller: this only spares the work of one that cannot fit.
  if (bytes > 2 * MOST_CAPTURE) return { tooLarge: bytes };
  const file = await captureFile(capture);
  if (typeof file === "string") return { failed: file };
  if (file.size > MOST_CAPTURE) return { tooLarge: file.size };
  const stem = (capture.files[0]?.name ?? "").replace(/(\.(pcap|pcapng|cap|gz|zst|lz4))+$/i, "").slice(0, 200);
  return { capture: { name: `${stem || "capture"}.pcapng`, data: toBase64(new Uint8Array(await file.arrayBuffer())) } };
}

/** One connection after the other shows, unless a step is about packets of several, or of none. */
function withOwnConnection(draft: LessonDraft, { packets, connections }: Capture): LessonDraft {
  const lesson = lessonOf(draft, { name: "", data: "" });
  const isWrong = misplaced(lesson, connections.length, (row) => cell(packets, "connection", row)) !== null;
  return isWrong ? { ...draft, connection: null } : draft;
}

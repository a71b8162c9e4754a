/** Files of the reader's own, dropped or chosen: captures, several as one, or a lesson, known by what is in them. */
import { looksLikeLesson } from "../core/lessons/read-lesson.ts";
import { fail, openFiles } from "./actions.ts";
import { working } from "./idle.ts";
import { forgetLink } from "./links.ts";
import { asksToLeave } from "./markup.ts";
import { MOST_FILE, openLessonFile } from "./open-lesson.ts";

/** Bytes that tell a lesson. */
const LOOKED_AT = 4096;

/** Opens files; several captures as one. */
export function openOwn(files: readonly File[]): void {
  if (files.length === 0 || asksToLeave(() => openOwn(files))) return;
  void working(open(files));
}

async function open(files: readonly File[]): Promise<void> {
  const lesson = await lessonAmong(files);
  const named = files.map((blob) => ({ name: blob.name, blob }));
  if (lesson && files.length > 1) return fail({ kind: "lessonAmong", name: lesson.name });
  forgetLink();
  if (lesson) await openLessonFile({ name: lesson.name, blob: lesson });
  else openFiles(named);
}

/** The first file that is a lesson; null when none is. Larger files than lessons are not looked into. */
async function lessonAmong(files: readonly File[]): Promise<File | null> {
  for (const file of files) {
    if (file.size > MOST_FILE) continue;
    // A file that cannot be read is told of where captures are read.
    const beginning = await file
      .slice(0, LOOKED_AT)
      .text()
      .catch(() => "");
    if (looksLikeLesson(beginning, file.name)) return file;
  }
  return null;
}

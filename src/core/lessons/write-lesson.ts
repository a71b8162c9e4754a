/** A lesson as its file: JSON that people can read and change too. */
import type { Lesson } from "./lesson.ts";

/** Where the format is described, for editors of JSON. */
const SCHEMA = "./lesson.schema.json";

/** The file's text, which readLesson reads as the same lesson. */
export function writeLesson(lesson: Lesson): string {
  return `${JSON.stringify({ $schema: SCHEMA, ...lesson }, null, 2)}\n`;
}

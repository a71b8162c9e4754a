/** Reads a lesson from the text of its file, and says of one that is none what was found, and where. */
import { type BaseIssue, safeParse } from "valibot";
import { type Lesson, lesson } from "./lesson.ts";

/** Why a text is no lesson: what was found, and where ("steps.3.packets"; empty for the whole). */
export interface LessonProblem {
  readonly where: string;
  readonly found: string;
}

/** The lesson that a JSON text holds, or why it holds none. Never throws. */
export function readLesson(text: string): { readonly lesson: Lesson } | { readonly problem: LessonProblem } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (fault) {
    return { problem: { where: "", found: fault instanceof Error ? fault.message : String(fault) } };
  }
  const { success, output, issues } = safeParse(lesson, given);
  return success ? { lesson: output } : { problem: problemOf(issues[0]) };
}

/** Of an entry that may have several forms, what is wrong within the form that it comes nearest to. */
function problemOf(issue: BaseIssue<unknown>, above: readonly string[] = []): LessonProblem {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => String(key))];
  const inner = issue.type === "union" && issue.issues?.find(({ received }) => received !== "undefined");
  return inner ? problemOf(inner, path) : { where: path.join("."), found: issue.message };
}

/** How a lesson's file begins: no capture begins so. */
const BEGINNING = /^\uFEFF?\s*\{/;
const NAMED = /"format"\s*:\s*"flowladder-/;

/** Whether a file that begins with this text is meant to be a lesson: JSON that says so, or that is named as such. */
export function looksLikeLesson(beginning: string, name: string): boolean {
  return BEGINNING.test(beginning) && (NAMED.test(beginning) || /\.json$/i.test(name));
}

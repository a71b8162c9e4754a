/** The samples that come with the page, as their index lists them. */

import index from "../../public/samples/index.json";
import type { LessonTexts } from "../core/lessons/lesson.ts";

export interface Sample {
  readonly id: string;
  /** File name below `samples/`. */
  readonly file: string;
  readonly title: LessonTexts;
  /** One line on what to see. */
  readonly see: LessonTexts;
  readonly packets: number;
}

/** In teaching order. */
export const SAMPLES: readonly Sample[] = index;

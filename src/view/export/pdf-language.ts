/** The language of a PDF: the page's, or English where the PDF's own fonts have no letters for it. */
import type { TFunction } from "i18next";
import { ownName } from "../languages.ts";
import { wordsOf } from "../templates.ts";
import { canBeInPdf } from "./pdf-letters.ts";

/** A language with its words. */
export interface Spoken {
  readonly language: string;
  readonly t: TFunction;
}

/** What a language calls itself is written in its letters. */
export function pdfLanguage(spoken: Spoken): Spoken {
  return canBeInPdf(ownName(spoken.language)) ? spoken : { language: "en", t: wordsOf("en") };
}

/** A part of a ladder in another language than the page's: its drawing asks the part itself for some of its words. */
import type { LadderPart } from "../../core/ladder/export/part.ts";
import type { LadderFolds } from "../../core/ladder/fold-box.ts";
import { besideWords } from "../ladder/beside-words.ts";
import { foldWorder } from "../ladder/fold-words.ts";
import { quotedWords } from "../ladder/words.ts";
import { findingTitle } from "../parts/core-words.ts";
import type { Spoken } from "./pdf-language.ts";

/** The same rows; what packets other than TCP's say is wordedPart's. */
export function partIn({ language, t }: Spoken, part: LadderPart): LadderPart {
  const { content } = part;
  return {
    ...part,
    content: {
      ...content,
      findingTitle: (finding) => findingTitle(finding, t),
      quotations: { ...content.quotations, words: quotedWords(t) },
      beside: { ...content.beside, words: besideWords(t, content, language) },
    },
  };
}

/** The same runs. */
export function foldsIn({ language, t }: Spoken, folded: LadderFolds | null): LadderFolds | null {
  return folded && { ...folded, wordsOf: foldWorder(t, language) };
}

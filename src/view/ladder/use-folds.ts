/** The runs of the ladder's rows that are folded, with their words. */
import { useEffect, useMemo } from "react";
import type { LadderContent } from "../../core/ladder/content.ts";
import type { LadderFolds } from "../../core/ladder/fold-box.ts";
import type { Capture } from "../../store/capture.ts";
import { findFolds, foldedRows } from "../../store/folding.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import { foldWorder } from "./fold-words.ts";

/** Of a ladder; null where none of its runs is folded. Looks for them if need be. */
export function useFolds(capture: Capture, { rows }: Pick<LadderContent, "rows">): LadderFolds | null {
  const { t, language } = useTranslation();
  const folded = useStore(foldedRows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is asked anew whenever these change
  useEffect(findFolds, [capture, rows]);
  const wordsOf = useMemo(() => foldWorder(t, language), [t, language]);
  return useMemo(() => (folded?.rows === rows ? { ...folded, wordsOf } : null), [folded, rows, wordsOf]);
}

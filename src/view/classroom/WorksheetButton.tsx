/** Prints the quiz as a worksheet. */
import type { Capture } from "../../store/capture.ts";
import type { Quiz } from "../../store/quiz-slice.ts";
import { printPart } from "../export/print-part.ts";
import { useLadderContent } from "../ladder/ladder-content.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { useAnswerWords, useChoiceWords } from "./question-words.ts";
import { worksheetOf } from "./worksheet.ts";

export function WorksheetButton({ capture, quiz }: { readonly capture: Capture; readonly quiz: Quiz }) {
  const { t } = useTranslation();
  const content = useLadderContent(capture);
  const ofChoice = useChoiceWords(capture);
  const ofAnswer = useAnswerWords(capture);
  return (
    <button
      type="button"
      className={controls.link}
      onClick={() => printPart(worksheetOf(content, quiz, t, { ofChoice, ofAnswer }))}
    >
      {t("quiz.worksheet.print")}
    </button>
  );
}

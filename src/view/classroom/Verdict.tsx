/** Right or wrong, what is off, and the reason: what stands in the place that tells it. */
import type { ReactNode } from "react";
import { textIn } from "../../core/lessons/lesson.ts";
import type { Slip } from "../../core/quiz/check.ts";
import type { Question } from "../../core/quiz/question.ts";
import type { Capture } from "../../store/capture.ts";
import type { Given } from "../../store/quiz-slice.ts";
import { ReasonWords } from "../explain/ReasonWords.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./QuizPanel.module.css";
import { howWords, useAnswerWords } from "./question-words.ts";

interface VerdictProps {
  readonly capture: Capture;
  readonly question: Question;
  readonly given: Given;
  /** The way on. */
  readonly children?: ReactNode;
}

export function Verdict({ capture, question, given, children }: VerdictProps) {
  const { t, language } = useTranslation();
  const answerWords = useAnswerWords(capture);
  const { isRight, answer, slip } = given;
  const said = isRight
    ? t("quiz.right")
    : t(answer === null ? "quiz.shown" : "quiz.wrong", { answer: answerWords(question) });
  const how = howWords(t, question);
  const because = question.topic === "own" ? question.because : null;
  return (
    <>
      <p className={isRight ? styles.right : styles.wrong}>
        <b>{said}</b> {slip && <SlipWords slip={slip} />}
        {because && textIn(because, language)}
      </p>
      {how && <p>{how}</p>}
      <ul>{question.why && <ReasonWords reason={question.why} isFirst hasCaptions />}</ul>
      {children}
    </>
  );
}

/** What is off in a wrong number. */
function SlipWords({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation();
  if (slip.kind !== "off") {
    const { value, packet } = slip.operand;
    return t(`quiz.${slip.kind}`, { value, packet });
  }
  return t(slip.by > 0 ? "quiz.tooMuch" : "quiz.tooLittle", { by: Math.abs(slip.by) });
}

/** The question that is asked, its answer, and why that is right; the result behind the last one. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Capture } from "../../store/capture.ts";
import { askedQuestion, beginQuiz, givenAnswer, newSeed, stepQuestion } from "../../store/quiz.ts";
import type { Quiz } from "../../store/quiz-slice.ts";
import { useStore } from "../../store/store.ts";
import { ReasonWords } from "../explain/ReasonWords.tsx";
import controls from "../parts/controls.module.css";
import { QuizForm } from "./QuizForm.tsx";
import { QuizLink } from "./QuizLink.tsx";
import styles from "./QuizPanel.module.css";
import { howWords, questionWords, useAnswerWords } from "./question-words.ts";
import { WorksheetButton } from "./WorksheetButton.tsx";

interface QuizPanelProps {
  readonly capture: Capture;
  readonly quiz: Quiz;
}

export function QuizPanel({ capture, quiz }: QuizPanelProps) {
  const { t } = useTranslation();
  const asked = useStore(askedQuestion);
  const isDone = useStore(givenAnswer) !== null;
  if (!asked) return <Result capture={capture} quiz={quiz} />;
  return (
    <>
      <div className={styles.question}>
        <p className={styles.of}>
          {t("quiz.of", { place: quiz.at + 1, count: quiz.questions.length })}
          <WorksheetButton capture={capture} quiz={quiz} />
        </p>
        <h3 id="quiz-question">{questionWords(t, asked)}</h3>
        <QuizForm key={quiz.at} capture={capture} question={asked} isDone={isDone} />
      </div>
      <Verdict capture={capture} />
    </>
  );
}

/** Right or wrong, what is off, and the reason; the way on. */
function Verdict({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const asked = useStore(askedQuestion);
  const given = useStore(givenAnswer);
  const isLast = useStore(({ quiz }) => quiz !== null && quiz.at === quiz.questions.length - 1);
  const answerWords = useAnswerWords(capture);
  if (!asked || !given) return <div aria-live="polite" />;
  const words = answerWords(asked);
  const how = howWords(t, asked);
  const said = given.isRight
    ? t("quiz.right")
    : t(given.answer === null ? "quiz.shown" : "quiz.wrong", { answer: words });
  return (
    <div aria-live="polite" className={styles.verdict}>
      <p className={given.isRight ? styles.right : styles.wrong}>
        <b>{said}</b> <Slip />
      </p>
      {how && <p>{how}</p>}
      <ul>{asked.why && <ReasonWords reason={asked.why} isFirst hasCaptions />}</ul>
      <Onward name={t(isLast ? "quiz.result" : "quiz.next")} />
    </div>
  );
}

/** The way on has the focus as soon as it is there: Enter answers, and Enter goes on. */
function Onward({ name }: { readonly name: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      className={`${controls.button} ${controls.primary}`}
      onClick={() => stepQuestion(1)}
    >
      {name}
    </button>
  );
}

/** What is off in a wrong number. */
function Slip() {
  const { t } = useTranslation();
  const slip = useStore((state) => givenAnswer(state)?.slip ?? null);
  if (!slip) return null;
  if (slip.kind !== "off") {
    const { value, packet } = slip.operand;
    return t(`quiz.${slip.kind}`, { value, packet });
  }
  return t(slip.by > 0 ? "quiz.tooMuch" : "quiz.tooLittle", { by: Math.abs(slip.by) });
}

function Result({ capture, quiz }: QuizPanelProps) {
  const { t } = useTranslation();
  const right = quiz.given.filter((given) => given?.isRight).length;
  return (
    <div className={styles.question}>
      <p className={styles.of}>
        {t("quiz.seed", { seed: quiz.seed })}
        <WorksheetButton capture={capture} quiz={quiz} />
      </p>
      <h3>{t("quiz.score", { right, count: quiz.questions.length })}</h3>
      <div className={styles.actions}>
        <button type="button" className={controls.button} onClick={() => beginQuiz(quiz.seed)}>
          {t("quiz.again")}
        </button>
        <button type="button" className={`${controls.button} ${controls.primary}`} onClick={() => beginQuiz(newSeed())}>
          {t("quiz.others")}
        </button>
      </div>
      <QuizLink />
    </div>
  );
}

/** The question that is asked, its answer, and why that is right; the result behind the last one. */
import { useEffect, useRef } from "react";
import type { Capture } from "../../store/capture.ts";
import { answer, askedQuestion, beginQuiz, givenAnswer, newSeed, stepQuestion } from "../../store/quiz.ts";
import type { Quiz } from "../../store/quiz-slice.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { QuizForm } from "./QuizForm.tsx";
import { QuizLink } from "./QuizLink.tsx";
import styles from "./QuizPanel.module.css";
import { questionWords } from "./question-words.ts";
import { Verdict } from "./Verdict.tsx";
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
        <QuizForm key={quiz.at} capture={capture} question={asked} isDone={isDone} answer={answer} />
      </div>
      <AskedVerdict capture={capture} />
    </>
  );
}

/** What is said of the answer, and the way on. */
function AskedVerdict({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const asked = useStore(askedQuestion);
  const given = useStore(givenAnswer);
  const isLast = useStore(({ quiz }) => quiz !== null && quiz.at === quiz.questions.length - 1);
  return (
    <div aria-live="polite" className={given ? styles.verdict : undefined}>
      {asked && given && (
        <Verdict capture={capture} question={asked} given={given}>
          <Onward name={t(isLast ? "quiz.result" : "quiz.next")} />
        </Verdict>
      )}
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

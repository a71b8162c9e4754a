/** What a lesson's step asks, where the answer is given, and what is said of it. */
import { useEffect, useRef } from "react";
import { textIn } from "../../core/lessons/lesson.ts";
import type { Question } from "../../core/quiz/question.ts";
import type { Capture } from "../../store/capture.ts";
import { answerLesson, lessonGiven, lessonQuestion } from "../../store/lesson.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import { QuizForm } from "./QuizForm.tsx";
import styles from "./QuizPanel.module.css";
import { questionWords } from "./question-words.ts";
import { Verdict } from "./Verdict.tsx";

export function LessonQuestion({ capture }: { readonly capture: Capture }) {
  const { t, language } = useTranslation();
  const question = useStore(lessonQuestion);
  const given = useStore(lessonGiven);
  const at = useStore(({ lesson }) => lesson?.at);
  const verdict = useRef<HTMLDivElement>(null);
  const isDone = given !== null;
  // The form takes no keys any more: those that step on must go somewhere.
  useEffect(() => {
    if (isDone) verdict.current?.focus();
  }, [isDone]);
  if (!question) return null;
  return (
    <div className={styles.question}>
      <h4 id="quiz-question">{asked(question)}</h4>
      <QuizForm key={at} capture={capture} question={question} isDone={isDone} answer={answerLesson} />
      <div ref={verdict} tabIndex={-1} aria-live="polite" className={given ? styles.verdict : undefined}>
        {given && <Verdict capture={capture} question={question} given={given} />}
      </div>
    </div>
  );

  function asked(one: Question): string {
    return one.topic === "own" ? textIn(one.text, language) : questionWords(t, one);
  }
}

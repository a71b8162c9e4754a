/** Where an answer is given: a number, one of several answers, or packets to mark. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Answer } from "../../core/quiz/check.ts";
import type { Question } from "../../core/quiz/question.ts";
import type { Capture } from "../../store/capture.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./QuizPanel.module.css";
import { useChoiceWords } from "./question-words.ts";

interface QuizFormProps {
  readonly capture: Capture;
  readonly question: Question;
  /** Answered, or shown. */
  readonly isDone: boolean;
  /** Takes the answer; null shows it. */
  readonly answer: (given: Answer) => void;
}

/** As it is written here and there: "27.46", "27,46". */
const NUMBER = /^\s*\d{1,10}([.,]\d{1,9})?\s*$/;

export function QuizForm({ capture, question, isDone, answer }: QuizFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState("");
  const [marked, setMarked] = useState<readonly number[]>([]);
  // A question is there to be answered: the first thing that takes an answer has the focus.
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const number = NUMBER.test(text) ? Number(text.replace(",", ".")) : null;
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (question.form === "number") {
      if (number !== null) answer(number);
    } else if (marked.length > 0) answer(question.form === "choice" ? marked[0]! : marked);
  };
  const canGive = question.form === "number" ? number !== null : marked.length > 0;
  return (
    <form ref={form} className={styles.form} onSubmit={give}>
      {question.form === "number" ? (
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t("quiz.number")}
          aria-describedby="quiz-question"
          value={text}
          readOnly={isDone}
          onChange={({ target }) => setText(target.value)}
        />
      ) : (
        <Choices capture={capture} question={question} isDone={isDone} marked={marked} mark={setMarked} />
      )}
      {!isDone && (
        <span className={styles.actions}>
          <button type="submit" className={`${controls.button} ${controls.primary}`} disabled={!canGive}>
            {t("quiz.check")}
          </button>
          <button type="button" className={controls.link} onClick={() => answer(null)}>
            {t("quiz.show")}
          </button>
        </span>
      )}
    </form>
  );
}

interface ChoicesProps extends Omit<QuizFormProps, "answer"> {
  readonly question: Exclude<Question, { form: "number" }>;
  /** Places of the chosen answer, or rows of the marked packets. */
  readonly marked: readonly number[];
  readonly mark: (values: readonly number[]) => void;
}

function Choices({ capture, question, isDone, marked, mark }: ChoicesProps) {
  const { t } = useTranslation();
  const wordsOf = useChoiceWords(capture);
  const isOne = question.form === "choice" || question.topic === "again";
  const values = question.form === "choice" ? question.choices.map((_, place) => place) : question.choices;
  return (
    <fieldset className={styles.choices} disabled={isDone}>
      <legend className="visually-hidden">{t("quiz.choices")}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type={isOne ? "radio" : "checkbox"}
            name="quiz-choice"
            checked={marked.includes(value)}
            onChange={({ target }) => {
              if (isOne) mark([value]);
              else mark(target.checked ? [...marked, value] : marked.filter((one) => one !== value));
            }}
          />
          {wordsOf(question, value)}
        </label>
      ))}
    </fieldset>
  );
}

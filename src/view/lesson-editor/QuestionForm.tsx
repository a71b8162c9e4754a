/** What a step asks: nothing, what the quiz can ask of its packet, or a question in one's own words. */
import { useMemo } from "react";
import { type LessonQuestion, MOST_TEXT } from "../../core/lessons/lesson.ts";
import { type DraftStep, withText } from "../../core/lessons/lesson-draft.ts";
import { questionsIn } from "../../store/lesson.ts";
import { changeStep } from "../../store/lesson-draft.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./LessonEditor.module.css";
import { TextField } from "./TextField.tsx";

type OwnWords = Exclude<LessonQuestion, { ask: unknown }>;
type AskedTopic = Extract<LessonQuestion, { ask: unknown }>["ask"];

const NO_QUESTION: OwnWords = { text: {}, choices: [{}, {}], answer: 1 };
/** As the format has it. */
const MOST_CHOICES = 8;
const LEAST_CHOICES = 2;

interface QuestionFormProps {
  readonly step: DraftStep;
  readonly language: string;
}

export function QuestionForm({ step: { question, last }, language }: QuestionFormProps) {
  const { t } = useTranslation();
  const topics = useMemo(() => askable(last - 1), [last]);
  const value = question === null ? "" : "ask" in question ? question.ask : "own";
  const choose = (wanted: string) => {
    const own = question && !("ask" in question) ? question : NO_QUESTION;
    const topic = wanted as AskedTopic; // one of its options
    changeStep({ question: wanted === "" ? null : wanted === "own" ? own : { ask: topic } });
  };
  const all = value === "" || value === "own" ? topics : [...new Set([...topics, value])];
  return (
    <fieldset className={styles.group}>
      <legend>{t("lessonEditor.question")}</legend>
      <select
        className={controls.select}
        aria-label={t("lessonEditor.question")}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t("lessonEditor.nothing")}</option>
        {all.map((topic) => (
          <option key={topic} value={topic}>
            {t(`lessonEditor.topics.${topic}`)}
          </option>
        ))}
        <option value="own">{t("lessonEditor.own")}</option>
      </select>
      {question && !("ask" in question) && <OwnQuestion question={question} language={language} />}
    </fieldset>
  );
}

/** What the quiz can ask of a packet, each once. */
function askable(row: number): readonly AskedTopic[] {
  const topics = questionsIn(row).map(({ topic }) => topic);
  // Those of a packet alone: questionsIn makes no others.
  return [...new Set(topics)].filter((topic): topic is AskedTopic => topic !== "own" && topic !== "lab");
}

function OwnQuestion({ question, language }: { readonly question: OwnWords; readonly language: string }) {
  const { t } = useTranslation();
  const { text, choices, answer, reason = {} } = question;
  const change = (changes: Partial<OwnWords>, changing: string | null = null) =>
    changeStep({ question: { ...question, ...changes } }, changing);
  const remove = (at: number) =>
    change({
      choices: choices.toSpliced(at, 1),
      answer: answer - 1 > at ? answer - 1 : Math.min(answer, choices.length - 1),
    });
  return (
    <>
      <TextField
        label={t("lessonEditor.questionText")}
        texts={text}
        language={language}
        most={MOST_TEXT}
        onChange={(given) => change({ text: withText(text, language, given) }, `question ${language}`)}
      />
      <p className={styles.how}>{t("lessonEditor.answers")}</p>
      {choices.map((choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
        <div key={at} className={styles.answer}>
          <input
            type="radio"
            name="right-answer"
            aria-label={t("lessonEditor.isRight", { place: at + 1 })}
            checked={answer === at + 1}
            onChange={() => change({ answer: at + 1 })}
          />
          <TextField
            label={t("lessonEditor.answer", { place: at + 1 })}
            texts={choice}
            language={language}
            most={MOST_TEXT}
            onChange={(given) =>
              change({ choices: choices.with(at, withText(choice, language, given)) }, `choice ${at} ${language}`)
            }
          />
          <SteadyButton
            className={controls.iconButton}
            aria-label={t("lessonEditor.removeAnswer", { place: at + 1 })}
            isOff={choices.length <= LEAST_CHOICES}
            onClick={() => remove(at)}
          >
            <Icon name="close" />
          </SteadyButton>
        </div>
      ))}
      <SteadyButton
        className={controls.button}
        isOff={choices.length >= MOST_CHOICES}
        onClick={() => change({ choices: [...choices, {}] })}
      >
        {t("lessonEditor.addAnswer")}
      </SteadyButton>
      <TextField
        label={t("lessonEditor.reason")}
        texts={reason}
        language={language}
        most={MOST_TEXT}
        onChange={(given) => change({ reason: withText(reason, language, given) }, `reason ${language}`)}
      />
    </>
  );
}

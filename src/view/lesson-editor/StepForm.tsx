/** The words of one step: its packets, headline and text, the number explained, what is lit, what is asked. */
import type { ExplainedField } from "../../core/explain/reason.ts";
import { MOST_TEXT } from "../../core/lessons/lesson.ts";
import { type DraftStep, withText } from "../../core/lessons/lesson-draft.ts";
import type { Capture } from "../../store/capture.ts";
import { changeStep, chosenEnds } from "../../store/lesson-draft.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useReasons } from "../explain/use-reasons.ts";
import controls from "../parts/controls.module.css";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import { HighlightForm } from "./HighlightForm.tsx";
import styles from "./LessonEditor.module.css";
import { QuestionForm } from "./QuestionForm.tsx";
import { TextField } from "./TextField.tsx";
import { useStepPacket } from "./use-step-packet.ts";

interface StepFormProps {
  readonly step: DraftStep;
  /** From 0. */
  readonly place: number;
  readonly language: string;
}

export function StepForm({ step, place, language }: StepFormProps) {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const { headline, text } = step;
  const isNew = Object.keys(headline).length === 0;
  return (
    <section className={styles.section} aria-label={t("lessonEditor.step", { place: place + 1 })}>
      <h3>{t("lessonEditor.step", { place: place + 1 })}</h3>
      <Packets step={step} />
      <TextField
        label={t("lessonEditor.headline")}
        texts={headline}
        language={language}
        most={MOST_TEXT}
        hasFocus={isNew}
        onChange={(given) => changeStep({ headline: withText(headline, language, given) }, `headline ${language}`)}
      />
      <TextField
        label={t("lessonEditor.text")}
        texts={text}
        language={language}
        most={MOST_TEXT}
        lines={4}
        onChange={(given) => changeStep({ text: withText(text, language, given) }, `text ${language}`)}
      />
      {capture && isIn(capture, step) && (
        <>
          <Explained capture={capture} step={step} />
          <HighlightForm step={step} />
          <QuestionForm step={step} language={language} />
        </>
      )}
    </section>
  );
}

/** Its last packet is there, so that what is said of it stays while another first one is typed. */
const isIn = ({ packets }: Capture, { last }: DraftStep) =>
  Number.isInteger(last) && last >= 1 && last <= packets.length;

function Packets({ step: { first, last } }: { readonly step: DraftStep }) {
  const { t } = useTranslation();
  const chosenFirst = useStore((state) => chosenEnds(state)?.first ?? 0);
  const chosenLast = useStore((state) => chosenEnds(state)?.last ?? 0);
  const count = useStore((state) => openCapture(state)?.packets.length ?? 0);
  const isSame = chosenFirst === first && chosenLast === last;
  const number = (value: number, name: "first" | "last") => (
    <label>
      {t(`lessonEditor.${name}`)}
      <input
        type="number"
        min={1}
        max={count}
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => changeStep({ [name]: target.valueAsNumber }, name)}
      />
    </label>
  );
  return (
    <div className={styles.row}>
      {number(first, "first")}
      {number(last, "last")}
      <SteadyButton
        className={controls.link}
        isOff={isSame || chosenFirst === 0}
        onClick={() => changeStep({ first: chosenFirst, last: chosenLast })}
      >
        {t("lessonEditor.takeChosen")}
      </SteadyButton>
    </div>
  );
}

/** The numbers of the step's last packet that have a reason. */
function Explained({ capture, step }: { readonly capture: Capture; readonly step: DraftStep }) {
  const { t } = useTranslation();
  const { explain, last } = step;
  const packet = useStepPacket(capture, last - 1);
  const reasons = useReasons(capture, last - 1, packet?.details.layers ?? null);
  const told = reasons.filter(({ kind }) => kind !== "stateStays").map(({ field }) => field);
  const fields = [...new Set([...told, ...(explain ? [explain] : [])])];
  return (
    <label className={styles.row}>
      {t("lessonEditor.explain")}
      <select
        className={controls.select}
        value={explain ?? ""}
        // its options
        onChange={({ target }) => changeStep({ explain: (target.value as ExplainedField) || null })}
      >
        <option value="">{t("lessonEditor.nothing")}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {t(`explain.short.${field}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

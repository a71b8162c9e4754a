/** The steps of the lesson in their order, and the button that adds one about the chosen packets. */
import { type KeyboardEvent, useEffect, useRef } from "react";
import { textIn } from "../../core/lessons/lesson.ts";
import { type DraftStep, type LessonDraft, saysPackets } from "../../core/lessons/lesson-draft.ts";
import { addStep, chosenEnds, moveStep, removeStep, showDraftStep } from "../../store/lesson-draft.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./LessonEditor.module.css";

interface StepListProps {
  readonly draft: LessonDraft;
  /** Whose words show. */
  readonly chosen: DraftStep | null;
  readonly language: string;
}

export function StepList({ draft, chosen, language }: StepListProps) {
  const { t } = useTranslation();
  const { steps } = draft;
  const section = useRef<HTMLElement>(null);
  // A step that is deleted had the focus: the one that shows now gets it, or the way to a new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there are more or fewer of them
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    section.current?.querySelector<HTMLElement>("[aria-current=step], section > button")?.focus();
  }, [steps.length]);
  return (
    <section ref={section} className={styles.section}>
      <h3>{t("lessonEditor.steps")}</h3>
      {steps.length === 0 && <p className={styles.how}>{t("lessonEditor.none")}</p>}
      <ol className={styles.steps} aria-label={t("lessonEditor.steps")}>
        {steps.map((step, at) => (
          <StepEntry key={step.id} step={step} place={at + 1} count={steps.length} {...{ chosen, language }} />
        ))}
      </ol>
      <AddStep />
      {steps.length > 1 && <p className={styles.how}>{t("lessonEditor.keys")}</p>}
    </section>
  );
}

interface StepEntryProps extends Pick<StepListProps, "chosen" | "language"> {
  readonly step: DraftStep;
  /** From 1. */
  readonly place: number;
  readonly count: number;
}

function StepEntry({ step, place, count, chosen, language }: StepEntryProps) {
  const { t } = useTranslation();
  const { id, first, last, headline } = step;
  const about = saysPackets(step) ? (last > first ? "onRange" : "onPacket") : "onNone";
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Delete") removeStep(id);
    else if (event.altKey && event.key === "ArrowUp") moveStep(id, -1);
    else if (event.altKey && event.key === "ArrowDown") moveStep(id, 1);
    else return;
    event.preventDefault();
  };
  return (
    <li className={step === chosen ? styles.chosen : undefined}>
      <button
        type="button"
        className={styles.step}
        aria-current={step === chosen ? "step" : undefined}
        onClick={() => showDraftStep(id)}
        onKeyDown={keys}
      >
        <b>
          {t("lessonEditor.stepName", { place, headline: textIn(headline, language) || t("lessonEditor.noHeadline") })}
        </b>{" "}
        <small>{t(`lessonEditor.${about}`, { first, last })}</small>
      </button>
      {step === chosen && (
        <span className={styles.moves}>
          <IconButton
            name="up"
            label={t("lessonEditor.up", { place })}
            isOff={place === 1}
            act={() => moveStep(id, -1)}
          />
          <IconButton
            name="down"
            label={t("lessonEditor.down", { place })}
            isOff={place === count}
            act={() => moveStep(id, 1)}
          />
          <IconButton
            name="close"
            label={t("lessonEditor.remove", { place })}
            isOff={false}
            act={() => removeStep(id)}
          />
        </span>
      )}
    </li>
  );
}

interface IconButtonProps {
  readonly name: "up" | "down" | "close";
  readonly label: string;
  readonly isOff: boolean;
  readonly act: () => void;
}

function IconButton({ name, label, isOff, act }: IconButtonProps) {
  return (
    <SteadyButton className={controls.iconButton} aria-label={label} title={label} isOff={isOff} onClick={act}>
      <Icon name={name} />
    </SteadyButton>
  );
}

function AddStep() {
  const { t } = useTranslation();
  const first = useStore((state) => chosenEnds(state)?.first ?? 0);
  const last = useStore((state) => chosenEnds(state)?.last ?? 0);
  return (
    <button type="button" className={controls.button} disabled={first === 0} onClick={addStep}>
      {t(last > first ? "lessonEditor.addRange" : "lessonEditor.addPacket", { first, last })}
    </button>
  );
}

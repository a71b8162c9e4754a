/** The classroom's bar: whose packets these are, how large, the theme, the notes, the way back. */
import { useMemo } from "react";
import { showClassroom } from "../../store/classroom.ts";
import { shownNotes } from "../../store/notes.ts";
import { useStore } from "../../store/store.ts";
import { notesOn } from "../markup/note-words.ts";
import controls from "../parts/controls.module.css";
import { useCaptureName } from "../parts/files-name.ts";
import { Icon } from "../parts/Icon.tsx";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { ThemeButton } from "../shell/ThemeButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Classroom.module.css";
import { STEPS } from "./enlargement.ts";
import { toggleQuiz } from "./stepping.ts";

interface ClassBarProps {
  /** Place in STEPS, and what changes it. */
  readonly step: number;
  readonly grow: (by: number) => void;
  readonly hasNotes: boolean;
  readonly showNotes: (areShown: boolean) => void;
  /** The current packet. */
  readonly row: number | undefined;
}

export function ClassBar({ step, grow, hasNotes, showNotes, row }: ClassBarProps) {
  const { t } = useTranslation();
  const name = useCaptureName();
  const isQuiz = useStore((state) => state.quiz !== null);
  const notes = useStore(shownNotes);
  const count = useMemo(() => (row === undefined ? 0 : notesOn(notes, row).length), [notes, row]);
  return (
    <header className={styles.bar}>
      <h2>{name}</h2>
      <fieldset className={styles.modes}>
        <legend className="visually-hidden">{t("quiz.mode")}</legend>
        <button type="button" aria-pressed={!isQuiz} onClick={() => isQuiz && toggleQuiz()}>
          {t("quiz.explain")}
        </button>
        <button type="button" aria-pressed={isQuiz} onClick={() => isQuiz || toggleQuiz()}>
          {t("quiz.title")} <kbd>Q</kbd>
        </button>
      </fieldset>
      <button type="button" className={controls.button} aria-pressed={hasNotes} onClick={() => showNotes(!hasNotes)}>
        {t("classroom.notes", { count })} <kbd>N</kbd>
      </button>
      <span className={styles.sizes}>
        <SteadyButton
          className={controls.iconButton}
          aria-label={t("classroom.smaller")}
          title={t("classroom.smaller")}
          isOff={step === 0}
          onClick={() => grow(-1)}
        >
          <b aria-hidden="true">A−</b>
        </SteadyButton>
        <SteadyButton
          className={controls.iconButton}
          aria-label={t("classroom.larger")}
          title={t("classroom.larger")}
          isOff={step === STEPS.length - 1}
          onClick={() => grow(1)}
        >
          <b aria-hidden="true">A+</b>
        </SteadyButton>
      </span>
      <ThemeButton />
      <button type="button" className={controls.button} onClick={() => showClassroom(false)}>
        {t("classroom.leave")} <kbd>Esc</kbd>
      </button>
    </header>
  );
}

/** Opens the classroom; stands in the ladder's head. */
export function ClassroomButton() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={controls.iconButton}
      aria-label={t("classroom.title")}
      title={t("classroom.open")}
      onClick={() => showClassroom(true)}
    >
      <Icon name="classroom" />
    </button>
  );
}

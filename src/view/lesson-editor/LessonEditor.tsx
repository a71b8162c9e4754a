/** The panel in which a lesson is made: its title, its steps, the words of one of them, and the way to a file. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { MOST_TEXT } from "../../core/lessons/lesson.ts";
import { type LessonDraft, withText } from "../../core/lessons/lesson-draft.ts";
import {
  changeDraft,
  draftStep,
  lessonDraft,
  redoDraft,
  showLessonEditor,
  undoDraft,
} from "../../store/lesson-draft.ts";
import { openCapture, selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import head from "../parts/head.module.css";
import { Icon } from "../parts/Icon.tsx";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import { CaptureChoice } from "./CaptureChoice.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import styles from "./LessonEditor.module.css";
import { SaveLesson } from "./SaveLesson.tsx";
import { StepForm } from "./StepForm.tsx";
import { StepList } from "./StepList.tsx";
import { TextField } from "./TextField.tsx";
import { takeFocus } from "./taking-focus.ts";

export function LessonEditor() {
  const { t, language: spoken } = useTranslation();
  const draft = useStore(lessonDraft);
  const step = useStore(draftStep);
  const [language, setLanguage] = useState(spoken);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => takeFocus(panel.current?.querySelector<HTMLElement>("[aria-current=step]")), []);
  if (!draft) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields and buttons in it, gathered
    <div ref={panel} className={styles.editor} onKeyDown={undoKeys}>
      <div className={head.head}>
        <h2>{t("lessonEditor.title")}</h2>
        <span className={head.space} />
        <UndoButtons />
        <button
          type="button"
          className={controls.iconButton}
          aria-label={t("lessonEditor.close")}
          title={t("lessonEditor.close")}
          onClick={() => showLessonEditor(false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className={styles.body}>
        <section className={styles.section}>
          <LanguageChoice draft={draft} language={language} choose={setLanguage} />
          <TextField
            label={t("lessonEditor.name")}
            texts={draft.title}
            language={language}
            most={MOST_TEXT}
            hasFocus={step === null}
            onChange={(text) =>
              changeDraft({ ...draft, title: withText(draft.title, language, text) }, `title ${language}`)
            }
          />
          <ShownAs draft={draft} />
          <CaptureChoice draft={draft} />
        </section>
        <StepList draft={draft} chosen={step} language={language} />
        {step && <StepForm key={step.id} step={step} place={draft.steps.indexOf(step)} language={language} />}
      </div>
      <SaveLesson draft={draft} />
    </div>
  );
}

/** How the ladder shows the packets in class. */
function ShownAs({ draft }: { readonly draft: LessonDraft }) {
  const { t } = useTranslation();
  const connections = useStore((state) => openCapture(state)?.connections.length ?? 0);
  const shown = useStore(selectedConnection);
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.numbers === "raw"}
          onChange={({ target }) => changeDraft({ ...draft, numbers: target.checked ? "raw" : "relative" })}
        />
        {t("lessonEditor.raw")}
      </label>
      {connections > 1 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.connection === null}
            onChange={({ target }) => changeDraft({ ...draft, connection: target.checked ? null : (shown ?? 0) })}
          />
          {t("lessonEditor.together")}
        </label>
      )}
    </>
  );
}

function UndoButtons() {
  const { t } = useTranslation();
  const canUndo = useStore(({ edited }) => edited !== null && edited.past.length > 0);
  const canRedo = useStore(({ edited }) => edited !== null && edited.undone.length > 0);
  return (
    <>
      <SteadyButton className={controls.link} title="Ctrl+Z" data-keeps-focus isOff={!canUndo} onClick={undoDraft}>
        {t("lessonEditor.undo")}
      </SteadyButton>
      <SteadyButton className={controls.link} title="Ctrl+Y" data-keeps-focus isOff={!canRedo} onClick={redoDraft}>
        {t("lessonEditor.redo")}
      </SteadyButton>
    </>
  );
}

/** Everything in the panel is undone by the same keys: what a text field had would come back without its step. */
function undoKeys(event: KeyboardEvent): void {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  const isRedo = key === "y" || (key === "z" && event.shiftKey);
  if (!isRedo && key !== "z") return;
  event.preventDefault();
  if (isRedo) redoDraft();
  else undoDraft();
}

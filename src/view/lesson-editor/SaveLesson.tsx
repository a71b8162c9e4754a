/** What is done with the lesson: walked through, made a file; what it still lacks for that, and how it ended. */
import type { TFunction } from "i18next";
import { useState } from "react";
import { MOST_CAPTURE, textIn } from "../../core/lessons/lesson.ts";
import type { Lack, LessonDraft } from "../../core/lessons/lesson-draft.ts";
import { showDraftStep, walkDraft } from "../../store/lesson-draft.ts";
import { lessonFile, type SavedLesson } from "../../store/save-lesson.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { fileStem, saveFile } from "../export/delivery.ts";
import { useAmounts } from "../parts/amounts.ts";
import controls from "../parts/controls.module.css";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./LessonEditor.module.css";

export function SaveLesson({ draft }: { readonly draft: LessonDraft }) {
  const { t, language } = useTranslation();
  const amounts = useAmounts();
  const isReading = useStore((state) => openCapture(state)?.state === "reading");
  const [saved, setSaved] = useState<SavedLesson | { readonly message: string } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const name = `${fileStem(textIn(draft.title, language))}.lesson.json`;
  const save = async () => {
    setSaving(true);
    try {
      const made = await lessonFile();
      if (made && "file" in made) saveFile(made.file, name);
      const lack = made && "lacks" in made ? made.lacks[0] : null;
      if (lack?.step != null) showDraftStep(lack.step);
      setSaved(made);
    } catch (fault) {
      setSaved({ message: fault instanceof Error ? fault.message : String(fault) });
    }
    setSaving(false);
  };
  return (
    <footer className={styles.foot}>
      <button type="button" className={controls.button} disabled={draft.steps.length === 0} onClick={walkDraft}>
        {t("lessonEditor.walk")}
      </button>
      <SteadyButton
        className={`${controls.button} ${controls.primary}`}
        isOff={isReading || isSaving}
        onClick={() => void save()}
      >
        {t("lessonEditor.save")}
      </SteadyButton>
      <div role="status" className={saved && "file" in saved ? styles.how : styles.wrong}>
        {saved && saidOf(saved)}
      </div>
    </footer>
  );

  function saidOf(result: NonNullable<typeof saved>) {
    if ("file" in result) return t("lessonEditor.saved", { name });
    if ("message" in result) return t("lessonEditor.failed", { message: result.message });
    if ("failed" in result) return t(`lessonEditor.${result.failed}`);
    if ("tooLarge" in result) {
      return t("lessonEditor.tooLarge", { size: amounts.bytes(result.tooLarge), most: amounts.bytes(MOST_CAPTURE) });
    }
    return <Lacks all={result.lacks} draft={draft} />;
  }
}

/** Each a way to its step. */
function Lacks({ all, draft }: { readonly all: readonly Lack[]; readonly draft: LessonDraft }) {
  const { t } = useTranslation();
  const count = useStore((state) => openCapture(state)?.packets.length ?? 0);
  return (
    <ul className={styles.lacks}>
      {all.map((lack) => (
        <li key={`${lack.of} ${lack.step}`}>
          {lack.step === null ? (
            lackWords(lack, draft, count, t)
          ) : (
            <button type="button" className={controls.link} onClick={() => showDraftStep(lack.step ?? -1)}>
              {lackWords(lack, draft, count, t)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function lackWords({ of, step }: Lack, { steps }: LessonDraft, count: number, t: TFunction): string {
  const at = steps.findIndex(({ id }) => id === step);
  const { first = 0, last = 0 } = steps[at] ?? {};
  if (of === "first" || of === "last") {
    return t("lessonEditor.lacks.number", { place: at + 1, field: t(`lessonEditor.${of}`) });
  }
  return t(`lessonEditor.lacks.${of}`, { place: at + 1, first, last, count });
}

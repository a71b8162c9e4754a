/** Asks before notes or a lesson are lost that no file has. */
import { useLayoutEffect, useRef } from "react";
import { showLessonEditor } from "../../store/lesson-draft.ts";
import { hasUnsavedLesson } from "../../store/lesson-draft-slice.ts";
import { leaveNotes, showMarkup, stayWithNotes } from "../../store/markup.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./NoteEditor.module.css";

export function LeaveDialog() {
  const isAsked = useStore((state) => state.leaving !== null);
  return isAsked ? <Question /> : null;
}

function Question() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // The focus goes back while the dialog is there still.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const isLesson = useStore(hasUnsavedLesson);
  const toSave = () => {
    stayWithNotes();
    if (isLesson) showLessonEditor(true);
    else showMarkup("notes");
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="leave-title" onClose={stayWithNotes}>
      <h2 id="leave-title">{t(isLesson ? "lessonEditor.leave.title" : "markup.leave.title")}</h2>
      <p>{t(isLesson ? "lessonEditor.leave.what" : "markup.leave.what")}</p>
      <div className={styles.end}>
        <button type="button" className={`${controls.button} ${controls.primary}`} onClick={toSave}>
          {t("markup.leave.toSave")}
        </button>
        <button type="button" className={controls.button} onClick={stayWithNotes}>
          {t("markup.leave.stay")}
        </button>
        <button type="button" className={`${controls.button} ${styles.remove}`} onClick={leaveNotes}>
          {t(isLesson ? "lessonEditor.leave.leave" : "markup.leave.leave")}
        </button>
      </div>
    </dialog>
  );
}

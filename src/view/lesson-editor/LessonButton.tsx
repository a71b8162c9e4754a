/** A line of the ladder's menu that opens the panel in which a lesson is made. */
import { showLessonEditor } from "../../store/lesson-draft.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

export function LessonButton() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={controls.link}
      title={t("lessonEditor.openWhat")}
      aria-keyshortcuts="Shift+P"
      onClick={() => showLessonEditor(true)}
    >
      {t("lessonEditor.open")}
    </button>
  );
}

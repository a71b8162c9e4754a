/** Whether the lesson's file holds its capture, or names it. */
import type { LessonDraft } from "../../core/lessons/lesson-draft.ts";
import { changeDraft } from "../../store/lesson-draft.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LessonEditor.module.css";

export function CaptureChoice({ draft }: { readonly draft: LessonDraft }) {
  const { t } = useTranslation();
  const { reference, isWithin } = draft;
  return (
    <>
      {reference && (
        <label className={styles.row}>
          {t("lessonEditor.capture")}
          <select
            className={controls.select}
            value={isWithin ? "within" : "named"}
            onChange={({ target }) => changeDraft({ ...draft, isWithin: target.value === "within" })}
          >
            <option value="within">{t("lessonEditor.within")}</option>
            <option value="named">
              {t("sample" in reference ? "lessonEditor.bySample" : "lessonEditor.byAddress")}
            </option>
          </select>
        </label>
      )}
      {isWithin && <p className={styles.how}>{t("lessonEditor.withinWhat")}</p>}
    </>
  );
}

/** The steps of a lesson: its name, back, on, and all steps to slide along. */
import { textIn } from "../../core/lessons/lesson.ts";
import { endLesson, isLessonAsking, stepLesson } from "../../store/lesson.ts";
import { editWalkedLesson } from "../../store/lesson-draft.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Classroom.module.css";

export function LessonBar() {
  const { t, language } = useTranslation();
  const lesson = useStore((state) => state.lesson);
  const isAsking = useStore(isLessonAsking);
  if (!lesson) return null;
  const { of, at } = lesson;
  const { length } = of.steps;
  const place = t("classroom.place", { place: at + 1, count: length });
  return (
    <footer className={styles.steps}>
      <SteadyButton className={controls.button} isOff={at === 0} onClick={() => stepLesson(-1)}>
        {t("classroom.back")}
      </SteadyButton>
      <b className={styles.lessonName}>{textIn(of.title, language)}</b>
      <div className={styles.track}>
        {of.steps.map((_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
            key={index}
            className={`${styles.lessonStep} ${index > at ? styles.toCome : ""}`}
            style={{ height: 8 }}
            aria-current={index === at ? "step" : undefined}
          />
        ))}
        <input
          type="range"
          aria-label={t("lessons.step")}
          aria-valuetext={place}
          min={0}
          max={length - 1}
          value={at}
          onChange={({ target }) => stepLesson(target.valueAsNumber - at)}
        />
      </div>
      <output className={styles.place}>{place}</output>
      <button type="button" className={`${controls.button} ${styles.spare}`} onClick={editWalkedLesson}>
        {t("lessonEditor.edit")}
      </button>
      <button type="button" className={`${controls.button} ${styles.spare}`} onClick={endLesson}>
        {t("lessons.packets")}
      </button>
      <SteadyButton
        className={`${controls.button} ${controls.primary}`}
        isOff={at === length - 1 && !isAsking}
        onClick={() => stepLesson(1)}
      >
        {t("classroom.next")}
      </SteadyButton>
    </footer>
  );
}

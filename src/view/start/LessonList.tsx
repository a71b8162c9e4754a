/** The lessons that come with the page, each one click away. */
import type { MouseEvent } from "react";
import { textIn } from "../../core/lessons/lesson.ts";
import { LESSONS, openLesson } from "../../store/open-lesson.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LessonList.module.css";

export function LessonList() {
  const { t, language } = useTranslation();
  // A link to where the address already is changes nothing: after a lesson that did not load.
  const openAgain = (event: MouseEvent, id: string) => {
    if (location.hash !== `#lesson=${id}`) return;
    event.preventDefault();
    void openLesson(id);
  };
  return (
    <section className={styles.lessons} aria-labelledby="lessons-title">
      <h2 id="lessons-title">{t("lessons.title")}</h2>
      <p>{t("lessons.what")}</p>
      <ol>
        {LESSONS.map(({ id, title }) => (
          <li key={id}>
            <a href={`#lesson=${id}`} onClick={(event) => openAgain(event, id)}>
              {textIn(title, language)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The way to give a class the same questions: a link, or the quiz's number where the capture is a file. */
import { captureSource } from "../../store/links.ts";
import { useStore } from "../../store/store.ts";
import { viewLink } from "../../store/view.ts";
import { useTranslation } from "../translation.ts";
import styles from "./QuizPanel.module.css";

export function QuizLink() {
  const { t } = useTranslation();
  const { selection, ladder, markup, quiz } = useStore();
  const source = captureSource();
  if (!quiz) return null;
  if (!source) return <p className={styles.of}>{t("quiz.noLink", { seed: quiz.seed })}</p>;
  const shown = { selection, ladder, markup, filter: null, dims: false, quiz };
  const made = viewLink(source, shown, false);
  if (!("link" in made)) return null;
  return (
    <label className={styles.link}>
      {t("quiz.link")}
      <input readOnly aria-label={t("quiz.linkLabel")} value={made.link} onFocus={({ target }) => target.select()} />
    </label>
  );
}

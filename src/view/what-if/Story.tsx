/** The segment that is pointed at or chosen by keys: what it is, why it was sent, what it did, the states of both ends. */
import type { ModelRun } from "../../core/what-if/model.ts";
import { useTranslation } from "../translation.ts";
import { arrowWords, causeWords, effectWords, stateWords } from "./model-words.ts";
import styles from "./WhatIf.module.css";

export function Story({ run, at }: { readonly run: ModelRun; readonly at: number }) {
  const { t } = useTranslation();
  const segment = run.segments[at];
  return (
    <section className={styles.story} aria-label={t("whatIf.story.title")}>
      {segment ? (
        <>
          <h3>{arrowWords(segment, at, t)}</h3>
          <dl>
            <dt>{t("whatIf.story.why")}</dt>
            <dd>{causeWords(segment, t)}</dd>
            <dt>{t("whatIf.story.after")}</dt>
            <dd>{effectWords(segment, t)}</dd>
            <dt>{t("whatIf.story.states")}</dt>
            <dd>{stateWords(segment, t)}</dd>
          </dl>
        </>
      ) : (
        <p>{t("whatIf.story.choose")}</p>
      )}
    </section>
  );
}

/** In which language words are written now: one of the page's, one that the lesson has, or any other by its tag. */
import { type FormEvent, useState } from "react";
import { isLanguageTag } from "../../core/lessons/lesson.ts";
import type { LessonDraft } from "../../core/lessons/lesson-draft.ts";
import { LANGUAGES, ownName } from "../languages.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LessonEditor.module.css";

interface LanguageChoiceProps {
  readonly draft: LessonDraft;
  readonly language: string;
  readonly choose: (language: string) => void;
}

/** Stands for a language that is not listed; no tag is empty. */
const ANOTHER = "";

export function LanguageChoice({ draft, language, choose }: LanguageChoiceProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const written = [draft.title, ...draft.steps.flatMap(({ headline, text }) => [headline, text])].flatMap(Object.keys);
  const all = [...new Set([...LANGUAGES, ...written, language])];
  const select = (value: string) => {
    setAsking(value === ANOTHER);
    if (value !== ANOTHER) choose(value);
  };
  return (
    <>
      <label className={styles.row}>
        {t("lessonEditor.language")}
        <select
          className={controls.select}
          value={isAsking ? ANOTHER : language}
          onChange={({ target }) => select(target.value)}
        >
          {all.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
          <option value={ANOTHER}>{t("lessonEditor.another")}</option>
        </select>
      </label>
      {isAsking && <AnotherLanguage choose={select} />}
    </>
  );
}

/** What it calls itself; its tag where the browser knows no such language. */
function nameOf(tag: string): string {
  try {
    return ownName(tag);
  } catch {
    return tag; // of a form that the format allows, and BCP 47 does not
  }
}

function AnotherLanguage({ choose }: { readonly choose: (tag: string) => void }) {
  const { t } = useTranslation();
  const [tag, setTag] = useState("");
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (isLanguageTag(tag)) choose(tag);
  };
  return (
    <form className={styles.row} onSubmit={take}>
      <label>
        {t("lessonEditor.tag")}
        <input
          type="text"
          autoComplete="off"
          maxLength={35}
          value={tag}
          onChange={({ target }) => setTag(target.value.trim())}
        />
      </label>
      <button type="submit" className={controls.button} disabled={!isLanguageTag(tag)}>
        {t("lessonEditor.useLanguage")}
      </button>
    </form>
  );
}

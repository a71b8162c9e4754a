/** A text in one of its languages; where that is empty, another one's shows in grey. */
import { useEffect, useId, useRef } from "react";
import { type LessonTexts, textIn } from "../../core/lessons/lesson.ts";
import styles from "./LessonEditor.module.css";
import { takeFocus } from "./taking-focus.ts";

interface TextFieldProps {
  readonly label: string;
  readonly texts: LessonTexts;
  readonly language: string;
  /** Characters at most. */
  readonly most: number;
  readonly lines?: number;
  /** Takes the focus when it is first shown. */
  readonly hasFocus?: boolean;
  readonly onChange: (text: string) => void;
}

export function TextField({ label, texts, language, most, lines = 1, hasFocus = false, onChange }: TextFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  // Only when it comes: a later change of what is chosen must not take the focus away from it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (hasFocus) takeFocus(field.current);
  }, []);
  const shared = {
    ref: field,
    id,
    lang: language,
    maxLength: most,
    placeholder: textIn(texts, language),
    value: texts[language] ?? "",
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} type="text" autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  );
}

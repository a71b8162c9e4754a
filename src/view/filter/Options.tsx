/** What may stand at the caret, as a list below the filter's field. */
import { useEffect, useRef } from "react";
import { completionTitle } from "../parts/core-words.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Options.module.css";
import type { CompletionList } from "./use-completions.ts";

export function Options({ id, list }: { readonly id: string; readonly list: CompletionList }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { options, marked } = list;
  const titled = options.map((option) => ({ text: option.text, title: completionTitle(option, t) }));
  useEffect(() => {
    box.current?.children[marked]?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  return (
    <div ref={box} id={id} role="listbox" aria-label={t("filter.options")} className={styles.options}>
      {titled.map(({ text, title }, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and names the marked option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={text}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === marked}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => list.take(place)}
        >
          <span>{text}</span> {title !== "" && <small>{title}</small>}
        </div>
      ))}
    </div>
  );
}

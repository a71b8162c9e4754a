/** The display filter's field: checked while it is typed, applied by Enter, cleared and left by Escape. */
import { type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { applyFilter, clearFilter, typeFilter } from "../../store/filter.ts";
import type { FilterDraft } from "../../store/filter-slice.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import { Icon } from "../parts/Icon.tsx";
import styles from "./FilterBar.module.css";
import { FilterStatus, useFilterTone } from "./FilterStatus.tsx";

export function FilterBar() {
  const { t } = useTranslation();
  const draft = useStore((state) => state.filter.draft);
  const tone = useFilterTone();
  const status = useId();
  return (
    <search className={`${styles.bar} ${styles[tone]}`}>
      <Icon name="filter" />
      <span className={styles.field}>
        <input
          type="text"
          data-filter
          aria-label={t("filter.label")}
          aria-describedby={status}
          aria-invalid={tone === "bad"}
          placeholder={t("filter.placeholder")}
          value={draft.text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target }) => void typeFilter(target.value)}
          onKeyDown={key}
        />
        {draft.kind === "problem" && <WrongWord draft={draft} />}
      </span>
      <FilterStatus id={status} />
    </search>
  );
}

/** Puts the focus into the field, with its text chosen. False when there is none. */
export function focusFilter(): boolean {
  const field = document.querySelector<HTMLInputElement>("[data-filter]");
  field?.focus();
  field?.select();
  return field !== null;
}

function key(event: KeyboardEvent<HTMLInputElement>): void {
  const field = event.currentTarget;
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Enter") void applyFilter(field.value);
  else if (event.key === "Escape") {
    if (field.value === "" && !appliedFilter(useStore.getState())) field.blur();
    else clearFilter();
  } else return;
  event.preventDefault();
}

/** A line under the word that is wrong: the same text once more, unseen, which scrolls with the field. */
function WrongWord({ draft: { text, problem } }: { readonly draft: Extract<FilterDraft, { kind: "problem" }> }) {
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const field = words.current?.parentElement?.querySelector("input");
    const follow = () => {
      if (words.current && field) words.current.scrollLeft = field.scrollLeft;
    };
    follow();
    field?.addEventListener("scroll", follow);
    return () => field?.removeEventListener("scroll", follow);
  });
  const { at, length } = problem;
  return (
    <span ref={words} aria-hidden="true" className={styles.wrong}>
      {text.slice(0, at)}
      <i>{text.slice(at, at + length)}</i>
      {text.slice(at + length)}
    </span>
  );
}

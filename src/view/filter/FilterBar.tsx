/**
 * The display filter's field: checked and completed while it is typed; applied by Enter, which hides what it does not
 * take, or by Shift+Enter, which dims it; cleared and left by Escape.
 */
import { type KeyboardEvent, useId, useRef } from "react";
import { applyFilter, clearFilter, prepareFilter, typeFilter } from "../../store/filter.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./FilterBar.module.css";
import { FilterMenu } from "./FilterMenu.tsx";
import { FilterStatus, useFilterTone } from "./FilterStatus.tsx";
import { Options } from "./Options.tsx";
import { type CompletionList, useCompletions } from "./use-completions.ts";
import { WrongWord } from "./WrongWord.tsx";

export function FilterBar() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const draft = useStore((state) => state.filter.draft);
  const list = useCompletions(field, draft.text);
  // A field's name that is being typed is not wrong yet.
  const isBegun = list.isOpen && list.fields > 0;
  const known = useFilterTone();
  const tone = isBegun && known === "bad" ? "none" : known;
  const status = useId();
  const options = useId();
  const toField = () => field.current?.focus();
  return (
    <search className={`${styles.bar} ${styles[tone]}`}>
      <Icon name="filter" />
      <span className={styles.field}>
        <input
          ref={field}
          type="text"
          role="combobox"
          data-filter
          aria-label={t("filter.label")}
          aria-describedby={status}
          aria-invalid={tone === "bad"}
          aria-autocomplete="list"
          aria-expanded={list.isOpen}
          aria-controls={list.isOpen ? options : undefined}
          aria-activedescendant={list.marked >= 0 ? `${options}-${list.marked}` : undefined}
          placeholder={t("filter.placeholder")}
          value={draft.text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onFocus={() => void prepareFilter()}
          onBlur={list.close}
          onChange={({ target }) => {
            void typeFilter(target.value);
            list.follow(true);
          }}
          onSelect={() => list.marked < 0 && list.follow(false)}
          onKeyDown={(event) => key(event, list)}
        />
        {draft.kind === "problem" && tone === "bad" && <WrongWord draft={draft} />}
      </span>
      <FilterStatus id={status} begun={isBegun ? list.fields : 0} onDone={toField} />
      {list.isOpen && <Options id={options} list={list} />}
      <FilterMenu onWritten={toField} />
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

function key(event: KeyboardEvent<HTMLInputElement>, list: CompletionList): void {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (act(event, list)) event.preventDefault();
}

/** Whether the key does something here. */
function act({ key, shiftKey, currentTarget: field }: KeyboardEvent<HTMLInputElement>, list: CompletionList): boolean {
  switch (key) {
    case "ArrowDown":
      return list.move(1);
    case "ArrowUp":
      return list.move(-1);
    case "Tab":
      return !shiftKey && list.take();
    case "Enter":
      if (list.take()) return true;
      list.close();
      void applyFilter(field.value, shiftKey);
      return true;
    case "Escape":
      if (list.close()) return true;
      if (field.value === "" && !appliedFilter(useStore.getState())) field.blur();
      else clearFilter();
      return true;
    default:
      return false;
  }
}

/** Finding packets, in a bar below the filter: what, as what, and where; Enter goes to the next one, Escape leaves. */
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { FIND_KINDS, FIND_PLACES, type FindKind, type FindPlace } from "../../core/find/query.ts";
import { changeQuery, showFind } from "../../store/find.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./FindBar.module.css";
import { FindStatus, isWrong } from "./FindStatus.tsx";
import { useFindSteps } from "./use-find-steps.ts";

export function FindBar() {
  const isOpen = useStore((state) => state.find.isOpen && openCapture(state) !== null);
  return isOpen && <Bar />;
}

function Bar() {
  const { t } = useTranslation();
  const step = useFindSteps();
  const status = useId();
  const { query, problem } = useStore((state) => state.find);
  const field = useRef<HTMLInputElement>(null);
  /** What had the focus gets it back. */
  const before = useRef(document.activeElement);
  useEffect(() => field.current?.select(), []);
  const close = () => {
    showFind(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const go = (by: 1 | -1) => {
    if (!step(by) && problem) field.current?.setSelectionRange(problem.at, problem.at + 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field.current) go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const { kind, place } = query;
  const placeShown = kind === "hex" ? "bytes" : place;
  return (
    <search className={styles.bar} aria-label={t("find.title")} onKeyDown={onKeyDown}>
      <Icon name="find" />
      <select
        className={controls.select}
        aria-label={t("find.as")}
        value={kind}
        onChange={({ target }) => changeQuery({ kind: target.value as FindKind /* its options */ })}
      >
        {FIND_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`find.kinds.${each}`)}
          </option>
        ))}
      </select>
      <select
        className={controls.select}
        aria-label={t("find.place")}
        value={placeShown}
        disabled={kind === "filter" || kind === "hex"}
        onChange={({ target }) => changeQuery({ place: target.value as FindPlace /* its options */ })}
      >
        {FIND_PLACES.map((each) => (
          <option key={each} value={each}>
            {t(`find.places.${each}`)}
          </option>
        ))}
      </select>
      <input
        ref={field}
        type="text"
        data-find
        className={styles.field}
        aria-label={t("find.what")}
        aria-describedby={status}
        aria-invalid={problem !== null && isWrong(problem) && query.text !== ""}
        placeholder={t(`find.examples.${kind}`)}
        value={query.text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => changeQuery({ text: target.value })}
      />
      <label className={styles.case} title={t("find.matchCase")}>
        <input
          type="checkbox"
          aria-label={t("find.matchCase")}
          checked={query.matchesCase}
          disabled={kind === "filter" || kind === "hex"}
          onChange={({ target }) => changeQuery({ matchesCase: target.checked })}
        />
        <span aria-hidden="true">{t("find.matchCaseShort")}</span>
      </label>
      <Step icon="up" name={t("find.previous")} onClick={() => go(-1)} />
      <Step icon="down" name={t("find.next")} onClick={() => go(1)} />
      <FindStatus id={status} />
      <Step icon="close" name={t("find.close")} onClick={close} />
    </search>
  );
}

interface StepProps {
  readonly icon: "up" | "down" | "close";
  readonly name: string;
  readonly onClick: () => void;
}

function Step({ icon, name, onClick }: StepProps) {
  return (
    <button type="button" className={controls.iconButton} aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

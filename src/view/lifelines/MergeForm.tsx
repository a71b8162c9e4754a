/** Asks for the name under which lifelines are merged, and merges them. */
import { type FormEvent, useState } from "react";
import type { End } from "../../core/ladder/hosts/ends.ts";
import { mergeLifelines } from "../../store/lifelines.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LifelineIndex.module.css";

interface MergeFormProps {
  readonly ends: readonly End[];
  /** The name that is offered. */
  readonly offered: string;
}

export function MergeForm({ ends, offered }: MergeFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? offered).trim();
  const merge = (event: FormEvent) => {
    event.preventDefault();
    if (name) mergeLifelines(ends, name);
  };
  return (
    <form className={styles.buttons} onSubmit={merge}>
      <input
        type="text"
        className={styles.groupName}
        aria-label={t("lifelines.groupName")}
        value={typed ?? offered}
        maxLength={60}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className={controls.button} disabled={name === "" || ends.length < 2}>
        {t("lifelines.mergeFound")}
      </button>
    </form>
  );
}

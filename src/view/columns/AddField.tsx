/** The form that adds a field to the packet list's columns, by its name, with names to choose from. */
import { type FormEvent, useId, useState } from "react";
import { addColumn } from "../../store/columns.ts";
import { fieldNames } from "../../store/field-texts.ts";
import controls from "../parts/controls.module.css";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ColumnSheet.module.css";

/** Names that are offered at once. */
const OFFERED = 40;

export function AddField() {
  const { t } = useTranslation();
  const listId = useId();
  const names = useLoaded(fieldNames);
  const [name, setName] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    const isKnown = names?.includes(wanted) ?? false;
    setUnknown(!isKnown);
    if (!isKnown) return;
    addColumn(wanted);
    setName("");
  };
  const offered = names?.filter((one) => one.startsWith(name.trim())).slice(0, OFFERED) ?? [];
  return (
    <form className={styles.add} onSubmit={add}>
      <label>
        {t("columns.add")}
        <input
          type="text"
          className={styles.text}
          list={listId}
          placeholder={t("columns.addField")}
          value={name}
          aria-invalid={isUnknown}
          onChange={({ target }) => {
            setName(target.value);
            setUnknown(false);
          }}
        />
      </label>
      <datalist id={listId}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <button type="submit" className={controls.button} disabled={name.trim() === ""}>
        {t("columns.adds")}
      </button>
      <span role="status" className={styles.unknown}>
        {isUnknown && t("columns.unknown", { name: name.trim() })}
      </span>
    </form>
  );
}

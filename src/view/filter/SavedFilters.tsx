/** Filters that the reader keeps, as buttons below the bar: each is applied, or is shown no longer when it shows. */
import { applyFilter, clearFilter } from "../../store/filter.ts";
import { savedFilters, saveFilter } from "../../store/kept-filters.ts";
import { openCapture } from "../../store/selectors.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./SavedFilters.module.css";

export function SavedFilters() {
  const { t } = useTranslation();
  const saved = useStore(savedFilters);
  const applied = useStore((state) => appliedFilter(state)?.text);
  const isOpen = useStore((state) => openCapture(state) !== null);
  if (!isOpen || saved.length === 0) return null;
  return (
    <fieldset className={styles.row} aria-label={t("filter.saved")}>
      {saved.map((text) => (
        <span key={text} className={styles.one}>
          <button
            type="button"
            aria-pressed={text === applied}
            className={`${controls.select} ${styles.filter}`}
            onClick={() => (text === applied ? clearFilter() : void applyFilter(text))}
          >
            {text}
          </button>
          <button
            type="button"
            className={`${controls.iconButton} ${styles.remove}`}
            aria-label={t("filter.unsave", { filter: text })}
            title={t("filter.unsave", { filter: text })}
            onClick={() => saveFilter(text, false)}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
    </fieldset>
  );
}

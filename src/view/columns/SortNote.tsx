/** How far sorting the packet list is, with a way to give it up; nothing when there is nothing to wait for. */
import { allColumns } from "../../store/columns.ts";
import { sortPhase, sortShare, stopSorting, wantedSorting } from "../../store/sorting.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { columnTitle } from "./column-words.ts";
import styles from "./SortNote.module.css";

export function SortNote() {
  const { t } = useTranslation();
  const phase = useStore(sortPhase);
  const share = useStore((state) => Math.round(100 * sortShare(state)));
  const wanted = useStore(wantedSorting);
  const column = useStore((state) => allColumns(state).find(({ id }) => id === wanted?.column));
  const isShown = phase !== "rest" && column !== undefined;
  return (
    <div role="status" className={styles.room}>
      {isShown && (
        <p className={styles.note}>
          {t(`columns.${phase}`, { column: columnTitle(column, t), share })}{" "}
          <button type="button" className={controls.link} onClick={stopSorting}>
            {t("columns.cancel")}
          </button>
        </p>
      )}
    </div>
  );
}

/** How many lifelines are listed, and what can be done with all that a search found. */
import { hideLifelines } from "../../store/lifelines.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LifelineIndex.module.css";
import type { ListedLifelines } from "./listed-lifelines.ts";
import { MergeForm } from "./MergeForm.tsx";

interface FoundActionsProps {
  readonly list: ListedLifelines;
  /** Places of ends. */
  readonly found: Int32Array;
  /** What they were found by. */
  readonly searched: string;
}

export function FoundActions({ list, found, searched }: FoundActionsProps) {
  const { t } = useTranslation();
  const { order, endAt } = list;
  const isPart = found.length > 0 && found.length < order.length;
  const onlyFound = () => {
    const kept = new Set(found);
    hideLifelines(
      Array.from(
        order.filter((place) => !kept.has(place)),
        endAt,
      ),
      true,
    );
  };
  return (
    <div className={styles.found}>
      <span role="status">
        {found.length === order.length
          ? t("lifelines.all", { count: order.length })
          : t("lifelines.found", { count: found.length, all: order.length })}
      </span>
      {isPart && (
        <>
          <button type="button" className={controls.link} onClick={onlyFound}>
            {t("lifelines.onlyFound")}
          </button>
          <button type="button" className={controls.link} onClick={() => hideLifelines(Array.from(found, endAt), true)}>
            {t("lifelines.hideFound")}
          </button>
          {found.length > 1 && <MergeForm ends={Array.from(found, endAt)} offered={searched} />}
        </>
      )}
    </div>
  );
}

/** How far reading is: a bar, bytes, packets, and a way to stop. Shows after a moment, so that small files do not flash. */
import { cancelReading } from "../../store/actions.ts";
import { loading as loadingOf } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useAmounts } from "../parts/amounts.ts";
import controls from "../parts/controls.module.css";
import { filesName } from "../parts/files-name.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Progress.module.css";

export function Progress() {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const loading = useStore(loadingOf);
  if (!loading) return null;
  const { files, bytes, size, packets } = loading;
  const done = amounts.bytes(bytes);
  return (
    <div className={styles.progress}>
      <progress
        className={styles.track}
        aria-label={t("progress.label", { name: filesName(files, t) })}
        max={size > 0 ? size : undefined}
        value={size > 0 ? bytes : undefined}
      />
      <span>{size > 0 ? t("progress.bytes", { done, size: amounts.bytes(size) }) : done}</span>
      {packets > 0 && <span>{t("progress.packets", { count: packets })}</span>}
      <button type="button" className={controls.link} onClick={cancelReading}>
        {t("progress.cancel")}
      </button>
    </div>
  );
}

/** What shows instead of the panels when the file holds no packet. */
import controls from "../parts/controls.module.css";
import { chooseFile } from "../shell/file-input.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./EmptyCapture.module.css";

export function EmptyCapture() {
  const { t } = useTranslation();
  return (
    <main className={styles.empty}>
      <p>
        <b>{t("empty.noPackets")}</b> {t("empty.noPacketsWhy")}
      </p>
      <button type="button" className={controls.button} onClick={chooseFile}>
        {t("empty.another")}
      </button>
    </main>
  );
}

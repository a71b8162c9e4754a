/** Opens the sheet that exports the ladder. */
import { showExport } from "../../store/export.ts";
import { ladderRows } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ExportButton.module.css";

export function ExportButton() {
  const { t } = useTranslation();
  const hasRows = useStore((state) => ladderRows(state).length > 0);
  if (!hasRows) return null;
  return (
    <button
      type="button"
      className={`${controls.iconButton} ${styles.button}`}
      aria-label={t("export.button")}
      title={t("export.button")}
      onClick={() => showExport(true)}
    >
      <Icon name="save" />
    </button>
  );
}

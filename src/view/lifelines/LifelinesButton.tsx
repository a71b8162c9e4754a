/** Opens the index of lifelines; only where the ladder has those of many hosts. */
import { arrangedHosts } from "../../store/arranged-hosts.ts";
import { showIndex } from "../../store/lifelines.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

export function LifelinesButton() {
  const { t } = useTranslation();
  const isOfMany = useStore((state) => arrangedHosts(state) !== null);
  if (!isOfMany) return null;
  return (
    <button
      type="button"
      className={controls.select}
      aria-keyshortcuts="H"
      title={t("lifelines.openWhat")}
      onClick={() => showIndex(true)}
    >
      {t("lifelines.open")}
    </button>
  );
}

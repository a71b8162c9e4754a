/** Opens the bar in which packets are found. */
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import { openFind } from "./use-find-keys.ts";

export function FindButton({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`${controls.iconButton} ${className ?? ""}`}
      aria-label={t("find.title")}
      title={t("find.button")}
      onClick={openFind}
    >
      <Icon name="find" />
    </button>
  );
}

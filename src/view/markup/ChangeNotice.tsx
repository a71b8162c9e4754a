/** What was just changed, with the way back; and what of a link could not be followed. */
import { dismissChange, undoMarkup } from "../../store/markup.ts";
import { useStore } from "../../store/store.ts";
import { dismissLinkParts } from "../../store/view.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ChangeNotice.module.css";

/** Stands over the panels, so that nothing moves under the pointer; `isInSheet`, at the sheet's foot. */
export function ChangeNotice({ isInSheet = false }: { readonly isInSheet?: boolean }) {
  const { t } = useTranslation();
  const changed = useStore((state) => (isInSheet === (state.markupTab !== null) ? state.changed : null));
  return (
    <div role="status" className={isInSheet ? styles.foot : styles.place}>
      {changed && (
        <div className={styles.notice}>
          {t(`markup.changed.${changed}`)}
          <button type="button" className={controls.link} onClick={undoMarkup}>
            {t("markup.undo")}
          </button>
          <button
            type="button"
            className={controls.iconButton}
            aria-label={t("markup.dismiss")}
            onClick={dismissChange}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

/** Parts of the link that were left out. */
export function LinkNotice() {
  const { t } = useTranslation();
  const parts = useStore((state) => state.badLinkParts);
  if (parts.length === 0) return null;
  return (
    <div role="alert" className={styles.link}>
      <Icon name="notice" />
      <p>
        {t("markup.badLink", { count: parts.length })} <code>{parts.join(", ")}</code>
      </p>
      <button type="button" className={controls.iconButton} aria-label={t("markup.dismiss")} onClick={dismissLinkParts}>
        <Icon name="close" />
      </button>
    </div>
  );
}

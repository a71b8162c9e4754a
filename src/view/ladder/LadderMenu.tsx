/** What the ladder shows and how, behind one button: there are more switches than the head has room for. */
import { type ReactNode, type ToggleEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import styles from "./LadderMenu.module.css";

/** Px between the button and its menu. */
const GAP = 4;

export function LadderMenu({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  /** Below the button, its edge below that of the button's which has the more room beside it. */
  const place = ({ currentTarget, newState }: ToggleEvent<HTMLFieldSetElement>) => {
    const at = button.current?.getBoundingClientRect();
    if (newState !== "open" || !at) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const isAtRight = at.right > clientWidth - at.left;
    const { style } = currentTarget;
    style.top = `${at.bottom + GAP}px`;
    style.right = isAtRight ? `${clientWidth - at.right}px` : "auto";
    style.left = isAtRight ? "auto" : `${at.left}px`;
    style.maxWidth = `${(isAtRight ? at.right : clientWidth - at.left) - GAP}px`;
    style.maxHeight = `${clientHeight - at.bottom - 2 * GAP}px`;
  };
  return (
    <>
      <button ref={button} type="button" className={`${controls.select} ${styles.button}`} popoverTarget="ladder-menu">
        {t("ladder.view")}
        <Icon name="down" />
      </button>
      <fieldset
        id="ladder-menu"
        popover="auto"
        aria-label={t("ladder.view")}
        className={styles.menu}
        onBeforeToggle={place}
      >
        {children}
      </fieldset>
    </>
  );
}

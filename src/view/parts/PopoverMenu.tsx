/** A button, and below it a panel of controls that the browser opens and closes: by Escape, and by a click elsewhere. */
import { type ReactNode, type ToggleEvent, useRef } from "react";
import controls from "./controls.module.css";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./PopoverMenu.module.css";

/** Px between the button and its panel. */
const GAP = 4;

interface PopoverMenuProps {
  /** Of the panel, in the whole page. */
  readonly id: string;
  readonly label: string;
  /** Stands in place of the label, which is the button's name then. */
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function PopoverMenu({ id, label, icon, children }: PopoverMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  /** Below the button or above it, wherever there is more room; likewise to its left or right. */
  const place = ({ currentTarget, newState }: ToggleEvent<HTMLFieldSetElement>) => {
    const at = button.current?.getBoundingClientRect();
    if (newState !== "open" || !at) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const isAtRight = at.right > clientWidth - at.left;
    const isAbove = at.top > clientHeight - at.bottom;
    const { style } = currentTarget;
    style.top = isAbove ? "auto" : `${at.bottom + GAP}px`;
    style.bottom = isAbove ? `${clientHeight - at.top + GAP}px` : "auto";
    style.right = isAtRight ? `${clientWidth - at.right}px` : "auto";
    style.left = isAtRight ? "auto" : `${at.left}px`;
    style.maxWidth = `${(isAtRight ? at.right : clientWidth - at.left) - GAP}px`;
    style.maxHeight = `${(isAbove ? at.top : clientHeight - at.bottom) - 2 * GAP}px`;
  };
  return (
    <>
      {icon ? (
        <button
          ref={button}
          type="button"
          className={controls.iconButton}
          aria-label={label}
          title={label}
          popoverTarget={id}
        >
          <Icon name={icon} />
        </button>
      ) : (
        <button ref={button} type="button" className={`${controls.select} ${styles.button}`} popoverTarget={id}>
          {label}
          <Icon name="down" />
        </button>
      )}
      <fieldset id={id} popover="auto" aria-label={label} className={styles.menu} onBeforeToggle={place}>
        {children}
      </fieldset>
    </>
  );
}

/**
 * A dialog over the page: a sheet at its right, all of a narrow window. The browser keeps the focus in it, and gives it
 * back to where it was.
 */
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from "react";
import controls from "./controls.module.css";
import { Icon } from "./Icon.tsx";
import { PanelBoundary } from "./PanelBoundary.tsx";
import styles from "./Sheet.module.css";

interface SheetProps {
  readonly title: string;
  /** Name of the button that closes it. */
  readonly closeLabel: string;
  /** Px that it takes where the window has them. */
  readonly width: number;
  /** For the layout of its children, which stand below the head. */
  readonly className?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet({ title, closeLabel, width, className = "", onClose, children }: SheetProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Whatever takes it away, the focus goes back: the effect of the layout ends while the sheet is there still.
  useLayoutEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    return () => sheet?.close();
  }, []);
  const closed = () => {
    if (!dialog.current?.open) onClose();
  };
  // "close" comes a task later than Escape, and a key pressed meanwhile would be the sheet's; a file choice cancels too.
  const cancelled = ({ target, currentTarget }: SyntheticEvent) => {
    if (target === currentTarget) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`${styles.sheet} ${className}`}
      style={{ width: `min(${width}px, 100vw)` }}
      aria-labelledby={titleId}
      onClose={closed}
      onCancel={cancelled}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          className={controls.iconButton}
          aria-label={closeLabel}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <PanelBoundary>{children}</PanelBoundary>
    </dialog>
  );
}

/**
 * Conversations and endpoints over the page: a sheet at its right, all of a narrow window. What it holds is loaded when
 * it is first opened. The browser gives the focus back to where it was.
 */
import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { working } from "../../store/idle.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { showTally } from "../../store/tally.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { PanelBoundary } from "../parts/PanelBoundary.tsx";
import styles from "./TallyDialog.module.css";

export function TallyDialog() {
  const isOpen = useStore((state) => state.isTallyOpen && openCapture(state) !== null);
  return isOpen ? <Sheet /> : null;
}

function Sheet() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // Whatever takes it away, the focus goes back: the effect of the layout ends while the sheet is there still.
  useLayoutEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    return () => sheet?.close();
  }, []);
  const closed = () => {
    if (!dialog.current?.open) showTally(false);
  };
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="tally-title" onClose={closed}>
      <header className={styles.head}>
        <h2 id="tally-title">{t("tally.title")}</h2>
        <button
          type="button"
          className={controls.iconButton}
          aria-label={t("tally.close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <PanelBoundary>
        <Contents />
      </PanelBoundary>
    </dialog>
  );
}

function Contents() {
  const [loaded, setLoaded] = useState<{ readonly Tally: ComponentType } | null>(null);
  useEffect(() => {
    working(import("./Tally.tsx")).then(setLoaded, (fault) =>
      setLoaded(() => {
        throw fault; // while drawing, where the boundary catches it
      }),
    );
  }, []);
  return loaded && <loaded.Tally />;
}

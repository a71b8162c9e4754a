/**
 * The field reference over the page: a sheet at its right, all of a narrow window. What it holds is loaded when it is
 * first opened. The browser gives the focus back to where it was.
 */
import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { working } from "../../store/idle.ts";
import { leaveReference } from "../../store/links.ts";
import { referenceTopic } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { PanelBoundary } from "../parts/PanelBoundary.tsx";
import styles from "./ReferenceDialog.module.css";

export function ReferenceDialog() {
  const topic = useStore(referenceTopic);
  return topic === null ? null : <Sheet topic={topic} />;
}

function Sheet({ topic }: { readonly topic: string }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // Whatever takes it away, the focus goes back: the effect of the layout ends while the sheet is there still.
  useLayoutEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    return () => sheet?.close();
  }, []);
  const closed = () => {
    if (!dialog.current?.open) leaveReference();
  };
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby="reference-title" onClose={closed}>
      <header className={styles.head}>
        <h2 id="reference-title">{t("reference.title")}</h2>
        <button
          type="button"
          className={controls.iconButton}
          aria-label={t("reference.close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <PanelBoundary>
        <Contents topic={topic} />
      </PanelBoundary>
    </dialog>
  );
}

type Reference = ComponentType<{ readonly topic: string }>;

function Contents({ topic }: { readonly topic: string }) {
  const [loaded, setLoaded] = useState<{ readonly Reference: Reference } | null>(null);
  useEffect(() => {
    working(import("./Reference.tsx")).then(setLoaded, (fault) =>
      setLoaded(() => {
        throw fault; // while drawing, where the boundary catches it
      }),
    );
  }, []);
  return loaded && <loaded.Reference topic={topic} />;
}

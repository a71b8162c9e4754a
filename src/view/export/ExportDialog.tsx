/** The sheet that exports the ladder, over the page. What it holds is loaded when it is first opened. */
import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Capture } from "../../store/capture.ts";
import { showExport } from "../../store/export.ts";
import { working } from "../../store/idle.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { PanelBoundary } from "../parts/PanelBoundary.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ExportDialog.module.css";

export function ExportDialog() {
  const capture = useStore(openCapture);
  const isOpen = useStore((state) => state.isExportOpen);
  return isOpen && capture ? <Sheet capture={capture} /> : null;
}

function Sheet({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // The focus goes back while the sheet is there still.
  useLayoutEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    return () => sheet?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="export-title" onClose={() => showExport(false)}>
      <header className={styles.head}>
        <h2 id="export-title">{t("export.title")}</h2>
        <button
          type="button"
          className={controls.iconButton}
          aria-label={t("export.close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <PanelBoundary>
        <Contents capture={capture} />
      </PanelBoundary>
    </dialog>
  );
}

function Contents({ capture }: { readonly capture: Capture }) {
  const [loaded, setLoaded] = useState<{ readonly Export: ComponentType<{ readonly capture: Capture }> } | null>(null);
  useEffect(() => {
    working(import("./Export.tsx")).then(setLoaded, (fault) =>
      setLoaded(() => {
        throw fault; // while drawing, where the boundary catches it
      }),
    );
  }, []);
  return loaded && <loaded.Export capture={capture} />;
}

/** Takes files that are dropped anywhere on the page, and says so while they hang over it. */
import { useEffect, useState } from "react";
import { openOwn } from "../../store/own-files.ts";
import { useTranslation } from "../translation.ts";
import styles from "./DropTarget.module.css";

export function DropTarget() {
  const { t } = useTranslation();
  const [files, setFiles] = useState(0);
  useEffect(() => {
    const aborting = new AbortController();
    const { signal } = aborting;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault(); // allows the drop
      setFiles(event.dataTransfer?.items.length || 1);
    };
    addEventListener("dragenter", over, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && setFiles(0), { signal });
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      setFiles(0);
      if (event.defaultPrevented) return; // somebody below took them
      event.preventDefault();
      openOwn(Array.from(event.dataTransfer?.files ?? []));
    };
    addEventListener("drop", drop, { signal });
    return () => aborting.abort();
  }, []);
  if (files === 0) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.words}>{t("drop.letGo", { count: files })}</p>
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

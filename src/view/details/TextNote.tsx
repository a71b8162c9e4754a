/** Where a packet was rebuilt from a text: that it was, and what the text does not tell. */
import { useMemo } from "react";
import { readSectionNotes, readUntoldNote } from "../../core/tcpdump/text-notes.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./TextNote.module.css";

export function TextNote() {
  const { t } = useTranslation();
  const reports = useStore((state) => openCapture(state)?.reports);
  const untold = useMemo(() => {
    const comments = reports?.flatMap(({ notes }) => notes.sections.flatMap((section) => section.comments)) ?? [];
    return readSectionNotes(comments) && readUntoldNote(comments);
  }, [reports]);
  if (untold === null) return null;
  return (
    <p className={styles.note}>
      {t("paste.rebuilt")} {untold}
    </p>
  );
}

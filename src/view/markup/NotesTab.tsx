/** All notes of the capture, and the way to a file that has them. */
import { beginNote, shownNotes } from "../../store/notes.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";
import { NoteItem } from "./NoteItem.tsx";
import { SaveCapture } from "./SaveCapture.tsx";

export function NotesTab() {
  const { t } = useTranslation();
  const notes = useStore(shownNotes);
  const hasPacket = useStore((state) => state.selection.packet !== null);
  return (
    <>
      <ul aria-label={t("markup.tabs.notes")} className={styles.list}>
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </ul>
      {notes.length === 0 && (
        <p className={styles.how}>
          <b>{t("markup.none")}</b> {t("markup.noneHow")}
        </p>
      )}
      <div className={styles.actions}>
        <button type="button" className={controls.button} disabled={!hasPacket} onClick={beginNote}>
          {t("markup.add")}
        </button>
      </div>
      <SaveCapture />
    </>
  );
}

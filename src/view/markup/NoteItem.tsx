/** One note in a list: what it is on, its text, and what can be done with it. */
import type { Note } from "../../core/notes/note.ts";
import { selectPacket } from "../../store/actions.ts";
import { deleteNote, editNote } from "../../store/notes.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { placeWords } from "./note-words.ts";
import styles from "./PacketNotes.module.css";

interface NoteItemProps {
  readonly note: Note;
  /** It stands beside its only packet: there is no need to say on which it is. */
  readonly isHere?: boolean;
}

export function NoteItem({ note, isHere = false }: NoteItemProps) {
  const { t } = useTranslation();
  const number = note.first + 1;
  return (
    <li className={styles.note}>
      <p className={styles.head}>
        {!isHere && (
          <button type="button" className={controls.link} onClick={() => goTo(note)}>
            {placeWords(note, t)}
          </button>
        )}
        {note.comment !== null && (
          <span className={styles.origin}>{t(note.id < 0 ? "markup.fromCapture" : "markup.edited")}</span>
        )}
        <span className={styles.space} />
        <button
          type="button"
          className={controls.link}
          aria-label={t("markup.editNote", { number })}
          onClick={() => editNote(note)}
        >
          {t("markup.edit")}
        </button>
        <button
          type="button"
          className={controls.link}
          aria-label={t("markup.deleteNote", { number })}
          onClick={() => deleteNote(note)}
        >
          {t("markup.delete")}
        </button>
      </p>
      <p className={styles.text}>{note.text}</p>
    </li>
  );
}

/** Chooses the packets that a note is on. */
function goTo({ first, last }: Note): void {
  selectPacket(first);
  if (last > first) selectPacket(last, true);
}

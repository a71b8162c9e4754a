/** The notes on the chosen packet, the capture's comments among them, above its details; and the way to write one. */
import { useMemo } from "react";
import { shownNotes } from "../../store/notes.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import { NoteItem } from "./NoteItem.tsx";
import { notesOn } from "./note-words.ts";
import styles from "./PacketNotes.module.css";

/** The notes that the packet is within; nothing where there are none. */
export function PacketNotes({ row }: { readonly row: number }) {
  const { t } = useTranslation();
  const notes = useStore(shownNotes);
  const on = useMemo(() => notesOn(notes, row), [notes, row]);
  if (on.length === 0) return null;
  return (
    <ul aria-label={t("markup.onPacket")} className={styles.notes}>
      {on.map((note) => (
        <NoteItem key={note.id} note={note} isHere={note.first === row && note.last === row} />
      ))}
    </ul>
  );
}

/** What a PDF's fonts cannot write: the words of the page's language, which are English then, and names and notes. */
import { notesWithin } from "../../core/ladder/export/note-lines.ts";
import { type LadderPart, readPart } from "../../core/ladder/export/part.ts";
import { shownNotes } from "../../store/notes.ts";
import { useStore } from "../../store/store.ts";
import { filesName, useFilesRead } from "../parts/files-name.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Export.module.css";
import { pdfLanguage } from "./pdf-language.ts";
import { canBeInPdf } from "./pdf-letters.ts";

export function LetterNote({ part }: { readonly part: LadderPart }) {
  const spoken = useTranslation();
  const notes = useStore(shownNotes);
  const files = useFilesRead();
  const { language, t } = pdfLanguage(spoken);
  const texts = [filesName(files, t), ...readPart(part).hosts, ...notesWithin(part, notes).map(({ text }) => text)];
  return (
    <>
      {language !== spoken.language && <p className={styles.note}>{spoken.t("export.inEnglish")}</p>}
      {!texts.every(canBeInPdf) && <p className={styles.note}>{spoken.t("export.noLetters")}</p>}
    </>
  );
}

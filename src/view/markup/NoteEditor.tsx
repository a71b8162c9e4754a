/** The dialog in which a note is written. */
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { bytesTooMany } from "../../core/notes/note-edits.ts";
import type { NoteDraft } from "../../store/markup-slice.ts";
import { deleteNote, endNote, keepNote, leaveNote, writeNote } from "../../store/notes.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./NoteEditor.module.css";

export function NoteEditor() {
  const draft = useStore((state) => state.noteDraft);
  return draft && <Editor draft={draft} />;
}

function Editor({ draft }: { readonly draft: NoteDraft }) {
  const { t } = useTranslation();
  const { first, last, note, text } = draft;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const excess = bytesTooMany({ first, last, text });
  // The focus goes back while the dialog is there still.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const keep = () => {
    if (excess === 0) keepNote(text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
  };
  const title =
    first === last
      ? t("markup.editor.newTitle", { number: first + 1 })
      : t("markup.editor.newRangeTitle", { from: first + 1, to: last + 1 });
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-title`} onClose={leaveNote}>
      <form onSubmit={submit} onKeyDown={key}>
        <h2 id={`${id}-title`}>{title}</h2>
        <textarea
          aria-label={t("markup.editor.text")}
          aria-describedby={`${id}-how`}
          aria-invalid={excess > 0}
          rows={6}
          value={text}
          onChange={({ target }) => writeNote(target.value)}
        />
        <p id={`${id}-how`} className={excess > 0 ? styles.wrong : ""}>
          {excess > 0 ? t("markup.editor.tooLong", { count: excess }) : t("markup.editor.how")}
        </p>
        <div className={styles.end}>
          <button
            type="submit"
            className={`${controls.button} ${controls.primary}`}
            title="Ctrl+Enter"
            disabled={excess > 0}
          >
            {t("markup.editor.keep")}
          </button>
          <button type="button" className={controls.button} onClick={endNote}>
            {t("markup.editor.cancel")}
          </button>
          {note && (
            <button type="button" className={`${controls.button} ${styles.remove}`} onClick={() => removed(draft)}>
              {t("markup.editor.remove")}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

function removed({ note }: NoteDraft): void {
  endNote();
  if (note) deleteNote(note);
}

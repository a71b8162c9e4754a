/** The text, how many of its packets are understood, the lines that are not, and the way to the ladder. */
import { useEffect, useRef, useState } from "react";
import { changePaste, openText } from "../../store/paste.ts";
import type { PastedText } from "../../store/paste-slice.ts";
import { useAmounts } from "../parts/amounts.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./PasteForm.module.css";
import { UnreadLines } from "./UnreadLines.tsx";
import { type TextNow, useReadText } from "./use-read-text.ts";

export function PasteForm({ pasted }: { readonly pasted: PastedText }) {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const { text, date, name } = pasted;
  // What the field begins with: React writing a long text into it at each key would make the keys slow.
  const [given] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  // The sheet opened before its contents were there.
  useEffect(() => field.current?.focus(), []);
  const now = useReadText(text, date);
  const { read, isCurrent } = now;
  const said = useSaid(text, now);
  return (
    <div className={styles.form}>
      <p className={styles.how}>{t("paste.how")}</p>
      {typeof given === "string" ? (
        <textarea
          ref={field}
          className={styles.text}
          aria-label={t("paste.text")}
          spellCheck={false}
          wrap="off"
          defaultValue={given}
          onChange={({ target }) => changePaste({ text: target.value })}
        />
      ) : (
        <p className={styles.long}>{t("paste.long", { size: amounts.bytes(given.size) })}</p>
      )}
      <label className={styles.date}>
        {t("paste.date")}
        <input
          type="date"
          value={date}
          max="9999-12-31"
          onChange={({ target }) => changePaste({ date: target.value })}
        />
        <small>{t("paste.dateWhy")}</small>
      </label>
      <div className={styles.actions}>
        <p role="status">{said}</p>
        {!isCurrent && now.progress > 0 && <progress value={now.progress} aria-label={t("paste.reading")} />}
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          disabled={!read?.packets || !isCurrent}
          onClick={() => read && openText(read, name)}
        >
          {t("paste.open")}
        </button>
      </div>
      {read && read.unreadLines > 0 && <UnreadLines unread={read.unread} lines={read.unreadLines} />}
    </div>
  );
}

/** How much of the text is understood. */
function useSaid(text: string | Blob, { read, problem }: TextNow): string {
  const { t } = useTranslation();
  if (typeof text === "string" && text.trim() === "") return t("paste.nothing");
  if (problem) return t("paste.failed", { message: problem });
  if (!read) return t("paste.reading");
  return t("paste.count", {
    packets: t("paste.packets", { count: read.packets }),
    unread: t("paste.unread", { count: read.unreadLines }),
  });
}

/** The text, how many of its packets are understood, the lines that are not, and the way to the ladder. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Untold } from "../../core/tcpdump/parse/frame-bytes.ts";
import { working } from "../../store/idle.ts";
import { openText } from "../../store/paste.ts";
import type { PastedText } from "../../store/paste-slice.ts";
import controls from "../parts/controls.module.css";
import styles from "./PasteForm.module.css";
import { UnreadLines } from "./UnreadLines.tsx";
import { useReadText } from "./use-read-text.ts";

export function PasteForm({ pasted }: { readonly pasted: PastedText }) {
  const { t } = useTranslation();
  const [text, setText] = useState(pasted.text);
  const field = useRef<HTMLTextAreaElement>(null);
  // The sheet opened before its contents were there.
  useEffect(() => field.current?.focus(), []);
  const { parsed, isCurrent } = useReadText(text);
  const open = () => {
    if (!parsed) return;
    const wordsOf = (untold: readonly Untold[]) => {
      const words = untold.map((one) => t(`paste.untold.${one}`)).join("; ");
      return words === "" ? "" : t("paste.comment", { untold: words });
    };
    void working(openText(parsed, pasted.name, wordsOf));
  };
  const packets = parsed?.packets.length ?? 0;
  const unread = parsed?.unread ?? [];
  const counts = {
    packets: t("paste.packets", { count: packets }),
    unread: t("paste.unread", { count: unread.length }),
  };
  const said = text.trim() === "" ? t("paste.nothing") : parsed ? t("paste.count", counts) : t("paste.reading");
  return (
    <div className={styles.form}>
      <p className={styles.how}>{t("paste.how")}</p>
      <textarea
        ref={field}
        className={styles.text}
        aria-label={t("paste.text")}
        spellCheck={false}
        wrap="off"
        defaultValue={pasted.text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.actions}>
        <p role="status">{said}</p>
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          disabled={packets === 0 || !isCurrent}
          onClick={open}
        >
          {t("paste.open")}
        </button>
      </div>
      {unread.length > 0 && <UnreadLines unread={unread} />}
    </div>
  );
}

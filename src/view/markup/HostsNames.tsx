/** Takes names from lines of a hosts file: pasted, or dropped or chosen as a file. */
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import { readHosts } from "../../core/names/hosts-file.ts";
import { working } from "../../store/idle.ts";
import { takeNames } from "../../store/names.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";

/** Lines that are named one by one as those that could not be read. */
const MOST_LINES = 10;

export function HostsNames() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const take = (lines: string) => {
    const { names, unread } = readHosts(lines);
    const taken = t("markup.names.taken", { count: takeNames(names) });
    const shown = unread.slice(0, MOST_LINES).join(t("list.items"));
    const words = {
      count: unread.length,
      lines: unread.length > MOST_LINES ? [shown, "…"].join(t("list.items")) : shown,
    };
    setSaid(unread.length > 0 ? `${taken} ${t("markup.names.unread", words)}` : taken);
    setText("");
  };
  const takeFile = (file: File | undefined) => {
    if (!file) return;
    working(file.text()).then(take, (fault) => setSaid(t("markup.names.failed", { message: String(fault) })));
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    takeFile(currentTarget.files?.[0]);
    currentTarget.value = ""; // the same file may be chosen again
  };
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault(); // it is no capture
    takeFile(event.dataTransfer.files[0]);
  };
  return (
    <section className={styles.section}>
      <h3>{t("markup.names.hosts")}</h3>
      <p className={styles.how}>{t("markup.names.hostsHow")}</p>
      <textarea
        rows={3}
        aria-label={t("markup.names.hostsText")}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      />
      <div className={styles.actions}>
        <button type="button" className={controls.button} disabled={text.trim() === ""} onClick={() => take(text)}>
          {t("markup.names.take")}
        </button>
        {/* The browser's own button speaks the browser's language. */}
        <button type="button" className={controls.button} onClick={() => input.current?.click()}>
          {t("markup.names.hostsFile")}
        </button>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t("markup.names.hostsFile")}
          onChange={choose}
        />
      </div>
      <p role="status" className={styles.how}>
        {said}
      </p>
    </section>
  );
}

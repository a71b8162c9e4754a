/** Reads and writes Wireshark's file of colouring rules, and says what of it could not be read. */
import { useRef, useState } from "react";
import { rulesFile, takeRules } from "../../store/colour-rules.ts";
import { saveFile } from "../export/delivery.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./ColourRules.module.css";

/** What Wireshark calls it. */
const NAME = "colorfilters";

export function RuleFiles() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<ReturnType<typeof takeRules> | null>(null);
  const read = async (file: File | undefined) => {
    if (file) setTaken(takeRules(await file.text()));
    if (input.current) input.current.value = ""; // so that the same file can be chosen again
  };
  // As text the browser would add an ending, and Wireshark looks for the bare name.
  const save = () => saveFile(new Blob([rulesFile()], { type: "application/octet-stream" }), NAME);
  return (
    <>
      <button type="button" className={controls.button} onClick={() => input.current?.click()}>
        {t("colourRules.read")}
      </button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t("colourRules.read")}
        onChange={({ target }) => void read(target.files?.[0])}
      />
      <button type="button" className={controls.button} onClick={save}>
        {t("colourRules.save")}
      </button>
      <span role="status" className={styles.taken}>
        {taken && (taken.count === 0 ? t("colourRules.none") : t("colourRules.taken", { count: taken.count }))}
        {taken && taken.unread.length > 0 && (
          <span className={styles.unread}>
            {" "}
            {t("colourRules.unread", { count: taken.unread.length, lines: taken.unread.join(t("list.items")) })}
          </span>
        )}
      </span>
    </>
  );
}

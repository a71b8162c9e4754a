/** Puts the facts onto the clipboard as text, and says that it did. */
import { useState } from "react";
import { working } from "../../store/idle.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Facts.module.css";

export function CopyFacts({ text }: { readonly text: () => string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await working(navigator.clipboard.writeText(text()));
      setSaid(t("facts.copied"));
    } catch (fault) {
      setSaid(t("facts.notCopied", { message: fault instanceof Error ? fault.message : String(fault) }));
    }
  };
  return (
    <p className={styles.copy}>
      <button type="button" className={controls.button} onClick={() => void copy()}>
        {t("facts.copy")}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}

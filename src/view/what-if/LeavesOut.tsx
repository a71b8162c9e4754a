/** What the model is made of, which rules it follows, and what it leaves out. */
import { useTranslation } from "../translation.ts";
import styles from "./WhatIf.module.css";

const PARTS = ["script", "rules", "timeout", "out"] as const;

export function LeavesOut() {
  const { t } = useTranslation();
  return (
    <details className={styles.leavesOut}>
      <summary>{t("whatIf.leavesOut.title")}</summary>
      {PARTS.map((part) => (
        <p key={part}>{t(`whatIf.leavesOut.${part}`)}</p>
      ))}
    </details>
  );
}

/** Puts a table onto the clipboard as comma-separated values, in the order in which it is shown, and says that it did. */
import { useState } from "react";
import { working } from "../../store/idle.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { csvText, type ShownTable } from "./shown-table.ts";
import styles from "./Tally.module.css";

interface CopyButtonProps {
  readonly table: ShownTable;
  readonly rows: Uint32Array;
}

export function CopyButton({ table, rows }: CopyButtonProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const copy = async () => {
    const titles = table.columns.map(({ key }) => t(`tally.columns.${key}`));
    try {
      await working(navigator.clipboard.writeText(csvText(table, rows, titles)));
      setSaid(t("tally.copied", { count: rows.length }));
    } catch (fault) {
      setSaid(t("tally.notCopied", { message: fault instanceof Error ? fault.message : String(fault) }));
    }
  };
  return (
    <>
      <button type="button" className={controls.button} onClick={() => void copy()}>
        {t("tally.copy")}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </>
  );
}

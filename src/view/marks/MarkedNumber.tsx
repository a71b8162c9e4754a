/** A marked packet's number, inverted. */
import { useTranslation } from "../translation.ts";
import styles from "./MarkedNumber.module.css";

export function MarkedNumber({ number }: { readonly number: number | string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.marked}>
      {number}
      <span className="visually-hidden"> {t("marks.marked")}</span>
    </span>
  );
}

/** What is said about the current packet; its notes where they are wanted. */
import { useTranslation } from "react-i18next";
import type { Capture } from "../../store/capture.ts";
import { PacketNotes } from "../markup/PacketNotes.tsx";
import styles from "./Classroom.module.css";

interface ClassExplanationProps {
  readonly capture: Capture;
  readonly row: number;
  readonly hasNotes: boolean;
}

export function ClassExplanation({ row, hasNotes }: ClassExplanationProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("classroom.explanation")} aria-live="polite" className={styles.explanation}>
      {hasNotes && <PacketNotes row={row} />}
    </section>
  );
}

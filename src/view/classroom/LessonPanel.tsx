/** A step of a lesson: what it says, and the reason of the number that it is about. */
import { useTranslation } from "react-i18next";
import { type LessonStep, textIn } from "../../core/lessons/lesson.ts";
import type { Capture } from "../../store/capture.ts";
import { ReasonWords } from "../explain/ReasonWords.tsx";
import { useReasons } from "../explain/use-reasons.ts";
import { PacketFindings } from "../findings/PacketFindings.tsx";
import styles from "./Classroom.module.css";

interface LessonPanelProps {
  readonly capture: Capture;
  /** The step's last packet. */
  readonly row: number;
  readonly step: LessonStep;
}

export function LessonPanel({ capture, row, step }: LessonPanelProps) {
  const { i18n } = useTranslation();
  const reasons = useReasons(capture, row, null);
  const wanted = reasons.filter(({ field, kind }) => field === step.explain && kind !== "stateStays");
  // Of both ends the one that changes; of several reasons the first says what the others only compare.
  const shown = step.explain === "state" ? wanted : wanted.slice(0, 1);
  return (
    <div aria-live="polite">
      <h3 className={styles.headline}>{textIn(step.headline, i18n.language)}</h3>
      <p className={styles.text}>{textIn(step.text, i18n.language)}</p>
      {step.explain === "finding" && <PacketFindings capture={capture} row={row} />}
      <ul className={styles.reasons}>
        {shown.map((reason) => (
          <ReasonWords key={reason.kind} reason={reason} isFirst={reason.field !== "state"} hasCaptions />
        ))}
      </ul>
    </div>
  );
}

/** A step of a lesson: its question first, then what it says, the header that it is about, and the reason of its number. */
import { type LessonStep, textIn } from "../../core/lessons/lesson.ts";
import type { Capture } from "../../store/capture.ts";
import { isLessonAsking, lessonQuestion } from "../../store/lesson.ts";
import { useStore } from "../../store/store.ts";
import { taughtFields } from "../../store/taught.ts";
import { ReasonWords } from "../explain/ReasonWords.tsx";
import { useReasons } from "../explain/use-reasons.ts";
import { PacketFindings } from "../findings/PacketFindings.tsx";
import { PacketNotes } from "../markup/PacketNotes.tsx";
import { useTranslation } from "../translation.ts";
import { OpenPacketProvider, useOpenPacket } from "../workbench/open-packet.tsx";
import styles from "./Classroom.module.css";
import { LessonQuestion } from "./LessonQuestion.tsx";
import { TaughtHeader } from "./TaughtHeader.tsx";

interface LessonPanelProps {
  readonly capture: Capture;
  /** The step's last packet. */
  readonly row: number;
  readonly step: LessonStep;
  /** Whether what was remarked on the packet shows. */
  readonly hasNotes: boolean;
}

export function LessonPanel(props: LessonPanelProps) {
  return (
    <OpenPacketProvider isVerified={props.step.explain === "checksum"}>
      <Step {...props} />
    </OpenPacketProvider>
  );
}

function Step({ capture, row, step, hasNotes }: LessonPanelProps) {
  const { language } = useTranslation();
  const isAsking = useStore(isLessonAsking);
  const hasQuestion = useStore((state) => lessonQuestion(state) !== null);
  const fields = useStore(taughtFields);
  return (
    <>
      <div className={styles.said}>
        {hasNotes && <PacketNotes row={row} />}
        <h3 className={styles.headline}>{textIn(step.headline, language)}</h3>
        {hasQuestion && <LessonQuestion capture={capture} />}
        <div aria-live="polite">{!isAsking && <Told capture={capture} row={row} step={step} />}</div>
      </div>
      {fields.length > 0 && <TaughtHeader fields={fields} />}
    </>
  );
}

/** Of these all that can be said shows, of the others the first: it says what the rest only compare. */
const SEVERAL: ReadonlySet<string> = new Set(["state", "option", "flags"]);
/** What says nothing in class. */
const IDLE: ReadonlySet<string> = new Set(["stateStays", "optionNop", "optionEnd"]);

function Told({ capture, row, step }: Omit<LessonPanelProps, "hasNotes">) {
  const { language } = useTranslation();
  const packet = useOpenPacket();
  const reasons = useReasons(capture, row, packet?.row === row ? packet.details.layers : null);
  const wanted = reasons.filter(({ field, kind }) => field === step.explain && !IDLE.has(kind));
  const shown = SEVERAL.has(step.explain ?? "") ? wanted : wanted.slice(0, 1);
  return (
    <>
      {step.text && <p className={styles.text}>{textIn(step.text, language)}</p>}
      {step.explain === "finding" && <PacketFindings capture={capture} row={row} />}
      <ul className={styles.reasons}>
        {shown.map((reason, place) => (
          <ReasonWords
            // biome-ignore lint/suspicious/noArrayIndexKey: options of one kind may come twice
            key={`${row} ${place}`}
            reason={reason}
            isFirst={!SEVERAL.has(reason.field)}
            hasCaptions
          />
        ))}
      </ul>
    </>
  );
}

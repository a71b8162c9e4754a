/** What is said about the current packet: one equation with its sentence, and what else it does; its notes when wanted. */
import { useMemo } from "react";
import type { Reason } from "../../core/explain/reason.ts";
import type { Capture } from "../../store/capture.ts";
import { packetFindings } from "../../store/findings.ts";
import { ReasonWords } from "../explain/ReasonWords.tsx";
import { useReasons } from "../explain/use-reasons.ts";
import { PacketFindings } from "../findings/PacketFindings.tsx";
import { PacketNotes } from "../markup/PacketNotes.tsx";
import styles from "./Classroom.module.css";

interface ClassExplanationProps {
  readonly capture: Capture;
  readonly row: number;
  readonly hasNotes: boolean;
}

export function ClassExplanation({ capture, row, hasNotes }: ClassExplanationProps) {
  const reasons = useReasons(capture, row, null);
  const isFound = useMemo(() => packetFindings(capture, row).evidence.length > 0, [capture, row]);
  const first = headline(reasons);
  const others = reasons.filter((reason) => reason !== first && isTold(reason));
  return (
    <>
      {hasNotes && <PacketNotes row={row} />}
      {isFound && <PacketFindings capture={capture} row={row} />}
      <ul className={styles.reasons} aria-live="polite">
        {first && <ReasonWords key={`${row} ${first.kind}`} reason={first} isFirst hasCaptions />}
        {others.map((reason) => (
          <ReasonWords key={`${row} ${reason.kind}`} reason={reason} isFirst={false} />
        ))}
      </ul>
    </>
  );
}

/** What is new in a packet: what it acknowledges, else what it brings, else where it begins. */
function headline(reasons: readonly Reason[]): Reason | undefined {
  const of = (field: Reason["field"]) => reasons.find((reason) => reason.field === field);
  const [ack, next] = [of("ack"), of("nextSeq")];
  const isNew = ack?.kind.startsWith("ackOf") && !reasons.some(({ kind }) => kind === "ackStays");
  if (isNew) return ack;
  return next?.kind.startsWith("nextAfter") ? next : (of("seq") ?? reasons[0]);
}

/** Beside the headline: what the flags of opening and closing ask for, and what becomes of the ends. */
function isTold({ kind, field }: Reason): boolean {
  return ["flagSyn", "flagSynAck", "flagFin", "flagRst", "flagRstRefuses"].includes(kind) || isChange(kind, field);
}

const isChange = (kind: Reason["kind"], field: Reason["field"]) => field === "state" && kind !== "stateStays";

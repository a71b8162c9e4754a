/** The ladder in the classroom: the packets up to the current one, enlarged as one picture. */
import { useMemo, useRef, useState } from "react";
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { rowAtPoint } from "../../core/ladder/row-at-point.ts";
import type { Question } from "../../core/quiz/question.ts";
import { selectPacket } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useRuler } from "../ladder/ruler.ts";
import { useDrawnArrows, useDrawnHead } from "../ladder/use-drawn.ts";
import { figureName } from "../ladder/words.ts";
import { useSizeClass } from "../parts/size-class.ts";
import { useSize } from "../parts/use-size.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ClassLadder.module.css";
import { isToldBy, masked } from "./mask.ts";
import { useClassScene } from "./use-class-scene.ts";

interface ClassLadderProps {
  readonly capture: Capture;
  readonly content: LadderContent;
  /** Of the current packet among the ladder's rows. */
  readonly place: number;
  /** What the ladder must not tell; null while nothing is asked. */
  readonly question: Question | null;
  /** How much larger than the workbench's. */
  readonly enlargement: number;
}

export function ClassLadder({ capture, content, place, question, enlargement }: ClassLadderProps) {
  const { t } = useTranslation();
  const connection = useStore(selectedConnection);
  const isNarrow = useSizeClass() === "phone";
  const ruler = useRuler();
  const { ref, size } = useSize();
  const whole = useClassScene(content, place, size, isNarrow, ruler);
  const scene = useMemo(() => masked(whole, question), [whole, question]);
  const quiet = useMemo(() => {
    const hidden = ({ row, number }: Arrow) => (isToldBy(question, row) ? t("quiz.hidden", { number }) : null);
    return question && { nameOf: hidden };
  }, [t, question]);
  const head = useRef<SVGSVGElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  useDrawnHead(head, scene, connection, ruler);
  const drawing = useDrawnArrows(body, scene, ruler, capture, hovered, quiet);
  /** Place of the row under the pointer, in px before the picture is enlarged. */
  const indexAt = ({ clientX, clientY, currentTarget }: React.MouseEvent<HTMLElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return rowAtPoint(scene, (clientX - left) / enlargement, (clientY - top) / enlargement);
  };
  const hover = (index: number) => {
    drawing.current?.hover(index);
    setHovered(content.rows[index] ?? null);
  };
  return (
    <figure aria-label={figureName(t, content, connection)} className={styles.figure}>
      <div
        ref={ref}
        className={styles.picture}
        style={{ width: `${100 / enlargement}%`, height: `${100 / enlargement}%`, scale: `${enlargement}` }}
      >
        <svg ref={head} className={styles.head} aria-hidden="true" />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the whole classroom */}
        <div
          ref={body}
          className={styles.body}
          role="listbox"
          aria-label={t("ladder.packets")}
          tabIndex={-1}
          onClick={(event) => question === null && selectPacket(content.rows[indexAt(event)] ?? null)}
          onPointerMove={(event) => hover(indexAt(event))}
          onPointerLeave={() => hover(-1)}
        />
      </div>
    </figure>
  );
}

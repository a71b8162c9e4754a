/** The ladder in the classroom: the packets up to the current one, enlarged as one picture. */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LadderContent } from "../../core/ladder/content.ts";
import { rowAtPoint } from "../../core/ladder/row-at-point.ts";
import { selectPacket } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useRuler } from "../ladder/ruler.ts";
import { useDrawnArrows, useDrawnHead } from "../ladder/use-drawn.ts";
import { figureName } from "../ladder/words.ts";
import { useSizeClass } from "../parts/size-class.ts";
import { useSize } from "../parts/use-size.ts";
import styles from "./ClassLadder.module.css";
import { useClassScene } from "./use-class-scene.ts";

interface ClassLadderProps {
  readonly capture: Capture;
  readonly content: LadderContent;
  /** Of the current packet among the ladder's rows. */
  readonly place: number;
  /** How much larger than the workbench's. */
  readonly enlargement: number;
}

export function ClassLadder({ capture, content, place, enlargement }: ClassLadderProps) {
  const { t } = useTranslation();
  const connection = useStore(selectedConnection);
  const isNarrow = useSizeClass() === "phone";
  const ruler = useRuler();
  const { ref, size } = useSize();
  const scene = useClassScene(content, place, size, isNarrow, ruler);
  const head = useRef<SVGSVGElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  useDrawnHead(head, scene, connection, ruler);
  const drawing = useDrawnArrows(body, scene, ruler, capture, hovered);
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
          onClick={(event) => selectPacket(content.rows[indexAt(event)] ?? null)}
          onPointerMove={(event) => hover(indexAt(event))}
          onPointerLeave={() => hover(-1)}
        />
      </div>
    </figure>
  );
}

/**
 * The whole ladder in a strip at its right: what both sides sent, trouble, the chosen packet, and the part that shows as a
 * frame to drag. For pointers only; keys reach all of it in the ladder itself.
 */
import { type PointerEvent, useCallback, useState } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import type { FoldedLines } from "../../core/ladder/fold-lines.ts";
import type { RowPlaces } from "../../core/ladder/rows.ts";
import { selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import styles from "./Overview.module.css";
import { OverviewBins, WIDTH } from "./OverviewBins.tsx";
import { useOverview } from "./use-overview.ts";
import type { SceneInRoom } from "./use-scene.ts";

/** Strokes keep so far from each other, so that single packets are told apart. */
const PITCH = 2;

export function Overview({ scene, scroll, folded }: SceneInRoom) {
  const { t } = useTranslation();
  const { places } = scene;
  const { packets, rows } = scene.content;
  const selected = useStore(selectedPacket);
  const height = scroll.viewportHeight;
  const bins = useOverview(packets, rows, Math.floor(height / PITCH), places);
  const [isDragging, setDragging] = useState(false);
  const all = places.height;
  const scale = height / all;
  const yOf = useCallback(
    (share: number) =>
      folded ? middleIn(places, folded.lines, Math.floor(share * rows.length)) * scale : share * height,
    [places, folded, rows, scale, height],
  );
  if (!bins || height <= 0 || all <= height) return null;
  const goTo = ({ clientY, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const y = clientY - currentTarget.getBoundingClientRect().top;
    scroll.scrollToContent(y / scale - height / 2);
  };
  const place = selected === null ? -1 : placeOf(rows, selected);
  return (
    <div
      role="img"
      aria-label={t("ladder.overview")}
      className={styles.overview}
      style={{ marginTop: HEAD_HEIGHT }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        goTo(event);
      }}
      onPointerMove={(event) => isDragging && goTo(event)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    >
      <OverviewBins bins={bins} height={height} yOf={yOf} />
      <svg className={styles.marks} width={WIDTH} height={height} aria-hidden="true">
        {place >= 0 && (
          <path className={styles.selected} d={triangle((places.top(place) + places.heightOf(place) / 2) * scale)} />
        )}
        <rect
          className={styles.frame}
          x="1"
          width={WIDTH - 2}
          y={scroll.contentTop * scale + 1}
          height={Math.max(6, height * scale - 2)}
        />
      </svg>
    </div>
  );
}

/** The middle of a row, which has its share of its line's height. */
function middleIn(places: RowPlaces, lines: FoldedLines, index: number): number {
  const line = lines.lineOf(index);
  const [first, end] = [lines.firstOf(line), lines.endOf(line)];
  return places.top(index) + (places.heightOf(index) * (index - first + 0.5)) / (end - first);
}

const triangle = (y: number) => `M0 ${y - 4}l6 4l-6 4z`;

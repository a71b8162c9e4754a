/**
 * The whole ladder in a strip at its right: what both sides sent, trouble, the chosen packet, and the part that shows as a
 * frame to drag. For pointers only; keys reach all of it in the ladder itself.
 */
import { type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { placeOf } from "../../core/base/bisect.ts";
import type { FoldedLines } from "../../core/ladder/fold-lines.ts";
import type { Overview as Bins } from "../../core/ladder/overview.ts";
import type { RowPlaces } from "../../core/ladder/rows.ts";
import { selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import styles from "./Overview.module.css";
import { useOverview } from "./use-overview.ts";
import type { SceneInRoom } from "./use-scene.ts";

/** Px: the strip, its middle line, the longest stroke to either side, the ticks of trouble. */
const WIDTH = 56;
const MIDDLE = 24;
const LONGEST = 20;
const TICK = 6;
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
  if (!bins || height <= 0 || all <= height) return null;
  const scale = height / all;
  const goTo = ({ clientY, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const y = clientY - currentTarget.getBoundingClientRect().top;
    scroll.scrollToContent(y / scale - height / 2);
  };
  const place = selected === null ? -1 : placeOf(rows, selected);
  const yOf = (bin: number) => {
    const share = (bin + 0.5) / bins.bins;
    return folded ? middleIn(places, folded.lines, Math.floor(share * rows.length)) * scale : share * height;
  };
  return (
    <svg
      role="img"
      aria-label={t("ladder.overview")}
      className={styles.overview}
      style={{ marginTop: HEAD_HEIGHT }}
      width={WIDTH}
      height={height}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        goTo(event);
      }}
      onPointerMove={(event) => isDragging && goTo(event)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    >
      <path className={styles.out} d={strokes(bins.out, yOf, 1)} />
      <path className={styles.back} d={strokes(bins.back, yOf, -1)} />
      <path className={styles.trouble} d={ticks(bins, yOf)} />
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
  );
}

/** The middle of a row, which has its share of its line's height. */
function middleIn(places: RowPlaces, lines: FoldedLines, index: number): number {
  const line = lines.lineOf(index);
  const [first, end] = [lines.firstOf(line), lines.endOf(line)];
  return places.top(index) + (places.heightOf(index) * (index - first + 0.5)) / (end - first);
}

/** A stroke for each bin, from the middle to the side that sent it: `to` is 1 for the right. */
function strokes(shares: Float32Array, yOf: (bin: number) => number, to: 1 | -1): string {
  let path = "";
  shares.forEach((share, bin) => {
    if (share > 0) path += `M${MIDDLE} ${yOf(bin).toFixed(1)}h${(to * (2 + share * (LONGEST - 2))).toFixed(1)}`;
  });
  return path;
}

function ticks(bins: Bins, yOf: (bin: number) => number): string {
  let path = "";
  bins.trouble.forEach((isTrouble, bin) => {
    if (isTrouble) path += `M${WIDTH - 2} ${yOf(bin).toFixed(1)}h${-TICK}`;
  });
  return path;
}

const triangle = (y: number) => `M0 ${y - 4}l6 4l-6 4z`;

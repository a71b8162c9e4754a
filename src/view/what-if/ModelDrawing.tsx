/** The drawing of a run: lifelines, an arrow for each segment, breaks, who gives up, and its name all over it. */
import { useTranslation } from "../translation.ts";
import type { ModelLadderProps } from "./ladder-props.ts";
import { ModelArrow } from "./ModelArrow.tsx";
import styles from "./ModelLadder.module.css";
import type { LadderColumns } from "./model-columns.ts";
import type { ModelLayout } from "./model-layout.ts";
import { seconds } from "./model-words.ts";

interface ModelDrawingProps {
  readonly ladder: ModelLadderProps;
  readonly layout: ModelLayout;
  readonly columns: LadderColumns;
  /** Height of a row, and width of the drawing, px. */
  readonly row: number;
  readonly width: number;
}

/** Ways so short that times have microseconds, ns. */
const SHORT = 2e6;
/** Px from one watermark to the next. */
const EVERY = 220;

export function ModelDrawing({ ladder, layout, columns, row, width }: ModelDrawingProps) {
  const { id, run, oneWay, changedAt, told, onChoose } = ladder;
  const height = layout.height + run.gaveUp.length * row;
  return (
    <svg role="presentation" width={width} height={height}>
      <Watermark height={height} width={width} />
      <Band layout={layout} row={row} at={told} />
      <Band layout={layout} row={row} at={changedAt} isChanged />
      <line className={styles.life} x1={columns.client} x2={columns.client} y1={0} y2={height} />
      <line className={styles.life} x1={columns.server} x2={columns.server} y1={0} y2={height} />
      <Remarks ladder={ladder} layout={layout} columns={columns} row={row} width={width} />
      {run.segments.map((segment, at) => (
        <ModelArrow
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the run
          key={at}
          id={`${id}-${at}`}
          segment={segment}
          at={at}
          place={layout.rows[at]!}
          row={row}
          decimals={oneWay < SHORT ? 6 : 3}
          columns={columns}
          isTold={at === told}
          isSelected={onChoose ? at === changedAt : at === told}
        />
      ))}
    </svg>
  );
}

interface BandProps extends Pick<ModelDrawingProps, "layout" | "row"> {
  /** Place of a segment; none has it for -1. */
  readonly at: number;
  readonly isChanged?: boolean;
}

/** What lies below the row of a segment that is told of, or that the change is about. */
function Band({ layout, row, at, isChanged = false }: BandProps) {
  const place = layout.rows[at];
  if (!place) return null;
  const classes = isChanged ? `${styles.band} ${styles.changed}` : styles.band;
  return <rect className={classes} y={place.y - row / 2} width="100%" height={row} />;
}

/** Breaks in time, and who gave up below the last row. */
function Remarks({ ladder: { run }, layout, columns, row }: ModelDrawingProps) {
  const { t } = useTranslation();
  const middle = (columns.client + columns.server) / 2;
  return (
    <>
      {layout.breaks.map(({ y, time }) => (
        <text key={y} className={styles.break} x={middle} y={y}>
          {t("whatIf.later", { time: seconds(time) })}
        </text>
      ))}
      {run.gaveUp.map(({ side, at: time }, at) => (
        <text key={side} className={styles.gaveUp} x={columns[side]} y={layout.height + (at + 0.5) * row}>
          {t("whatIf.gaveUpAt", { side: t(`whatIf.${side}`), time: seconds(time) })}
        </text>
      ))}
    </>
  );
}

/** The word "model" all over the drawing, which stays with it on a picture of the screen. */
function Watermark({ width, height }: { readonly width: number; readonly height: number }) {
  const { t } = useTranslation();
  return (
    <g className={styles.watermark}>
      {Array.from({ length: Math.ceil(height / EVERY) }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <text key={at} transform={`translate(${width / 2} ${(at + 0.5) * EVERY}) rotate(-18)`}>
          {t("whatIf.badge")}
        </text>
      ))}
    </g>
  );
}

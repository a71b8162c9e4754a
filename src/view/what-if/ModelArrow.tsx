/** One segment of the model: an arrow, broken off where it is lost, with its label at its sender's lifeline. */
import { memo } from "react";
import type { ModelSegment } from "../../core/what-if/model.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ModelLadder.module.css";
import type { LadderColumns } from "./model-columns.ts";
import type { ModelRow } from "./model-layout.ts";
import { arrowWords, causeWords, labelOf } from "./model-words.ts";

interface ModelArrowProps {
  readonly id: string;
  readonly segment: ModelSegment;
  readonly at: number;
  readonly place: ModelRow;
  /** Height of a row, px. */
  readonly row: number;
  /** Of the times. */
  readonly decimals: number;
  readonly columns: LadderColumns;
  readonly isTold: boolean;
  readonly isSelected: boolean;
}

/** Px between a lifeline and the text or head beside it. */
const BESIDE = 8;
/** From one line of a label to the next, em. */
const LINE = 1.1;

/** Drawn again only when it changes: pointing at one leaves the others as they are. */
export const ModelArrow = memo(function ModelArrow(props: ModelArrowProps) {
  const { id, segment, at, place, row, decimals, columns, isTold, isSelected } = props;
  const { t } = useTranslation();
  const lines = labelOf(segment, columns.time === 0, columns.lines);
  const isOut = segment.side === "client";
  const from = isOut ? columns.client : columns.server;
  const to = isOut ? columns.server : columns.client;
  const classes = [
    styles.arrow,
    isTold ? styles.told : "",
    segment.isAgain ? styles.again : "",
    segment.fate === "arrives" ? "" : styles[segment.fate],
  ];
  const why = t("whatIf.arrowWhy", { arrow: arrowWords(segment, at, t), why: causeWords(segment, t) });
  return (
    <g
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-label={why}
      data-segment={at}
      className={classes.filter(Boolean).join(" ")}
    >
      <rect className={styles.reach} x={0} y={place.y - row / 2} width="100%" height={row} />
      {columns.time > 0 && (
        <text className={styles.time} x={columns.time} y={place.y}>
          {(segment.sentAt / 1e9).toFixed(decimals)}
        </text>
      )}
      <text className={isOut ? styles.ofClient : styles.ofServer} y={place.y}>
        {lines.map((words, line) => (
          <tspan
            key={words}
            x={isOut ? from - BESIDE : from + BESIDE}
            dy={`${line > 0 ? LINE : ((1 - lines.length) * LINE) / 2}em`}
          >
            {words}
          </tspan>
        ))}
      </text>
      <Way from={from} to={to} y={place.y} endY={place.endY} isLost={segment.fate === "lost"} />
      {!Number.isNaN(place.againY) && <Way from={from} to={to} y={place.y} endY={place.againY} isLost={false} />}
    </g>
  );
});

interface WayProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly endY: number;
  readonly isLost: boolean;
}

/** The line with its head; of a lost segment half of it, with a cross. */
function Way({ from, to, y, endY, isLost }: WayProps) {
  if (isLost) {
    const x = (from + to) / 2;
    const middle = (y + endY) / 2;
    return (
      <>
        <line className={styles.line} x1={from} y1={y} x2={x} y2={middle} />
        <path className={styles.cross} d={`M${x - 6},${middle - 6}l12,12m0,-12l-12,12`} />
      </>
    );
  }
  const turn = (Math.atan2(endY - y, to - from) * 180) / Math.PI;
  return (
    <>
      <line className={styles.line} x1={from} y1={y} x2={to} y2={endY} />
      <path className={styles.tip} d="M0,0L-9,-4.5L-9,4.5Z" transform={`translate(${to} ${endY}) rotate(${turn})`} />
    </>
  );
}

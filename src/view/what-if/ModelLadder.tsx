/**
 * A run of the model as a ladder of its own, in the model's colour and frame, so that nobody takes it for captured
 * packets. One list for keys: arrows move in it, Enter chooses where a segment may be chosen.
 */
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ModelRun } from "../../core/what-if/model.ts";
import { useTokenPixels } from "../parts/size-class.ts";
import { useSize } from "../parts/use-size.ts";
import { ModelArrow } from "./ModelArrow.tsx";
import styles from "./ModelLadder.module.css";
import { columnsIn, type LadderColumns } from "./model-columns.ts";
import { layoutModel } from "./model-layout.ts";
import { seconds } from "./model-words.ts";

export interface ModelLadderProps {
  /** Of the list, in the whole page. */
  readonly id: string;
  readonly name: string;
  readonly run: ModelRun;
  /** Time of a segment's way, ns. */
  readonly oneWay: number;
  /** The segment that the change is about; -1 for none. */
  readonly changedAt: number;
  /** The segment whose story shows; -1 for none here. */
  readonly told: number;
  readonly onTell: (at: number) => void;
  readonly onChoose: ((at: number) => void) | undefined;
}

/** Ways so short that times have microseconds, ns. */
const SHORT = 2e6;
/** Height of a row, in those of the ladder of packets: it has one line of text. */
const ROW = 0.85;

export function ModelLadder(props: ModelLadderProps) {
  const { id, name, run, oneWay, changedAt, told, onTell, onChoose } = props;
  const { t } = useTranslation();
  const { ref, size } = useSize();
  const row = Math.round(useTokenPixels("--row-ladder") * ROW);
  const layout = layoutModel(run, oneWay, row);
  const columns = columnsIn(size.width);
  const height = layout.height + run.gaveUp.length * row;
  const list = useRef<HTMLDivElement>(null);
  const changedY = size.width > 0 ? (layout.rows[changedAt]?.y ?? 0) : 0;
  useEffect(() => {
    // The ladders scroll together, and in a narrow window with all of the sheet.
    const scroller = list.current?.closest("[data-shown]");
    if (scroller) scroller.scrollTop = Math.max(0, changedY - scroller.clientHeight / 4);
  }, [changedY]);
  const key = (event: KeyboardEvent) => {
    const last = run.segments.length - 1;
    const now = told < 0 ? Math.max(changedAt, 0) : told;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(told < 0 ? now : now + 1, last),
      ArrowUp: Math.max(told < 0 ? now : now - 1, 0),
      Home: 0,
      End: last,
    };
    const next = places[event.key];
    if (next !== undefined) {
      onTell(next);
      list.current?.querySelector(`[data-segment="${next}"]`)?.scrollIntoView({ block: "nearest" });
    } else if ((event.key === "Enter" || event.key === " ") && onChoose && told >= 0) onChoose(told);
    else return;
    event.preventDefault();
  };
  return (
    <figure className={styles.ladder} aria-label={name}>
      <Head name={name} columns={columns} />
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={0}
        aria-label={name}
        aria-activedescendant={told >= 0 ? `${id}-${told}` : undefined}
        className={styles.list}
        onKeyDown={key}
      >
        <div ref={ref} className={styles.drawing}>
          {size.width > 0 && (
            <svg role="presentation" width={size.width} height={height}>
              <Watermark height={height} width={size.width} />
              {[changedAt, told].map((at, kind) => {
                const place = layout.rows[at];
                const classes = `${styles.band} ${kind === 0 ? styles.changed : ""}`;
                return (
                  place && <rect key={classes} className={classes} y={place.y - row / 2} width="100%" height={row} />
                );
              })}
              <line className={styles.life} x1={columns.client} x2={columns.client} y1={0} y2={height} />
              <line className={styles.life} x1={columns.server} x2={columns.server} y1={0} y2={height} />
              {layout.breaks.map(({ y, time }) => (
                <g key={y} className={styles.break}>
                  <rect x={0} y={y - row / 2} width={size.width} height={row} />
                  <text x={(columns.client + columns.server) / 2} y={y}>
                    {t("whatIf.later", { time: seconds(time) })}
                  </text>
                </g>
              ))}
              {run.gaveUp.map(({ side, at: time }, at) => (
                <text key={side} className={styles.gaveUp} x={columns[side]} y={layout.height + (at + 0.5) * row}>
                  {t("whatIf.gaveUpAt", { side: t(`whatIf.${side}`), time: seconds(time) })}
                </text>
              ))}
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
                  onTell={onTell}
                  onChoose={onChoose}
                />
              ))}
            </svg>
          )}
        </div>
      </div>
    </figure>
  );
}

interface HeadProps {
  readonly name: string;
  readonly columns: LadderColumns;
}

function Head({ name, columns }: HeadProps) {
  const { t } = useTranslation();
  return (
    <figcaption className={styles.head}>
      <strong>{name}</strong>
      <div className={styles.ends} aria-hidden="true">
        <span style={{ left: `${columns.client}px` }}>{t("whatIf.client")}</span>
        <span style={{ left: `${columns.server}px` }}>{t("whatIf.server")}</span>
      </div>
    </figcaption>
  );
}

/** The word "model" all over the drawing, which stays with it on a picture of the screen. */
function Watermark({ width, height }: { readonly width: number; readonly height: number }) {
  const { t } = useTranslation();
  const EVERY = 220;
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

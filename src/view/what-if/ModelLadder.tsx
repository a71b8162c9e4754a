/**
 * A run of the model as a ladder of its own, in the model's colour and frame, so that nobody takes it for captured
 * packets. One list for keys: arrows move in it, Enter chooses where a segment may be chosen.
 */
import { type KeyboardEvent, type SyntheticEvent, useEffect, useMemo, useRef } from "react";
import { useTokenPixels } from "../parts/size-class.ts";
import { useSize } from "../parts/use-size.ts";
import { useTranslation } from "../translation.ts";
import type { ModelLadderProps } from "./ladder-props.ts";
import { ModelDrawing } from "./ModelDrawing.tsx";
import styles from "./ModelLadder.module.css";
import { columnsIn, type LadderColumns } from "./model-columns.ts";
import { layoutModel } from "./model-layout.ts";

/** Height of a row by its lines of text, in rows of the ladder of packets. */
const ROWS = { 1: 0.85, 2: 1.1 } as const;

export function ModelLadder(props: ModelLadderProps) {
  const { id, name, run, oneWay, changedAt, told, onTell, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const { ref, size } = useSize();
  const columns = useMemo(() => columnsIn(size.width), [size.width]);
  const row = Math.round(useTokenPixels("--row-ladder") * ROWS[columns.lines]);
  const layout = useMemo(() => layoutModel(run, oneWay, row), [run, oneWay, row]);
  const changedY = size.width > 0 ? (layout.rows[changedAt]?.y ?? 0) : 0;
  useEffect(() => {
    // The ladders scroll together, and in a narrow window with all of the sheet.
    const scroller = list.current?.closest("[data-shown]");
    if (scroller) scroller.scrollTop = Math.max(0, changedY - scroller.clientHeight / 4);
  }, [changedY]);
  const key = (event: KeyboardEvent) => {
    const next = keyed(event.key, props);
    if (next === null) return;
    event.preventDefault();
    if (next >= 0) list.current?.querySelector(`[data-segment="${next}"]`)?.scrollIntoView({ block: "nearest" });
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
        onPointerOver={(event) => atSegment(event, (place) => place !== told && onTell(place))}
        onClick={(event) => atSegment(event, onChoose ?? onTell)}
      >
        <div ref={ref} className={styles.drawing}>
          {size.width > 0 && (
            <ModelDrawing ladder={props} layout={layout} columns={columns} row={row} width={size.width} />
          )}
        </div>
      </div>
    </figure>
  );
}

/** Does something with the segment that an event is at. */
function atSegment({ target }: SyntheticEvent, act: (place: number) => void): void {
  const arrow = target instanceof Element ? target.closest<SVGElement>("[data-segment]") : null;
  if (arrow) act(Number(arrow.dataset.segment));
}

/** Does what a key says. The segment that is told of then, -1 for none; null where the key says nothing. */
function keyed(key: string, { run, changedAt, told, onTell, onChoose }: ModelLadderProps): number | null {
  if (key === "Enter" || key === " ") {
    if (told >= 0) onChoose?.(told);
    return -1;
  }
  const last = run.segments.length - 1;
  // The first key leads to the changed segment.
  const step = (by: number) => (told < 0 ? Math.max(changedAt, 0) : Math.min(Math.max(told + by, 0), last));
  const places: Readonly<Record<string, number>> = { ArrowDown: step(1), ArrowUp: step(-1), Home: 0, End: last };
  const next = places[key];
  if (next === undefined) return null;
  onTell(next);
  return next;
}

function Head({ name, columns }: { readonly name: string; readonly columns: LadderColumns }) {
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

// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/**
 * The list of lifelines, of any length. One row takes the focus: keys choose another, show and hide it, go to it and move
 * it on the ladder.
 */
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef } from "react";
import { listTarget } from "../../core/base/list-keys.ts";
import { hideLifelines, stepLifeline } from "../../store/lifelines.ts";
import { useTokenPixels } from "../parts/size-class.ts";
import { useRowWindow } from "../parts/use-row-window.ts";
import { useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LifelineGrid.module.css";
import { fullName, type ListedLifelines } from "./listed-lifelines.ts";

/** Px of the column heads; the style sheet says the same. */
const HEAD = 30;

/** Ways to move a lifeline: on the ladder they lie side by side, in the list one below the other. */
const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

interface LifelineGridProps {
  readonly list: ListedLifelines;
  /** Places of ends in the order in which they are listed. */
  readonly rows: Int32Array;
  readonly chosen: number;
  readonly isByPackets: boolean;
  readonly onSort: (byPackets: boolean) => void;
  readonly onChoose: (place: number) => void;
  /** Told of Enter and of a double click. */
  readonly onEnter: (place: number) => void;
}

export function LifelineGrid(props: LifelineGridProps) {
  const { list, rows, chosen, onChoose, onEnter } = props;
  const { t } = useTranslation();
  const rowHeight = useTokenPixels("--row-ladder");
  const content = rows.length * rowHeight;
  const scroll = useScaledScroll({ contentHeight: content, headHeight: HEAD });
  const { first, end } = useRowWindow(scroll, content, rowHeight);
  const at = useMemo(() => rows.indexOf(chosen), [rows, chosen]);
  const page = Math.max(1, Math.floor(scroll.viewportHeight / rowHeight) - 1);
  const focus = useRowFocus(at, rowHeight, scroll);
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).closest("[role=columnheader]")) return; // whatever has the focus is an element
    const act = actionOf(event, () => {
      const next = listTarget(event.key, { first: 0, last: rows.length - 1, now: at, page });
      return next === null ? null : () => onChoose(rows[next]!); // within the list
    });
    if (!act) return;
    event.preventDefault();
    focus.willMove();
    act();
  };
  const actionOf = (event: KeyboardEvent, move: () => (() => void) | null): (() => void) | null => {
    const step = STEPS[event.key];
    if (event.altKey) return step ? () => stepLifeline(list.endAt(chosen), step) : null;
    if (event.key === "Enter") return () => onEnter(chosen);
    if (event.key === " ") return () => hideLifelines([list.endAt(chosen)], !list.isHidden(chosen));
    return move();
  };
  const shown = Array.from({ length: end - first }, (_, index) => first + index);
  if (at >= 0 && (at < first || at >= end)) shown.push(at);
  return (
    <div
      ref={scroll.containerRef}
      role="grid"
      aria-label={t("lifelines.list")}
      aria-rowcount={rows.length + 1}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onClick={(event) => onRow(event, onChoose)}
      onDoubleClick={(event) => onRow(event, onEnter)}
    >
      <div ref={focus.ref} role="presentation" className={styles.tall} style={{ height: HEAD + scroll.elementHeight }}>
        <Heads {...props} />
        {shown.map((index) => (
          <Row
            key={rows[index]}
            list={list}
            place={rows[index]!} // within the list
            index={index}
            top={HEAD + scroll.offset + index * rowHeight}
            isChosen={rows[index] === chosen}
          />
        ))}
      </div>
    </div>
  );
}

function onRow(event: MouseEvent, take: (place: number) => void): void {
  // Whatever is clicked within the grid is an element.
  const target = event.target as Element;
  const row = target.closest<HTMLElement>("[data-place]");
  if (row && !(event.type === "dblclick" && target.closest("input"))) take(Number(row.dataset.place));
}

function Heads({ isByPackets, onSort }: Pick<LifelineGridProps, "isByPackets" | "onSort">) {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className={styles.heads}>
      <span role="columnheader">{t("lifelines.columns.shown")}</span>
      <span role="columnheader">{t("lifelines.columns.name")}</span>
      <span role="columnheader" aria-sort={isByPackets ? "descending" : "none"}>
        <button type="button" onClick={() => onSort(!isByPackets)}>
          {t("lifelines.columns.packets")}
        </button>
      </span>
    </div>
  );
}

interface RowProps {
  readonly list: ListedLifelines;
  /** Of the end, and in the list. */
  readonly place: number;
  readonly index: number;
  /** Px from the top of the scrolled element. */
  readonly top: number;
  readonly isChosen: boolean;
}

function Row({ list, place, index, top, isChosen }: RowProps) {
  const { t, language } = useTranslation();
  const words = list.words(place);
  const isHidden = list.isHidden(place);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-place={place}
      tabIndex={isChosen ? 0 : -1}
      className={isHidden ? `${styles.row} ${styles.hidden}` : styles.row}
      style={{ top }}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t("lifelines.show", { name: fullName(t, words) })}
          checked={!isHidden}
          onChange={({ target }) => hideLifelines([list.endAt(place)], !target.checked)}
        />
      </span>
      <span role="gridcell" className={styles.name} title={fullName(t, words)}>
        {words.name} {words.role && <small>{words.role}</small>}
      </span>
      <span role="gridcell" className={styles.count}>
        {list.packets(place).toLocaleString(language)}
      </span>
    </div>
  );
}

/** Brings the focus to the row that a key chose or moved, and the row into view; at first, to the chosen one. */
function useRowFocus(at: number, rowHeight: number, { reveal, viewportHeight }: ReturnType<typeof useScaledScroll>) {
  const rows = useRef<HTMLDivElement>(null);
  const moves = useRef(false);
  const isLaidOut = viewportHeight > 0;
  const isOpened = useRef(false);
  useLayoutEffect(() => {
    if (isLaidOut && !isOpened.current) {
      isOpened.current = true;
      reveal(at * rowHeight, rowHeight);
    }
    if (!moves.current) return;
    moves.current = false;
    reveal(at * rowHeight, rowHeight);
    rows.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  });
  return {
    ref: rows,
    /** Tells that a key is about to choose another row or to move it: the one that has the focus may go. */
    willMove: () => {
      moves.current = true;
    },
  };
}

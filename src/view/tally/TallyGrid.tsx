// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** One table that scrolls through any number of rows, and sideways; its heads sort it. */
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef } from "react";
import { listTarget } from "../../core/base/list-keys.ts";
import { textWidth } from "../../core/ladder/export/text-width.ts";
import { useTokenPixels } from "../parts/size-class.ts";
import { useRowWindow } from "../parts/use-row-window.ts";
import { useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import { columnDigits, nextOrder, type Order, type ShownColumn, type ShownTable } from "./shown-table.ts";
import styles from "./TallyGrid.module.css";

/** Px of the column heads; the style sheet says the same. */
const HEAD = 30;
/** Characters of a MAC address: a first column of so many may stay in view while a narrow window scrolls sideways. */
const LONGEST_HELD = 17;

interface TallyGridProps {
  readonly table: ShownTable;
  readonly label: string;
  /** The table's rows in the order in which they are shown. */
  readonly rows: Uint32Array;
  readonly order: Order | null;
  /** A row of the table. */
  readonly chosen: number;
  readonly onOrder: (order: Order) => void;
  readonly onChoose: (row: number) => void;
  /** Told of Enter and of a double click. */
  readonly onEnter: (row: number) => void;
}

export function TallyGrid(props: TallyGridProps) {
  const { table, label, rows, order, chosen, onOrder, onChoose, onEnter } = props;
  const { columns, holdsFirst } = useColumnStyle(table);
  const rowHeight = useTokenPixels("--row-list");
  const content = rows.length * rowHeight;
  const scroll = useScaledScroll({ contentHeight: content, headHeight: HEAD });
  const { first, end } = useRowWindow(scroll, content, rowHeight);
  const place = useMemo(() => rows.indexOf(chosen), [rows, chosen]);
  const focus = useRowFocus(place, rowHeight, scroll.reveal);
  const { scrollToContent } = scroll;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows in another order are read from the top
  useLayoutEffect(() => scrollToContent(0), [rows, scrollToContent]);

  const key = (event: KeyboardEvent) => {
    if ((event.target as Element).closest("[role=columnheader]")) return; // whatever has the focus is an element
    if (event.key === "Enter") return onEnter(chosen);
    const page = Math.max(1, Math.floor(scroll.viewportHeight / rowHeight) - 1);
    const next = listTarget(event.key, { first: 0, last: rows.length - 1, now: place, page });
    if (next === null) return;
    event.preventDefault();
    focus.willMove();
    onChoose(rows[next]!); // within the list
  };
  const places = Array.from({ length: end - first }, (_, index) => first + index);
  if (place < first || place >= end) places.push(place);
  return (
    <div
      ref={scroll.containerRef}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      data-holds-first={holdsFirst}
      className={styles.grid}
      style={columns}
      onKeyDown={key}
      onClick={(event) => onRow(event, onChoose)}
      onDoubleClick={(event) => onRow(event, onEnter)}
    >
      <div ref={focus.ref} role="presentation" className={styles.tall} style={{ height: HEAD + scroll.elementHeight }}>
        <Heads columns={table.columns} order={order} onOrder={onOrder} />
        {places.map((place) => (
          <Row
            key={rows[place]}
            table={table}
            row={rows[place]!} // within the list
            place={place}
            top={HEAD + scroll.offset + place * rowHeight}
            isChosen={rows[place] === chosen}
          />
        ))}
      </div>
    </div>
  );
}

function onRow(event: MouseEvent, take: (row: number) => void): void {
  // Whatever is clicked within the grid is an element.
  const row = (event.target as Element).closest<HTMLElement>("[data-row]");
  if (row) take(Number(row.dataset.row));
}

interface RowProps {
  readonly table: ShownTable;
  readonly row: number;
  /** From the first row shown. */
  readonly place: number;
  /** Px from the top of the scrolled element. */
  readonly top: number;
  readonly isChosen: boolean;
}

function Row({ table, row, place, top, isChosen }: RowProps) {
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      data-row={row}
      tabIndex={isChosen ? 0 : -1}
      className={styles.row}
      style={{ top }}
    >
      {table.columns.map(({ key, kind, text, behind }) => (
        <span key={key} role="gridcell" className={styles[kind]} title={behind(row) || undefined}>
          {text(row)}
        </span>
      ))}
    </div>
  );
}

interface HeadsProps {
  readonly columns: readonly ShownColumn[];
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}

function Heads({ columns, order, onOrder }: HeadsProps) {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className={styles.heads}>
      {columns.map((column) => {
        const way = order?.key === column.key ? (order.descending ? "descending" : "ascending") : "none";
        return (
          <span key={column.key} role="columnheader" aria-sort={way} className={styles[column.kind]}>
            <button type="button" onClick={() => onOrder(nextOrder(column, order))}>
              {t(`tally.columns.${column.key}`)}
            </button>
          </span>
        );
      })}
    </div>
  );
}

/**
 * Widths of the columns, in characters: those of the title or of the widest text; and whether the first is short enough
 * to stay in a narrow window while the others scroll past it.
 */
function useColumnStyle(table: ShownTable) {
  const { t } = useTranslation();
  return useMemo(() => {
    const titles = table.columns.map(({ key }) => textWidth(t(`tally.columns.${key}`)));
    const digits = columnDigits(table).map((widest, i) => Math.max(widest, titles[i]!));
    const style = { "--columns": digits.map((count) => `calc(${count}ch + 18px)`).join(" ") };
    // React's type does not know custom properties.
    return { columns: style as CSSProperties, holdsFirst: digits[0]! <= LONGEST_HELD };
  }, [table, t]);
}

/** Brings the focus to a row that a key chose, and the row into view. */
function useRowFocus(place: number, rowHeight: number, reveal: (top: number, height: number) => void) {
  const rows = useRef<HTMLDivElement>(null);
  const moves = useRef(false);
  useLayoutEffect(() => {
    if (!moves.current) return;
    moves.current = false;
    reveal(place * rowHeight, rowHeight);
    rows.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  });
  return {
    ref: rows,
    /** Tells that a key is about to choose another row: the one that has the focus may go. */
    willMove: () => {
      moves.current = true;
    },
  };
}

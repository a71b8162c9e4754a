// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the heads take the focus
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** The heads of the packet list's columns: a click sorts, dragging moves, the edge makes wider; all of it by keys too. */
import { type KeyboardEvent, type MouseEvent, memo, useState } from "react";
import { moveColumn, removeColumn, resizeColumn, showColumns } from "../../store/columns.ts";
import { fieldOf, type ListColumn } from "../../store/list-columns.ts";
import { sortBy, wantedSorting } from "../../store/sorting.ts";
import { useStore } from "../../store/store.ts";
import { asksForMenu } from "../filter/menu-keys.ts";
import listStyles from "../packet-list/PacketList.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ColumnHeads.module.css";
import { columnTitle } from "./column-words.ts";
import { alignedStyle } from "./grid-template.ts";
import { useHeadDrag } from "./use-head-drag.ts";

/** Px that a key makes a column wider by. */
const STEP = 8;

export const ColumnHeads = memo(function ColumnHeads({ columns }: { readonly columns: readonly ListColumn[] }) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState<string>("");
  const sorting = useStore(wantedSorting);
  const drag = useHeadDrag();
  const focusable = columns.some(({ id }) => id === current) ? current : columns[0]?.id;
  const menu = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    showColumns(true);
  };
  return (
    <div role="row" aria-rowindex={1} className={listStyles.heads} onContextMenu={menu}>
      <span role="columnheader" className={listStyles.mark}>
        <span className="visually-hidden">{t("packet.list.mark")}</span>
        <button
          type="button"
          tabIndex={-1}
          className={styles.open}
          aria-label={t("columns.open")}
          title={t("columns.open")}
          onClick={() => showColumns(true)}
        >
          <Icon name="columns" />
        </button>
      </span>
      {columns.map((column) => {
        const isSorted = sorting?.column === column.id;
        const order = isSorted ? (sorting.isDescending ? "descending" : "ascending") : "none";
        return (
          <span
            key={column.id}
            role="columnheader"
            aria-sort={order}
            data-column={column.id}
            className={[
              listStyles[fieldOf(column) ? "field" : column.id],
              styles.head,
              drag.over === column.id ? styles.over : "",
            ].join(" ")}
            style={alignedStyle(column)}
          >
            <button
              type="button"
              tabIndex={column.id === focusable ? 0 : -1}
              className={styles.title}
              title={columnTitle(column, t)}
              onFocus={() => setCurrent(column.id)}
              onClick={() => drag.wasClick() && sortBy(column.id)}
              onPointerDown={(event) => drag.onMoveDown(event, column.id)}
              onKeyDown={(event) => (asksForMenu(event) ? menu(event) : key(event, column))}
            >
              {columnTitle(column, t)}
            </button>
            <span
              aria-hidden="true"
              className={styles.edge}
              onPointerDown={(event) => drag.onEdgeDown(event, column.id)}
              onDoubleClick={({ currentTarget }) => fitColumn(currentTarget, column)}
            />
          </span>
        );
      })}
    </div>
  );
});

function key(event: KeyboardEvent<HTMLElement>, column: ListColumn): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const head = event.currentTarget.parentElement!; // the button stands in its head
  if (event.key === "Delete") removeColumn(column.id);
  else if (by === undefined) return;
  else if (event.altKey) moveBy(column.id, by, head);
  else if (event.shiftKey) resizeColumn(column.id, head.getBoundingClientRect().width + by * STEP);
  else (by < 0 ? head.previousElementSibling : head.nextElementSibling)?.querySelector("button")?.focus();
  event.preventDefault();
  event.stopPropagation();
}

/** Past the next one that shows, however many are hidden between. */
function moveBy(id: string, by: number, head: Element): void {
  const neighbour = by < 0 ? head.previousElementSibling : head.nextElementSibling;
  const where = neighbour instanceof HTMLElement ? neighbour.dataset.column : undefined;
  if (where !== undefined) moveColumn(id, where);
}

/** Px beside a cell's text. */
const PADDING = 14;

/** Makes a column as wide as the widest of its texts in view. */
function fitColumn(edge: HTMLElement, { id }: ListColumn): void {
  const head = edge.closest("[role=columnheader]");
  const place = Array.from(head?.parentElement?.children ?? []).findIndex((one) => one.isSameNode(head));
  const rows = edge.closest("[role=grid]")?.querySelectorAll("[role=row]") ?? [];
  const text = document.createRange();
  let width = 0;
  for (const row of rows) {
    const cell = row.children[place];
    if (!cell) continue;
    text.selectNodeContents(cell.querySelector("button") ?? cell);
    width = Math.max(width, text.getBoundingClientRect().width);
  }
  resizeColumn(id, width + PADDING);
}

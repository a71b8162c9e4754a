// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/**
 * The packets of the capture that show as a table that scrolls through any number of them; the chosen row is always
 * there. A place counts the packets that show, a row those of the capture.
 */
import { type CSSProperties, type MouseEvent, memo, useMemo } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import type { Capture } from "../../store/capture.ts";
import { shownColumns } from "../../store/columns.ts";
import { loadFields } from "../../store/field-texts.ts";
import { offerFilters, offersOfCell } from "../../store/filter-menu.ts";
import { fieldOf, type ListColumn } from "../../store/list-columns.ts";
import { openCapture, shownAddresses, timeDecimals } from "../../store/selectors.ts";
import { shownRows } from "../../store/shown-rows.ts";
import { listRows } from "../../store/sorting.ts";
import { useStore } from "../../store/store.ts";
import { ColumnHeads } from "../columns/ColumnHeads.tsx";
import { gridTemplate } from "../columns/grid-template.ts";
import { SortNote } from "../columns/SortNote.tsx";
import { useTokenPixels } from "../parts/size-class.ts";
import { useColouring } from "../parts/use-colouring.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { useRowWindow } from "../parts/use-row-window.ts";
import { useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import { columnStyle } from "./column-widths.ts";
import { chooseRow, useListedSelection, useListKeys, useRowFocus } from "./list-choice.ts";
import styles from "./PacketList.module.css";
import { PacketRow } from "./PacketRow.tsx";
import { usePacketsOf } from "./use-packets.ts";

/** Px of the column heads; the style sheet says the same. */
const HEAD = 22;
const loadNothing = async () => null;

export const PacketList = memo(function PacketList() {
  const capture = useStore(openCapture);
  return (
    capture && (
      <>
        <SortNote />
        <Grid capture={capture} />
      </>
    )
  );
});

function Grid({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const { selected, marked, chosen } = useListedSelection();
  const decimals = useStore(timeDecimals);
  const addresses = useStore(shownAddresses) ?? capture.addresses;
  const columns = useStore(shownColumns);
  useLoaded<unknown>(columns.some((column) => fieldOf(column) !== "") ? loadFields : loadNothing);
  const rowHeight = useTokenPixels("--row-list");
  const shown = useStore(listRows);
  const isSorted = useStore(shownRows) !== shown;
  const count = shown?.length ?? capture.packets.length;
  const rowAt = (place: number) => (shown ? shown[place]! : place);
  const markedPlace = useMemo(() => {
    if (marked === null || !shown) return marked;
    return isSorted ? shown.indexOf(marked) : placeOf(shown, marked);
  }, [marked, shown, isSorted]);
  const content = count * rowHeight;
  const scroll = useScaledScroll({ contentHeight: content, headHeight: HEAD });
  const { first, end } = useRowWindow(scroll, content, rowHeight);
  const places = useMemo(
    () => Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index),
    [first, end],
  );
  const packets = usePacketsOf(
    capture,
    useMemo(() => (shown ? places.map((place) => shown[place]!) : places), [places, shown]),
  );
  const by = useColouring();
  const focus = useRowFocus(marked, markedPlace === null ? -1 : markedPlace * rowHeight, rowHeight, scroll.reveal);

  const key = useListKeys({
    shown,
    isSorted,
    count,
    pageRows: scroll.viewportHeight / rowHeight,
    willMove: focus.willMove,
    onMenu: (row, at) => offerFilters(offersOfCell(capture, row, packets.get(row), null), at, { row }),
  });
  const drawn = [...places];
  const isMarkThere = markedPlace !== null && markedPlace >= 0 && markedPlace < count;
  if (isMarkThere && (markedPlace < first || markedPlace >= end)) drawn.push(markedPlace);
  const focusable = isMarkThere ? markedPlace : 0;
  return (
    <div
      ref={scroll.containerRef}
      role="grid"
      aria-label={t("packet.list.title")}
      aria-multiselectable="true"
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      className={styles.grid}
      style={{ ...columnStyle(capture, addresses, decimals), ...tracks(columns) }}
      onKeyDown={key}
      onClick={chooseRow}
      onContextMenu={(event) => {
        const place = cellAt(event, columns);
        if (!place) return;
        event.preventDefault();
        const { clientX: x, clientY: y } = event;
        offerFilters(offersOfCell(capture, place.row, packets.get(place.row), place.column), { x, y }, place);
      }}
    >
      <div ref={focus.ref} role="presentation" className={styles.tall} style={{ height: HEAD + scroll.elementHeight }}>
        <ColumnHeads columns={columns} />
        {drawn.map((place) => {
          const row = rowAt(place);
          return (
            <PacketRow
              key={row}
              capture={capture}
              columns={columns}
              row={row}
              place={place}
              top={HEAD + scroll.offset + place * rowHeight}
              packet={packets.get(row)}
              by={by}
              isChosen={row === selected || (chosen !== null && placeOf(chosen, row) >= 0)}
              isShown={row === selected}
              hasFocus={place === focusable}
              t={t}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The row that was pressed, and its column; a column of null for the row's mark or its rim. */
function cellAt({ target }: MouseEvent, columns: readonly ListColumn[]) {
  // Whatever is pressed within the grid is an element.
  const row = (target as Element).closest<HTMLElement>("[data-row]");
  if (!row) return null;
  const pressed = (target as Element).closest("[role=gridcell]");
  const column = columns[Array.from(row.children).findIndex((child) => child.isSameNode(pressed)) - 1]?.id ?? null;
  return { row: Number(row.dataset.row), column };
}

/** React's type does not know custom properties. */
const tracks = (columns: readonly ListColumn[]) => ({ "--tracks": gridTemplate(columns) }) as CSSProperties;

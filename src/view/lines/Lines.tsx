// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, not cells
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** tcpdump's lines as a list through any number of packets; below it stands what the piece at hand says. */
import { useLayoutEffect, useMemo } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import { CLIENT_TO_SERVER, cell, KIND_TCP } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { offerFilters, offersOfCell } from "../../store/filter-menu.ts";
import { lineOptions, listedRows } from "../../store/lines.ts";
import { openCapture } from "../../store/selectors.ts";
import { type State, useStore } from "../../store/store.ts";
import { TextNote } from "../details/TextNote.tsx";
import { useListedSelection, useListKeys, useRowFocus } from "../packet-list/list-choice.ts";
import { useTokenPixels } from "../parts/size-class.ts";
import { useTranslation } from "../translation.ts";
import { Explanation } from "./Explanation.tsx";
import { LineRow } from "./LineRow.tsx";
import styles from "./Lines.module.css";
import { useLineScroll } from "./use-line-scroll.ts";
import { usePieces } from "./use-pieces.ts";
import { usePrinted, usePrinter } from "./use-printer.ts";

export function Lines() {
  const capture = useStore(openCapture);
  return capture && <Grid capture={capture} />;
}

function Grid({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const { selected, marked, chosen } = useListedSelection();
  const shown = useStore(listedRows);
  const count = shown?.length ?? capture.packets.length;
  const place = marked === null ? -1 : shown ? placeOf(shown, marked) : marked;
  const rowHeight = useTokenPixels("--row-list");
  const list = useLineScroll(capture, shown, rowHeight);
  const rows = useMemo(
    () => Array.from({ length: list.end - list.first }, (_, index) => rowAt(shown, list.first + index)),
    [shown, list.first, list.end],
  );
  const printer = usePrinter(capture);
  const packets = usePrinted(printer, rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in view changes with its rows
  useLayoutEffect(() => list.measure(rows, packets), [rows, packets]);
  const isThere = place >= 0 && place < list.count;
  const focus = useRowFocus(
    marked,
    isThere ? list.topOf(place) : -1,
    isThere ? list.heightOf(place) : rowHeight,
    list.scroll.reveal,
  );
  const pieces = usePieces(packets, marked);
  const keys = useListKeys({
    shown,
    count,
    pageRows: list.scroll.viewportHeight / rowHeight,
    willMove: focus.willMove,
    onMenu: (row, at) => offerFilters(offersOfCell(capture, row, undefined, null), at, { row }),
  });
  const drawn = rows.map((_, index) => list.first + index);
  if (isThere && (place < list.first || place >= list.end)) drawn.push(place);
  const showsMore = useStore(showsHeaders);
  return (
    <>
      {showsMore && <TextNote />}
      <div
        ref={list.scroll.containerRef}
        role="grid"
        aria-label={t("tcpdump.title")}
        aria-multiselectable="true"
        aria-rowcount={count}
        className={styles.grid}
        onKeyDown={(event) => pieces.onKeyDown(event) || keys(event)}
        {...pieces.pointing}
      >
        <div ref={focus.ref} role="presentation" className={styles.tall} style={{ height: list.scroll.elementHeight }}>
          {drawn.map((at) => {
            const row = rowAt(shown, at);
            return (
              <LineRow
                key={row}
                row={row}
                place={at}
                top={list.scroll.offset + list.topOf(at)}
                height={list.heightOf(at)}
                printed={packets.get(row)}
                isChosen={row === selected || (chosen !== null && placeOf(chosen, row) >= 0)}
                isShown={row === selected}
                hasFocus={isThere ? at === place : at === 0}
                lit={pieces.litIn(row)}
                said={pieces.saidIn(row)}
                sender={senderOf(capture, row)}
              />
            );
          })}
        </div>
        {count === 0 && <p className={styles.nothing}>{t("tcpdump.nothing")}</p>}
      </div>
      <Explanation packet={pieces.packet} part={pieces.part} />
    </>
  );
}

/** Whether the lines show what a text need not have told that they were rebuilt from. */
function showsHeaders(state: State): boolean {
  const { verbosity, link, dump } = lineOptions(state);
  return verbosity > 0 || link || dump !== "none";
}

const rowAt = (shown: Uint32Array | null, place: number): number => (shown ? shown[place]! : place); // a place of the list

function senderOf({ packets }: Capture, row: number): string {
  if (cell(packets, "kind", row) !== KIND_TCP) return "";
  return cell(packets, "direction", row) === CLIENT_TO_SERVER ? "client" : "server";
}

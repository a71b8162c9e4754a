// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/**
 * The chosen packet's bytes in hexadecimal and ASCII; those of the field that is lit are marked. Of a packet that came in
 * fragments, the bytes that the header shown stands in: the last fragment's, or the payload that they all came to.
 */
import { type MouseEvent, memo, type PointerEvent, useLayoutEffect, useMemo, useState } from "react";
import { pathAtByte, placeAt } from "../../core/inspect/field-path.ts";
import { untoldBytes } from "../../core/inspect/untold-bytes.ts";
import type { Layer } from "../../core/protocols/inspection.ts";
import { hoverField, selectField } from "../../store/actions.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { litField, selectedField, shownLayer } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { drawnHeaders, shownHeader } from "../header-diagram/shown-header.ts";
import { fieldTitle } from "../parts/core-words.ts";
import head from "../parts/head.module.css";
import { hasMoved } from "../parts/pointing.ts";
import { useTokenPixels } from "../parts/size-class.ts";
import { useRowWindow } from "../parts/use-row-window.ts";
import { useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import { useOpenPacket } from "../workbench/open-packet.tsx";
import { ByteRow, type RowRange } from "./ByteRow.tsx";
import styles from "./Bytes.module.css";

/** Bytes to a row; half as many where the panel is narrower than so many px. */
const WIDE_ROW = 16;
const NARROW = 380;

interface ByteRange {
  readonly from: number;
  readonly end: number;
}

const NO_BYTES: ByteRange = { from: 0, end: 0 };

export const Bytes = memo(function Bytes() {
  const { t } = useTranslation();
  const packet = useOpenPacket();
  return (
    <>
      <div className={head.head}>
        <h2>{t("packet.bytes.title")}</h2>
        <span className={head.space} />
        {packet && <LitPlace packet={packet} />}
      </div>
      {packet && (packet.bytes.byteLength > 0 ? <ByteTable packet={packet} /> : <NoBytes />)}
    </>
  );
});

function NoBytes() {
  const { t } = useTranslation();
  return <p className={styles.none}>{t("packet.bytes.none")}</p>;
}

/** Where the lit field's bytes stand; else, which bytes these are, if not those of a frame captured whole. */
function LitPlace({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const lit = useStore(litField);
  const { layers } = packet.details;
  const shown = useShownLayer(layers)?.bytes ?? null;
  const place = lit === null ? null : placeAt(layers, lit);
  const { from, end } = bytesOf(layers, lit, shown);
  const captured = packet.bytes.byteLength;
  if (place && end > from) {
    const title = place.node ? fieldTitle(place.node.field, t) : place.layer.title;
    return (
      <span className={head.note}>
        {t(end - from === 1 ? "packet.bytes.byte" : "packet.bytes.several", { first: from, last: end - 1, title })}
      </span>
    );
  }
  if (shown) return <span className={head.note}>{t("packet.bytes.reassembled", { count: shown.byteLength })}</span>;
  if (captured === packet.wireLength) return null;
  return <span className={head.note}>{t("packet.bytes.cut", { captured, wire: packet.wireLength })}</span>;
}

/** The header that shows. */
function useShownLayer(layers: readonly Layer[]): Layer | undefined {
  const wanted = useStore(shownLayer);
  return useMemo(() => shownHeader(drawnHeaders(layers), wanted)?.layer, [layers, wanted]);
}

function ByteTable({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const { layers } = packet.details;
  const rowHeight = useTokenPixels("--row-bytes");
  const lit = useStore(litField);
  const header = useShownLayer(layers);
  const shown = header?.bytes ?? null;
  const bytes = shown ?? packet.bytes;
  const untold = useMemo(() => untoldBytes(layers, shown), [layers, shown]);
  const marked = useMemo(() => bytesOf(layers, lit, shown), [layers, lit, shown]);
  const sought = useStore((state) => state.find.bytes);
  const found = sought?.row === packet.row && shown === null ? sought : NO_BYTES;

  const [perRow, setPerRow] = useState(WIDE_ROW);
  const count = Math.ceil(bytes.byteLength / perRow);
  const content = count * rowHeight;
  const scroll = useScaledScroll({ contentHeight: content });
  const fitting = scroll.viewportWidth > 0 && scroll.viewportWidth < NARROW ? WIDE_ROW / 2 : WIDE_ROW;
  if (fitting !== perRow) setPerRow(fitting);
  const { first, end } = useRowWindow(scroll, content, rowHeight);
  useRevealedChoice(layers, shown, perRow, rowHeight, scroll.reveal);
  useLayoutEffect(() => {
    if (found.end > found.from) scroll.reveal(Math.floor(found.from / perRow) * rowHeight, rowHeight);
  }, [found, perRow, rowHeight, scroll.reveal]);

  const point = (event: PointerEvent) => {
    const at = byteAt(event);
    if (at !== null && hasMoved(event)) hoverField(pathAtByte(layers, at, shown));
  };
  const choose = (event: MouseEvent) => {
    const at = byteAt(event);
    if (at !== null) selectField(pathAtByte(layers, at, shown));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: tree and diagram choose the same fields by key
    <div
      ref={scroll.containerRef}
      role="table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
      tabIndex={0}
      aria-label={t("packet.bytes.table")}
      aria-rowcount={count}
      className={`${styles.table} ${perRow < WIDE_ROW ? styles.narrow : ""}`}
      onClick={choose}
      onPointerMove={point}
      onPointerLeave={() => hoverField(null)}
    >
      <div role="rowgroup" className={styles.tall} style={{ height: scroll.elementHeight }}>
        {Array.from({ length: end - first }, (_, index) => {
          const from = (first + index) * perRow;
          return (
            <ByteRow
              key={from}
              bytes={bytes}
              from={from}
              perRow={perRow}
              top={scroll.offset + (first + index) * rowHeight}
              marked={within(marked, from, perRow)}
              found={within(found, from, perRow)}
              header={within({ from: header?.at ?? 0, end: header?.end ?? 0 }, from, perRow)}
              untold={untold.flatMap((at) => (at >= from && at < from + perRow ? [at - from] : [])).join()}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Brings the chosen field's first row into view, when it is chosen and when its packet is. */
function useRevealedChoice(
  layers: readonly Layer[],
  shown: DataView | null,
  perRow: number,
  rowHeight: number,
  reveal: (top: number, height: number) => void,
): void {
  const chosen = useStore(selectedField);
  useLayoutEffect(() => {
    const { from, end } = bytesOf(layers, chosen, shown);
    if (end > from) reveal(Math.floor(from / perRow) * rowHeight, rowHeight);
  }, [layers, shown, chosen, perRow, rowHeight, reveal]);
}

/** Bytes `from` .. `end` (exclusive) that a field touches of those shown; none for what stands elsewhere or nowhere. */
function bytesOf(layers: readonly Layer[], path: string | null, shown: DataView | null): ByteRange {
  const place = path === null ? null : placeAt(layers, path);
  if (!place || place.bit < 0 || place.layer.bytes !== shown) return { from: 0, end: 0 };
  return { from: place.bit >> 3, end: (place.bit + place.width + 7) >> 3 };
}

/** The part of a range that lies in a row, counted from the row's first byte, as text so that equal ones are the same. */
function within({ from, end }: ByteRange, rowFrom: number, perRow: number): RowRange {
  const first = Math.max(0, from - rowFrom);
  const past = Math.min(perRow, end - rowFrom);
  return past > first ? `${first}-${past}` : "";
}

function byteAt(event: MouseEvent | PointerEvent): number | null {
  // What lies under a pointer within the table is an element.
  const cell = (event.target as Element).closest<HTMLElement>("[data-byte]");
  return cell ? Number(cell.dataset.byte) : null;
}

// biome-ignore-all lint/a11y/useFocusableInteractive: the table takes the focus
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** One row of bytes: their position, the bytes in hexadecimal, and as ASCII. */
import { memo } from "react";
import { hexDigits } from "../../core/base/hex.ts";
import styles from "./Bytes.module.css";

/** Places `first-end` (exclusive) of a row, as text; empty for none. */
export type RowRange = `${number}-${number}` | "";

export interface ByteRowProps {
  readonly bytes: DataView;
  /** First byte of the row. */
  readonly from: number;
  readonly perRow: number;
  /** Px from the top of the scrolled element. */
  readonly top: number;
  /** Bytes of the field that is lit, and those of the header that shows. */
  readonly marked: RowRange;
  /** Bytes that were found. */
  readonly found: RowRange;
  readonly header: RowRange;
  /** Places that fill in for what nobody told, with commas between them. */
  readonly untold: string;
}

export const ByteRow = memo(function ByteRow({
  bytes,
  from,
  perRow,
  top,
  marked,
  found,
  header,
  untold,
}: ByteRowProps) {
  const isMarked = holds(marked);
  const isHeader = holds(header);
  const isFound = holds(found);
  const unknown = untold === "" ? NONE : new Set(untold.split(",").map(Number));
  const places = Array.from({ length: Math.min(perRow, bytes.byteLength - from) }, (_, place) => place);
  const look = (place: number) =>
    [isHeader(place) && styles.header, isMarked(place) && styles.marked, isFound(place) && styles.found]
      .filter(Boolean)
      .join(" ");
  return (
    <div role="row" aria-rowindex={from / perRow + 1} className={styles.row} style={{ top }}>
      <span role="rowheader" className={styles.offset}>
        {hexDigits(from, 4)}
      </span>
      {places.map((place) => (
        <span key={place} role="cell" data-byte={from + place} className={`${styles.byte} ${look(place)}`}>
          {unknown.has(place) ? UNKNOWN : hexDigits(bytes.getUint8(from + place), 2)}
        </span>
      ))}
      <span role="cell" className={styles.ascii}>
        {places.map((place) => (
          <span key={place} data-byte={from + place} className={look(place)}>
            {unknown.has(place) ? " " : ascii(bytes.getUint8(from + place))}
          </span>
        ))}
      </span>
    </div>
  );
});

const NONE: ReadonlySet<number> = new Set();
/** In place of a byte that nobody told. */
const UNKNOWN = "··";

function holds(range: RowRange): (place: number) => boolean {
  if (range === "") return () => false;
  const [first = 0, end = 0] = range.split("-").map(Number);
  return (place) => place >= first && place < end;
}

function ascii(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
}

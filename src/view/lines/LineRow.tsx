// biome-ignore-all lint/a11y/useFocusableInteractive: rows and the pieces of them take the focus by keys
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/** One packet in tcpdump's words: its number, and its text with the pieces that have a meaning of their own. */
import { memo } from "react";
import type { PartKind } from "../../core/tcpdump/print/parts.ts";
import type { PrintedPacket } from "../../core/tcpdump/print/printer.ts";
import { MarkedNumber } from "../marks/MarkedNumber.tsx";
import { useRowSigns } from "../packet-list/row-signs.tsx";
import styles from "./Lines.module.css";

export interface LineRowProps {
  readonly row: number;
  /** Among the packets that show. */
  readonly place: number;
  /** Px from the top of the scrolled element, and how many it takes. */
  readonly top: number;
  readonly height: number;
  /** Undefined until it is printed. */
  readonly printed: PrintedPacket | undefined;
  /** One of the chosen packets, and the one of them that all panels show. */
  readonly isChosen: boolean;
  readonly isShown: boolean;
  readonly hasFocus: boolean;
  /** The piece that is lit, by its place; -1 for none. */
  readonly lit: number;
  /** What the piece says that has the focus; undefined where none has. */
  readonly said: string | undefined;
  /** Who sends: `client`, `server`, or nobody that is known. */
  readonly sender: string;
}

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { row, place, top, height, printed, isChosen, isShown, hasFocus, lit, said, sender } = props;
  const { isMarked, isDimmed } = useRowSigns(row);
  return (
    <div
      role="row"
      aria-rowindex={place + 1}
      aria-selected={isChosen}
      data-row={row}
      tabIndex={hasFocus ? 0 : -1}
      className={`${styles.row} ${isShown ? styles.shown : ""} ${isDimmed ? styles.dimmed : ""}`}
      style={{ top, height }}
    >
      <span role="gridcell" className={styles.number}>
        {isMarked ? <MarkedNumber number={row + 1} /> : row + 1}
      </span>
      <span role="presentation" className={`${styles.text} ${styles[sender] ?? ""}`}>
        {printed
          ? piecesOf(printed).map(({ text, part, kind }) =>
              part < 0 ? (
                text
              ) : (
                <span
                  key={part}
                  role="gridcell"
                  data-part={part}
                  tabIndex={-1}
                  aria-description={said}
                  className={`${styles.part} ${part === lit ? styles.lit : ""} ${styles[kind] ?? ""}`}
                >
                  {text}
                </span>
              ),
            )
          : "…"}
      </span>
    </div>
  );
});

/** A stretch of text; `part` is the place of the piece that it is, -1 for what stands between pieces. */
interface Piece {
  readonly text: string;
  readonly part: number;
  readonly kind: PartKind | "";
}

function piecesOf({ text, parts }: PrintedPacket): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const between = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), part: -1, kind: "" });
  };
  for (const [part, { kind, from, to }] of parts.entries()) {
    between(from);
    pieces.push({ text: text.slice(from, to), part, kind });
    at = to;
  }
  between(text.length);
  return pieces;
}

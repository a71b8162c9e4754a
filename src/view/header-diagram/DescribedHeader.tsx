/** A header as it is described, of no packet: the names of its fields and their widths. A picture only. */
import type { DiagramCell, DiagramPiece } from "../../core/inspect/diagram.ts";
import { fieldTitle } from "../parts/core-words.ts";
import { useTranslation } from "../translation.ts";
import { cellWords } from "./cell-words.ts";
import styles from "./HeaderDiagram.module.css";
import { Ruler } from "./Ruler.tsx";

/** Columns below which there is room for the number of bits alone, and below which for none. */
const NUMBER_ONLY = 4;
const NOTHING = 2;

export interface DescribedHeaderProps {
  readonly cells: readonly DiagramCell[];
  /** The protocol's title. */
  readonly title: string;
}

export function DescribedHeader({ cells, title }: DescribedHeaderProps) {
  const { t } = useTranslation();
  const count = cells.reduce((bits, { width }) => bits + width, 0) / 8;
  return (
    <div role="img" aria-label={t("reference.header", { title, count })}>
      <Ruler />
      <div className={styles.grid}>
        {cells.flatMap((cell) =>
          cell.pieces.map((piece) => <Cell key={piece.firstWord * 32 + piece.column} {...{ cell, piece }} />),
        )}
      </div>
    </div>
  );
}

function Cell({ cell, piece }: { readonly cell: DiagramCell; readonly piece: DiagramPiece }) {
  const { t } = useTranslation();
  const { row, rows, column, columns } = piece;
  const place = { gridColumn: `${column + 1} / span ${columns}`, gridRow: `${row + 1} / span ${rows}` };
  const isBit = columns < NOTHING;
  const isFirst = !piece.continued;
  const width = columns < NUMBER_ONLY ? String(cell.width) : t("reference.bits", { count: cell.width });
  return (
    <div
      className={`${styles.cell} ${isBit ? styles.bit : ""}`}
      style={place}
      title={cell.node ? fieldTitle(cell.node.field, t) : undefined}
    >
      <span className={styles.title}>{cellWords(cell, piece, t).title}</span>
      {isFirst && !isBit && <span className={styles.note}>{width}</span>}
    </div>
  );
}

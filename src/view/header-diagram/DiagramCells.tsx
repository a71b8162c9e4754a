/** The cells of a header diagram: buttons that mark and choose their field. Arrow keys lead from one to the next. */
import { type KeyboardEvent, memo, useRef, useState } from "react";
import type { DiagramCell, DiagramPiece } from "../../core/inspect/diagram.ts";
import { isWithin, layerOf } from "../../core/inspect/field-path.ts";
import { hoverField, selectField } from "../../store/actions.ts";
import { litField, selectedField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { meaningOf } from "../parts/field-meaning.ts";
import { hasMoved } from "../parts/pointing.ts";
import { useTranslation } from "../translation.ts";
import { cellWords } from "./cell-words.ts";
import styles from "./HeaderDiagram.module.css";

/** Columns below which a cell has hardly room for its name. */
const NARROW = 5;

interface Part {
  readonly cell: DiagramCell;
  readonly piece: DiagramPiece;
}

/** Another packet: its number, and its values in the cells that differ. */
export interface Compared {
  readonly number: number;
  readonly values: ReadonlyMap<string, string>;
}

const NOTHING_LIT: readonly string[] = [];

interface DiagramCellsProps {
  readonly cells: readonly DiagramCell[];
  /** Null where the header is not compared. */
  readonly compared: Compared | null;
  /** Paths of fields that are lit beside what the panels light. */
  readonly lit?: readonly string[];
}

export function DiagramCells({ cells, compared, lit = NOTHING_LIT }: DiagramCellsProps) {
  const parts = cells.flatMap((cell) => cell.pieces.map((piece): Part => ({ cell, piece })));
  const [entry, setEntry] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const key = (event: KeyboardEvent) => {
    const now = Number((event.target as Element).getAttribute("data-part") ?? Number.NaN); // keys come from buttons
    const next = Number.isNaN(now) ? -1 : target(event.key, parts, now);
    if (next < 0) return;
    event.preventDefault();
    setEntry(next);
    grid.current?.querySelector<HTMLElement>(`[data-part="${next}"]`)?.focus();
  };
  // The way in is the cell left last; another header may have fewer.
  const current = parts[entry]?.cell.node ? entry : parts.findIndex(({ cell }) => cell.node !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells' keys, gathered
    <div ref={grid} className={styles.grid} onKeyDown={key} onPointerLeave={() => hoverField(null)}>
      {parts.map(({ cell, piece }, index) => (
        <Cell
          key={`${cell.path} ${piece.firstWord} ${piece.column}`}
          cell={cell}
          piece={piece}
          index={index}
          isCurrent={index === current}
          lit={lit}
          other={compared?.values.get(cell.path) ?? null}
          otherNumber={compared?.number ?? 0}
        />
      ))}
    </div>
  );
}

interface CellProps extends Part {
  readonly index: number;
  readonly isCurrent: boolean;
  readonly lit: readonly string[];
  /** Its value in the packet that it is compared with; null where that is the same, or none. */
  readonly other: string | null;
  readonly otherNumber: number;
}

const Cell = memo(function Cell({ cell, piece, index, isCurrent, lit, other, otherNumber }: CellProps) {
  const { t } = useTranslation();
  const { path, node } = cell;
  // A field lights with what holds it and with what it holds; the whole header is what the diagram shows anyway.
  const meets = (other: string | null) =>
    other !== null && layerOf(other) !== other && (isWithin(path, other) || isWithin(other, path));
  const isLit = useStore((state) => node !== null && (meets(litField(state)) || lit.some(meets)));
  const isChosen = useStore((state) => node !== null && meets(selectedField(state)));
  const { title, value, note, name } = cellWords(cell, piece, t);
  const { row, rows, column, columns } = piece;
  const place = { gridColumn: `${column + 1} / span ${columns}`, gridRow: `${row + 1} / span ${rows}` };
  if (!node) return <div className={`${styles.cell} ${styles.gap}`} style={place} title={name} />;
  const difference =
    other === null ? "" : t(other ? "header.other" : "header.otherNone", { number: otherNumber, value: other });
  const description = [difference, meaningOf(node.field.key, t)].filter(Boolean).join(" ");
  const isBit = columns === 1;
  const isSet = isBit && node.value !== 0;
  return (
    <button
      type="button"
      data-part={index}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={name}
      aria-pressed={isChosen}
      aria-description={description || undefined}
      title={difference ? [name, difference].join(t("reference.between")) : name}
      className={[
        styles.cell,
        isBit ? styles.bit : columns < NARROW ? styles.narrow : "",
        isSet ? styles.set : "",
        difference ? styles.changed : "",
        isLit ? styles.lit : "",
        isChosen ? styles.chosen : "",
      ].join(" ")}
      style={place}
      onClick={() => selectField(path)}
      onPointerMove={(event) => hasMoved(event) && hoverField(path)}
      // A pointer that presses it points at it already.
      onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && hoverField(path)}
      onBlur={() => hoverField(null)}
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.line}>
        <span className={styles.value}>{value}</span>
        {(difference || note) && (
          <span className={styles.note}>{piece.continued || columns < NARROW ? note : difference || note}</span>
        )}
      </span>
    </button>
  );
});

/** The part that a key leads to; -1 for keys that lead nowhere. Gaps are passed over. */
function target(key: string, parts: readonly Part[], now: number): number {
  const is = (index: number) => parts[index]?.cell.node != null;
  switch (key) {
    case "ArrowLeft":
      return parts.findLastIndex((_, index) => index < now && is(index));
    case "ArrowRight":
      return parts.findIndex((_, index) => index > now && is(index));
    case "ArrowUp":
      return parts.findLastIndex((part, index) => is(index) && isBeside(part, parts[now]!, -1));
    case "ArrowDown":
      return parts.findIndex((part, index) => is(index) && isBeside(part, parts[now]!, 1));
    case "Home":
      return parts.findIndex((_, index) => is(index));
    case "End":
      return parts.findLastIndex((_, index) => is(index));
    default:
      return -1;
  }
}

/** Whether a part lies above (-1) or below (1) another and shares its first column. */
function isBeside({ piece }: Part, { piece: from }: Part, step: 1 | -1): boolean {
  const row = step < 0 ? from.row - 1 : from.row + from.rows;
  const isInRow = piece.row <= row && row < piece.row + piece.rows;
  return isInRow && piece.column <= from.column && from.column < piece.column + piece.columns;
}

// biome-ignore-all lint/a11y/useFocusableInteractive: the table keeps the focus and names the row that is chosen
// biome-ignore-all lint/a11y/useSemanticElements: rows that stand absolutely are laid out as no table is
/**
 * The ladder as a table: the same packets in the same order, in columns that can be read one by one. For those who
 * hear the page, and for those who would rather compare numbers than arrows.
 */
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useMemo } from "react";
import { placeOf } from "../../core/base/bisect.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { noteTexts } from "../../core/ladder/export/noted-rows.ts";
import { type PartRow, readPart } from "../../core/ladder/export/part.ts";
import { keyTarget } from "../../core/ladder/keys.ts";
import { evenRows } from "../../core/ladder/rows.ts";
import { selectPacket } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { shownNotes } from "../../store/notes.ts";
import { rowSigns } from "../../store/row-signs.ts";
import { letterKeys, selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useWords } from "../ladder/use-words.ts";
import { figureName } from "../ladder/words.ts";
import { MarkedNumber } from "../marks/MarkedNumber.tsx";
import { useTokenPixels } from "../parts/size-class.ts";
import { useRowWindow } from "../parts/use-row-window.ts";
import { useScaledScroll } from "../parts/use-scaled-scroll.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LadderTable.module.css";

/** Px of the column heads; the style sheet says the same. */
const HEAD = 22;

/** The columns, in their order, and what each says of a packet. */
const COLUMNS = {
  number: ({ number }) => number,
  time: ({ time }) => time,
  from: ({ fromEnd }) => fromEnd,
  to: ({ toEnd }) => toEnd,
  says: ({ label, protocol }) => (protocol === null || protocol === label ? label : `${protocol}: ${label}`),
  seq: ({ seq, protocol }) => (protocol === null ? String(seq) : ""),
  ack: ({ ack, protocol }) => (protocol === null && ack >= 0 ? String(ack) : ""),
  finding: ({ finding, quotes }) => finding?.words || quotes,
  note: ({ note }) => note.replaceAll("\n", " "),
} as const satisfies Record<string, (row: PartRow) => string>;
type Column = keyof typeof COLUMNS;
const ALL = Object.keys(COLUMNS) as Column[]; // the keys of the lines above
const PLAIN = ALL.filter((name) => name !== "note");

export interface LadderTableProps {
  readonly capture: Capture;
  readonly content: LadderContent;
  /** Row of the connection table; null for packets of many hosts. */
  readonly connection: number | null;
}

export function LadderTable({ capture, content, connection }: LadderTableProps) {
  const { t } = useTranslation();
  const id = useId();
  const rowHeight = useTokenPixels("--row-list");
  const count = content.rows.length;
  const height = count * rowHeight;
  const scroll = useScaledScroll({ contentHeight: height, headHeight: HEAD });
  const { first, end } = useRowWindow(scroll, height, rowHeight);
  const places = useMemo(() => evenRows(count, rowHeight), [count, rowHeight]);
  const words = useWords(capture, content, places, first, end);
  const allNotes = useStore(shownNotes);
  const notes = useMemo(() => noteTexts(content.rows, allNotes), [content.rows, allNotes]);
  const names = notes.size > 0 ? ALL : PLAIN;
  const part = readPart({ content: { ...content, words }, first, end: Math.min(end, count), notes });
  const signs = useStore(rowSigns);
  const selected = useStore(selectedPacket);
  const chosen = selected === null ? -1 : placeOf(content.rows, selected);
  const { reveal, viewportHeight } = scroll;
  useLayoutEffect(() => {
    if (chosen >= 0 && viewportHeight > 0) reveal(chosen * rowHeight, rowHeight);
  }, [chosen, rowHeight, reveal, viewportHeight]);
  const onKeyDown = useKeys(content, chosen, Math.max(1, Math.floor(viewportHeight / rowHeight) - 1));
  const isInView = chosen >= first && chosen < end;
  return (
    <div
      ref={scroll.containerRef}
      role="grid"
      aria-label={t("ladder.table.name", { figure: figureName(t, content, connection) })}
      aria-rowcount={count + 1}
      aria-colcount={names.length}
      aria-activedescendant={isInView ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      className={`${styles.grid} ${notes.size > 0 ? styles.noted : ""}`}
      onKeyDown={onKeyDown}
      onClick={choose}
    >
      <div role="presentation" className={styles.tall} style={{ height: HEAD + scroll.elementHeight }}>
        <div role="row" aria-rowindex={1} className={styles.heads}>
          {names.map((name) => (
            <span key={name} role="columnheader" className={styles[name]}>
              {t(`ladder.table.${name}`)}
            </span>
          ))}
        </div>
        {Array.from(part.rows(), (row) => (
          <div
            key={row.row}
            id={`${id}-${row.index}`}
            role="row"
            aria-rowindex={row.index + 2}
            aria-selected={row.index === chosen}
            data-row={row.row}
            className={`${styles.row} ${row.protocol === null ? (row.isFromClient ? styles.client : styles.server) : ""} ${signs.isDimmed(row.row) ? styles.dimmed : ""}`}
            style={{ top: HEAD + scroll.offset + row.index * rowHeight }}
          >
            {names.map((name) => (
              <span key={name} role="gridcell" className={styles[name]}>
                {name === "number" && signs.isMarked(row.row) ? (
                  <MarkedNumber number={row.number} />
                ) : (
                  COLUMNS[name](row)
                )}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The keys of the ladder. */
function useKeys({ packets, rows }: LadderContent, index: number, page: number) {
  const areLetters = useStore(letterKeys);
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = keyTarget(event.key, { packets, rows, index, page }, areLetters);
    if (target === null) return;
    event.preventDefault();
    selectPacket(rows[target]!, event.shiftKey);
  };
}

function choose(event: MouseEvent): void {
  // Whatever is clicked within the grid is an element.
  const row = (event.target as Element).closest<HTMLElement>("[data-row]");
  if (row) selectPacket(Number(row.dataset.row), event.shiftKey);
}

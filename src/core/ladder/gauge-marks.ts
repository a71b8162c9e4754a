/**
 * The amounts in view as marks: in each column a bar from its axis to the amount, and the number above it; in a wide one
 * a line for each direction from mark to mark as well. The scale of a column begins at 0 and ends at the greatest amount.
 */
import { FAST_RETRANSMISSION, RETRANSMISSION, SPURIOUS_RETRANSMISSION } from "../analysis/findings.ts";
import { CLIENT_TO_SERVER, cell, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import type { Beside } from "./beside.ts";
import type { LadderContent } from "./content.ts";
import type { GaugeColumn } from "./gauge-columns.ts";
import { amountAt, type GaugedTables, UNKNOWN_AMOUNT } from "./gauges.ts";

/** One amount of one packet. */
export interface GaugeMark {
  readonly row: number;
  readonly direction: number;
  /** What was sent again. */
  readonly isAgain: boolean;
  /** The capture does not tell the amount. */
  readonly isUnknown: boolean;
  /** The axis, and where the amount is; px from the visible left edge. */
  readonly axis: number;
  readonly x: number;
  /** Height of the bar, and baseline and right edge of the number; px of the scene. */
  readonly y: number;
  readonly textY: number;
  readonly textX: number;
  /** Empty where there is no room. */
  readonly text: string;
}

/** The marks of one column. */
export interface GaugeMarks {
  readonly column: GaugeColumn;
  readonly marks: readonly GaugeMark[];
  /** Corners of the lines between the marks of each direction, x and y by turns; none in a slim column. */
  readonly lines: readonly { readonly direction: number; readonly corners: readonly number[] }[];
}

/** A row in view: its place among the ladder's rows, where its arrow is, and where texts stand over it. */
export interface GaugeRow {
  readonly index: number;
  readonly lineY: number;
  readonly textY: number;
  /** No row is so near above it that texts would meet. */
  readonly hasRoom: boolean;
}

const AGAIN = RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION;

/** Lays out one column for rows in view, which stand in their order. */
export function layoutGauge(
  tables: GaugedTables & Pick<LadderContent, "rows">,
  beside: Beside,
  column: GaugeColumn,
  rows: readonly GaugeRow[],
): GaugeMarks {
  const marks = rows.flatMap((row) => markOf(tables, beside, column, row) ?? []);
  const lines = column.isWide ? [CLIENT_TO_SERVER, SERVER_TO_CLIENT].map((way) => lineOf(marks, way)) : [];
  return { column, marks, lines: lines.filter(({ corners }) => corners.length > 2) };
}

function markOf(
  tables: GaugedTables & Pick<LadderContent, "rows">,
  { most, words }: Beside,
  { gauge, left, right }: GaugeColumn,
  { index, lineY, textY, hasRoom }: GaugeRow,
): GaugeMark | null {
  const { packets, rows } = tables;
  const row = rows[index]!;
  const amount = amountAt(tables, row, gauge);
  if (Number.isNaN(amount)) return null;
  const isUnknown = amount === UNKNOWN_AMOUNT;
  const share = isUnknown || most[gauge] <= 0 ? 0 : Math.min(Math.max(amount / most[gauge], 0), 1);
  return {
    row,
    direction: cell(packets, "direction", row),
    isAgain: (cell(packets, "findings", row) & AGAIN) !== 0,
    isUnknown,
    axis: left,
    x: left + share * (right - left),
    y: lineY,
    textY,
    textX: right,
    text: hasRoom ? (isUnknown ? "?" : words.amount(gauge, amount)) : "",
  };
}

/** Steps, for an amount holds until the next one of its side. */
function lineOf(marks: readonly GaugeMark[], direction: number) {
  const own = marks.filter((mark) => mark.direction === direction && !mark.isUnknown);
  return { direction, corners: own.flatMap(({ x, y }, at) => (at === 0 ? [x, y] : [own[at - 1]!.x, y, x, y])) };
}

/** Where a key leads in a ladder. */
import { listTarget } from "../base/list-keys.ts";
import { cell, type PacketTable } from "../table/packet-table.ts";
import type { FoldedLines } from "./fold-lines.ts";

/** What the keys move through. */
export interface LadderPosition {
  readonly packets: PacketTable;
  /** Rows of the packet table. */
  readonly rows: Uint32Array;
  /** Place of the chosen packet among them; -1 when none of them is. */
  readonly index: number;
  /** Lines that a page moves by. */
  readonly page: number;
  /** The lines that rows stand in; missing where each has its own. */
  readonly lines?: FoldedLines | undefined;
}

/**
 * The place among the rows to which a key leads, the first of its line where it leads from line to line, named as browsers name it; null for a key that does not move. `letters`
 * tells whether single letters are commands.
 */
export function keyTarget(key: string, position: LadderPosition, letters: boolean): number | null {
  const { rows, index, page, lines } = position;
  if (rows.length === 0) return null;
  const meant = letters ? (LETTERS[key] ?? key) : key;
  if (meant === "ArrowLeft") return sameWay(position, -1);
  if (meant === "ArrowRight") return sameWay(position, 1);
  if (!lines) return listTarget(meant, { first: 0, last: rows.length - 1, now: index, page });
  const now = index < 0 ? index : lines.lineOf(index);
  const line = listTarget(meant, { first: 0, last: lines.length - 1, now, page });
  return line === null ? null : lines.firstOf(line);
}

const LETTERS: Readonly<Record<string, string>> = { k: "ArrowUp", j: "ArrowDown" };

/** The next packet of the same connection and direction, or between the same hosts, `step` being 1 or -1; where there is none, the same place. */
function sameWay({ packets, rows, index }: LadderPosition, step: 1 | -1): number {
  if (index < 0) return 0;
  const value = (column: "connection" | "direction" | "source" | "destination", place: number) =>
    cell(packets, column, rows[place]!);
  // What belongs to no connection goes from one host to another.
  const isSegment = value("connection", index) >= 0;
  const [one, other] = isSegment ? (["connection", "direction"] as const) : (["source", "destination"] as const);
  for (let place = index + step; place >= 0 && place < rows.length; place += step) {
    if (value(one, place) === value(one, index) && value(other, place) === value(other, index)) return place;
  }
  return index;
}

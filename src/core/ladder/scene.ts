/**
 * What the ladder shows of its packets, as numbers and words: which arrow from where to where, and where its texts
 * stand. Drawing needs nothing else; whoever draws decides what it looks like.
 *
 * A scene holds the rows of a window, about two screens of them, so that making it costs the same at any number of
 * packets. Lengths are px; x counts from the visible left edge, y from the scene's top.
 */
import { FIN, flagNames, RST, SYN } from "../protocols/tcp.ts";
import { type ConnectionTable, ECN_AGREED } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, cell, type PacketTable } from "../table/packet-table.ts";
import { type ArrowPlace, placeArrow, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import type { HostOrder } from "./hosts.ts";
import { type NumberStyle, segmentNumbers } from "./segment-numbers.ts";
import { timeText } from "./times.ts";

/** Room above the first row and below the last one, where the lifelines go on. */
export const TOP_MARGIN = 4;
export const BOTTOM_MARGIN = 24;

/** Between the two numbers of a comment, where the first is longer than its column. */
const LEAST_GAP = 8;

/** Whose packets a ladder shows, and how it writes them. */
export interface LadderContent {
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  /** Rows of the packet table, ascending. */
  readonly rows: Uint32Array;
  /** The hosts of the lifelines; null for a connection: its client and its server, even where both are one host. */
  readonly hosts: HostOrder | null;
  readonly numbers: NumberStyle;
  readonly decimals: 6 | 9;
}

/** Which part of it: rows `first` .. `end` (exclusive), and pixels scrolled sideways. */
export interface LadderWindow {
  readonly first: number;
  readonly end: number;
  readonly left: number;
}

/** One packet. */
export interface Arrow extends ArrowPlace {
  /** Row of the packet table, and place among the ladder's rows. */
  readonly row: number;
  readonly index: number;
  /** Top of the row. */
  readonly y: number;
  /** CLIENT_TO_SERVER or SERVER_TO_CLIENT. */
  readonly direction: number;
  readonly hasData: boolean;
  /** Carries no data, and neither opens nor closes the connection. */
  readonly isQuiet: boolean;
  /** Bytes of payload. */
  readonly bytes: number;
  readonly flags: string;
  /** The flags, and the bytes where there are any: `PSH, ACK - Len: 725`. */
  readonly label: string;
  readonly number: string;
  readonly time: string;
  readonly seq: number;
  /** -1 without the ACK flag. */
  readonly ack: number;
  readonly seqText: TextSpot;
  /** Null without the ACK flag. */
  readonly ackText: TextSpot | null;
}

/** A lifeline in view. */
export interface Lifeline {
  /** Its place among all: 0 is the client, or the first host. */
  readonly lifeline: number;
  readonly x: number;
}

export interface LadderScene {
  readonly columns: LadderColumns;
  readonly content: LadderContent;
  readonly window: LadderWindow;
  readonly height: number;
  readonly arrows: readonly Arrow[];
  readonly lifelines: readonly Lifeline[];
}

/** Lays out the packets of a window. */
export function layoutScene(
  content: LadderContent,
  columns: LadderColumns,
  window: LadderWindow,
  measure: Measure,
): LadderScene {
  const first = Math.min(window.first, content.rows.length);
  const end = Math.min(window.end, content.rows.length);
  const arrows: Arrow[] = [];
  for (let index = first; index < end; index++) arrows.push(layoutArrow(content, columns, window, index, measure));
  const isLast = end === content.rows.length;
  const height = (end - first) * columns.rowHeight + (isLast ? BOTTOM_MARGIN : 0);
  return {
    columns,
    content,
    window: { first, end, left: window.left },
    height,
    arrows,
    lifelines: lifelinesInView(columns, window.left),
  };
}

/** Height of all rows together, margins included. */
export function ladderHeight(count: number, { rowHeight }: Pick<LadderColumns, "rowHeight">): number {
  return TOP_MARGIN + count * rowHeight + BOTTOM_MARGIN;
}

/** Top of a row among all. */
export function rowTop(index: number, { rowHeight }: LadderColumns): number {
  return TOP_MARGIN + index * rowHeight;
}

/** The row at a height among all; -1 for none. */
export function rowAt(y: number, count: number, { rowHeight }: LadderColumns): number {
  const index = Math.floor((y - TOP_MARGIN) / rowHeight);
  return index >= 0 && index < count ? index : -1;
}

/** The lifelines that stand in the visible middle, from the left; x counts from the visible left edge. */
export function lifelinesInView(columns: LadderColumns, left: number): readonly Lifeline[] {
  const { firstLifeline, pitch, middleLeft, middleRight, lifelines } = columns;
  const place = (x: number) => (pitch > 0 ? (x + left - firstLifeline) / pitch : 0);
  const from = Math.max(0, Math.ceil(place(middleLeft)));
  const to = Math.min(lifelines - 1, pitch > 0 ? Math.floor(place(middleRight)) : lifelines - 1);
  const found: Lifeline[] = [];
  for (let lifeline = from; lifeline <= to; lifeline++) found.push({ lifeline, x: lifelineX(columns, lifeline, left) });
  return found;
}

/** The lifelines that a packet goes from and to; -1 for a host that has none. */
export function lifelinesOf({ packets, hosts }: LadderContent, row: number): { from: number; to: number } {
  if (hosts) {
    const lifeline = (column: "source" | "destination") => hosts.lifelines[cell(packets, column, row)] ?? -1;
    return { from: lifeline("source"), to: lifeline("destination") };
  }
  return cell(packets, "direction", row) === CLIENT_TO_SERVER ? { from: 0, to: 1 } : { from: 1, to: 0 };
}

/**
 * Pixels to scroll sideways so that something of an arrow shows: `left` where it does, else what brings the sender's
 * lifeline into the middle.
 */
export function leftShowing(columns: LadderColumns, left: number, { from, to }: { from: number; to: number }): number {
  const { middleLeft, middleRight, width, contentWidth } = columns;
  const [x1, x2] = [lifelineX(columns, from, left), lifelineX(columns, to, left)];
  if (from < 0 || to < 0 || (Math.max(x1, x2) > middleLeft && Math.min(x1, x2) < middleRight)) return left;
  const wanted = left + x1 - (middleLeft + middleRight) / 2;
  return Math.min(Math.max(0, wanted), contentWidth - width);
}

/** Where a lifeline stands with `left` px scrolled sideways. */
export function lifelineX({ firstLifeline, pitch }: LadderColumns, lifeline: number, left: number): number {
  return firstLifeline + lifeline * pitch - left;
}

function layoutArrow(
  content: LadderContent,
  columns: LadderColumns,
  window: LadderWindow,
  index: number,
  measure: Measure,
): Arrow {
  const { packets } = content;
  const row = content.rows[index]!;
  const bytes = Math.max(0, cell(packets, "payloadLength", row));
  const flagBits = cell(packets, "flags", row);
  const ecn = content.connections.columns.accurateEcn[cell(packets, "connection", row)];
  const flags = flagNames(flagBits, ecn === ECN_AGREED);
  const label = bytes > 0 ? `${flags} - Len: ${bytes}` : flags;
  const numbers = segmentNumbers(packets, content.connections, row, content.numbers);
  const { from, to } = lifelinesOf(content, row);
  const ends = {
    x1: from < 0 ? Number.NaN : lifelineX(columns, from, window.left),
    x2: to < 0 ? Number.NaN : lifelineX(columns, to, window.left),
    fromPort: cell(packets, "sourcePort", row),
    toPort: cell(packets, "destinationPort", row),
  };
  return {
    row,
    index,
    y: (index - window.first) * columns.rowHeight,
    direction: cell(packets, "direction", row),
    hasData: bytes > 0,
    isQuiet: bytes === 0 && (flagBits & (SYN | FIN | RST)) === 0,
    bytes,
    flags,
    label,
    number: String(row + 1),
    time: timeText(cell(packets, "time", row), content.decimals),
    ...numbers,
    ...placeComment(columns, numbers, measure),
    ...placeArrow(columns, ends, label, measure),
  };
}

/** Two columns; a number longer than its column moves what follows, and both where the room ends. */
function placeComment(columns: LadderColumns, { seq, ack }: { seq: number; ack: number }, measure: Measure) {
  const spot = (text: string, x: number): TextSpot => ({ text, x, width: measure(text, "strong") });
  const seqText = spot(`Seq = ${seq}`, columns.seqLeft);
  if (ack < 0) return { seqText, ackText: null };
  const ackText = spot(`Ack = ${ack}`, Math.max(columns.ackLeft, seqText.x + seqText.width + LEAST_GAP));
  const beyond = Math.max(0, ackText.x + ackText.width - columns.commentRight);
  return {
    seqText: { ...seqText, x: seqText.x - beyond },
    ackText: { ...ackText, x: ackText.x - beyond },
  };
}

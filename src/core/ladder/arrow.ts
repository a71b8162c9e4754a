/** One packet as the ladder shows it: its words, and where they stand. */
import { FIN, flagNames, RST, SYN } from "../protocols/tcp.ts";
import { ECN_AGREED } from "../table/connection-table.ts";
import { cell } from "../table/packet-table.ts";
import { type ArrowFinding, arrowFinding } from "./arrow-finding.ts";
import { type ArrowEnd, type ArrowPlace, placeArrow, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import { rowTime } from "./row-time.ts";
import { segmentNumbers } from "./segment-numbers.ts";

/** Between the two numbers of a comment, where the first is longer than its column. */
const LEAST_GAP = 8;

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
  /** What the analysis found; null for nothing. */
  readonly finding: ArrowFinding | null;
  readonly number: string;
  readonly time: string;
  readonly seq: number;
  /** -1 without the ACK flag. */
  readonly ack: number;
  readonly seqText: TextSpot;
  /** Null without the ACK flag. */
  readonly ackText: TextSpot | null;
}

/** Lays out the arrow of one row, given by its place among all. */
export function layoutArrow(
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
  const finding = arrowFinding(cell(packets, "findings", row), cell(packets, "amount", row), (flagBits & RST) !== 0);
  const words = { label, finding: finding?.words ?? null };
  const numbers = segmentNumbers(packets, content.connections, row, content.numbers);
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
    finding,
    number: String(row + 1),
    time: rowTime(content, index),
    ...numbers,
    ...placeComment(columns, numbers, measure),
    ...placeArrow(columns, ...endsOf(content, columns, window.left, row), words, measure),
  };
}

function endsOf(content: LadderContent, columns: LadderColumns, left: number, row: number): [ArrowEnd, ArrowEnd] {
  const { packets, addresses } = content;
  const { from, to } = lifelinesOf(content, row);
  const end = (lifeline: number, host: "source" | "destination", port: "sourcePort" | "destinationPort"): ArrowEnd => ({
    x: lifeline < 0 ? Number.NaN : lifelineX(columns, lifeline, left),
    port: cell(packets, port, row),
    host: () => addresses.text(cell(packets, host, row)),
  });
  return [end(from, "source", "sourcePort"), end(to, "destination", "destinationPort")];
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

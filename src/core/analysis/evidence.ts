/**
 * Why a rule fired: the numbers that it compared, for each finding of one segment. The columns keep verdicts only, so
 * the connection is walked once more up to the segment, by the same rules.
 */
import { placeOf } from "../base/bisect.ts";
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { FIN, SYN } from "../protocols/tcp.ts";
import type { ConnectionColumns, ConnectionTable } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, cell, type PacketTable, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import {
  ACKED_LOST_SEGMENT,
  DUPLICATE_ACK,
  FAST_RETRANSMISSION,
  type Finding,
  findingsOf,
  KEEP_ALIVE,
  KEEP_ALIVE_ACK,
  LOST_SEGMENT,
  OUT_OF_ORDER,
  RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
  WINDOW_FULL,
  WINDOW_UPDATE,
  ZERO_WINDOW_PROBE,
  ZERO_WINDOW_PROBE_ACK,
} from "./findings.ts";
import type { Direction } from "./segment.ts";
import { type AnalysedSegment, type FlowBefore, SegmentAnalysis, shuffledWithin } from "./segment-analysis.ts";

/** One number of a rule. */
export interface Operand {
  /**
   * "seq": a sequence number of the segment's sender; "ack": one of the other side; both raw. "bytes", "nanoseconds" and
   * "count" are amounts.
   */
  readonly kind: "seq" | "ack" | "bytes" | "nanoseconds" | "count";
  readonly value: number;
}

/** A finding with its numbers by name, as the language files have them in the sentence of the finding's key. */
export interface Evidence {
  readonly finding: Finding;
  readonly operands: Readonly<Record<string, Operand>>;
  /** Row of the packet table that the finding points to; -1 for none. */
  readonly related: number;
}

const seq = (value: number): Operand => ({ kind: "seq", value: value >>> 0 });
const ack = (value: number): Operand => ({ kind: "ack", value: value >>> 0 });
const bytes = (value: number): Operand => ({ kind: "bytes", value });
const nanoseconds = (value: number): Operand => ({ kind: "nanoseconds", value });
const count = (value: number): Operand => ({ kind: "count", value });

/**
 * The findings of a row with their numbers; `rows` are those of its connection, in capture order. Who asks for row after
 * row of one connection, rising, hands the same walk over each time.
 */
export function evidenceOf(
  packets: PacketTable,
  connections: ConnectionTable,
  rows: Uint32Array,
  row: number,
  walk = new EvidenceWalk(),
): readonly Evidence[] {
  const findings = findingsOf(cell(packets, "findings", row));
  if (findings.length === 0) return [];
  const before = stateBefore(packets, connections, rows, row, walk);
  const segment = segmentAt(packets, row);
  return findings.map((finding) => ({
    finding,
    operands: operandsOf(finding, segment, before),
    related: relatedTo(finding, packets, rows, row),
  }));
}

function relatedTo({ related }: Finding, packets: PacketTable, rows: Uint32Array, row: number): number {
  if (related === null) return -1;
  return related === "repeated" ? cell(packets, "related", row) : originalOf(packets, rows, row);
}

/** How many packets back an original is looked for: nobody sends again what lies further behind. */
const FARTHEST_ORIGINAL = 20_000;

/**
 * The row that sent a segment's first byte last before it, of the rows given, which rise; -1 when none of them did.
 */
export function originalOf(packets: PacketTable, rows: Uint32Array, row: number): number {
  const { seq, direction } = segmentAt(packets, row);
  const connection = cell(packets, "connection", row);
  const last = placeOf(rows, row) - 1;
  for (let place = last; place >= Math.max(0, last - FARTHEST_ORIGINAL); place--) {
    if (cell(packets, "connection", rows[place]!) !== connection) continue;
    const earlier = segmentAt(packets, rows[place]!);
    if (earlier.direction !== direction || seqDelta(seq, earlier.seq) < 0) continue;
    if (seqDelta(seq, endOf(earlier)) < 0) return rows[place]!;
  }
  return -1;
}

type Placed = AnalysedSegment & { readonly direction: Direction };

const endOf = ({ seq, length, flags }: Placed) => seqAdd(seq, length + (flags & (SYN | FIN) ? 1 : 0));

/** A row as the rules want it. What only counts bytes is left out: it decides no finding. */
function segmentAt(packets: PacketTable, row: number): Placed {
  return {
    row,
    time: cell(packets, "time", row),
    seq: cell(packets, "seq", row),
    ack: cell(packets, "ack", row),
    flags: cell(packets, "flags", row),
    length: cell(packets, "payloadLength", row),
    window: cell(packets, "window", row),
    sackedBytes: 0,
    reused: false,
    repeated: false,
    direction: cell(packets, "direction", row) === CLIENT_TO_SERVER ? CLIENT_TO_SERVER : SERVER_TO_CLIENT,
  };
}

/** What is known of both sides before a segment. */
interface Before {
  readonly own: FlowBefore;
  readonly other: FlowBefore;
  /** Bits that the segment's window is shifted by, and that the other side's last one was. */
  readonly shift: number;
  readonly otherShift: number;
  /** The handshake's round-trip time in ns; 0 where it is not known yet. */
  readonly initialRtt: number;
}

/** How far a connection was walked over, and what is known there: rising rows are walked over once. */
export class EvidenceWalk {
  private readonly analysis = new SegmentAnalysis();
  private place = 0;

  /** What is known before a row, which must not lie before one asked for earlier. */
  before(packets: PacketTable, known: ConnectionColumns, rows: Uint32Array, row: number): SegmentAnalysis {
    for (; this.place < rows.length && rows[this.place]! < row; this.place++) {
      const segment = segmentAt(packets, rows[this.place]!);
      if (segment.length >= 0) this.analysis.add(segment, 0, segment.direction, known, 0);
    }
    return this.analysis;
  }
}

function stateBefore(
  packets: PacketTable,
  connections: ConnectionTable,
  rows: Uint32Array,
  row: number,
  walk: EvidenceWalk,
): Before {
  const connection = cell(packets, "connection", row);
  const { direction } = segmentAt(packets, row);
  const known = rowOf(connections.columns, connection);
  const analysis = walk.before(packets, known, rows, row);
  const isOut = direction === CLIENT_TO_SERVER;
  const { windowShiftOut, windowShiftIn, roundTripRow, initialRtt } = known;
  const other = analysis.before(0, isOut ? SERVER_TO_CLIENT : CLIENT_TO_SERVER);
  return {
    own: analysis.before(0, direction),
    other,
    shift: Math.max((isOut ? windowShiftOut : windowShiftIn)[0]!, 0),
    otherShift: other.isWindowOfSyn ? 0 : Math.max((isOut ? windowShiftIn : windowShiftOut)[0]!, 0),
    initialRtt: roundTripRow[0]! >= 0 && roundTripRow[0]! < row ? initialRtt[0]! : 0,
  };
}

function operandsOf({ bit }: Finding, s: Placed, before: Before): Evidence["operands"] {
  const { own, other } = before;
  const end = seqAdd(s.seq, s.length);
  switch (bit) {
    case RETRANSMISSION:
    case KEEP_ALIVE:
      return { expected: seq(own.next), seq: seq(s.seq) };
    case FAST_RETRANSMISSION:
      return { seq: seq(s.seq), duplicates: count(other.duplicates), since: nanoseconds(s.time - other.lastTime) };
    case SPURIOUS_RETRANSMISSION:
      return { end: seq(end), acknowledged: seq(other.lastAck) };
    case OUT_OF_ORDER:
      return {
        expected: seq(own.next),
        seq: seq(s.seq),
        since: nanoseconds(s.time - own.nextTime),
        within: nanoseconds(shuffledWithin(before.initialRtt)),
      };
    case LOST_SEGMENT:
      return { expected: seq(own.next), seq: seq(s.seq), missing: bytes((s.seq - own.next) >>> 0) };
    case ACKED_LOST_SEGMENT:
      return { ack: ack(s.ack), seen: ack(other.contiguous) };
    case DUPLICATE_ACK:
      return { ack: ack(s.ack), number: count(Math.max(own.duplicates, 0) + 1) };
    case WINDOW_UPDATE:
      return {
        before: bytes(own.window * 2 ** (own.isWindowOfSyn ? 0 : before.shift)),
        window: bytes(s.window * 2 ** before.shift),
      };
    case WINDOW_FULL:
      return {
        end: seq(end),
        acknowledged: seq(other.lastAck),
        window: bytes(other.window * 2 ** before.otherShift),
      };
    case ZERO_WINDOW_PROBE:
      return { seq: seq(s.seq) };
    case KEEP_ALIVE_ACK:
    case ZERO_WINDOW_PROBE_ACK:
      return { ack: ack(s.ack) };
    default:
      return {};
  }
}

/** One connection's row of the table, as a table of its own. */
function rowOf(columns: ConnectionColumns, connection: number): ConnectionColumns {
  const cut = Object.entries(columns).map(([name, column]) => [name, column.slice(connection, connection + 1)]);
  return Object.fromEntries(cut) as unknown as ConnectionColumns; // every column, one row of it
}

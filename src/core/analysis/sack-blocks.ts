/**
 * What the receiver of a direction holds by one of its ACKs: the bytes about the acknowledgment number as pieces, each
 * acknowledged, held by SACK, missing, or without word yet (RFC 2018), and what it says it received twice (RFC 2883).
 * Looks back over few rows, so that it can be asked for any ACK that shows.
 */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { FIN, SYN } from "../protocols/tcp.ts";
import { cell, type PacketTable } from "../table/packet-table.ts";
import { FAST_RETRANSMISSION, OUT_OF_ORDER, RETRANSMISSION, SPURIOUS_RETRANSMISSION } from "./findings.ts";

/** What the receiver has of a piece; "sent" is captured, and the ACK says nothing of it. */
export type PieceState = "acknowledged" | "held" | "missing" | "sent";

/** One piece, at most one segment long. */
export interface Piece {
  /** First byte, and the one behind the last; raw. */
  readonly from: number;
  readonly to: number;
  readonly state: PieceState;
  /** Row of the packet table that sent it first, of those looked at; -1 for none. */
  readonly row: number;
}

export interface HeldBytes {
  /** Lowest first, without gap. Begins with the segment before the acknowledgment number. */
  readonly pieces: readonly Piece[];
  /** The duplicate block: received twice. Null without one. */
  readonly duplicate: { readonly from: number; readonly to: number } | null;
}

/** Rows looked back over: what is under way is seldom farther. */
const FARTHEST = 4_000;

/**
 * Whether the block whose left edge is in place `at` of a row's edges tells of bytes received twice: the first block,
 * when the acknowledgment number or the second block covers it (RFC 2883 §4).
 */
export function isDuplicateBlock(edges: readonly number[], at: number, ack: number): boolean {
  if (at !== 0 || edges.length < 2) return false;
  if (seqDelta(edges[1]!, ack) <= 0) return true;
  return edges.length >= 4 && seqDelta(edges[0]!, edges[2]!) >= 0 && seqDelta(edges[1]!, edges[3]!) <= 0;
}

/**
 * What the sender of the ACK in place `place` of the rows holds by it; `edges` are those of its SACK blocks, which it
 * must have.
 */
export function heldBytes(packets: PacketTable, rows: Uint32Array, place: number, edges: readonly number[]): HeldBytes {
  const ack = cell(packets, "ack", rows[place]!);
  const sent = sentBefore(packets, rows, place, ack);
  const isTwice = isDuplicateBlock(edges, 0, ack);
  const held = isTwice ? edges.slice(2) : edges;
  const bounds = [ack, ...held, ...sent.flatMap(({ seq, end }) => [seq, end])];
  const ordered = bounds.sort((a, b) => seqDelta(a, b)).filter((bound, at, all) => bound !== all[at - 1]);
  const pieces = ordered.slice(0, -1).map((from, at): Piece => {
    const to = ordered[at + 1]!;
    const row = sent.find(({ seq, end }) => seqDelta(seq, from) <= 0 && seqDelta(to, end) <= 0)?.row ?? -1;
    return { from, to, state: stateOf(from, to, ack, held), row };
  });
  const duplicate = isTwice ? { from: edges[0]!, to: edges[1]! } : null;
  return { pieces: fromLastAcknowledged(pieces), duplicate };
}

interface Sent {
  readonly seq: number;
  readonly end: number;
  readonly row: number;
}

/** Segments of the other side before an ACK, the first sent first, back to one that the ACK covers. */
function sentBefore(packets: PacketTable, rows: Uint32Array, place: number, ack: number): readonly Sent[] {
  const row = rows[place]!;
  const connection = cell(packets, "connection", row);
  const direction = cell(packets, "direction", row);
  const sent: Sent[] = [];
  for (let at = place - 1; at >= Math.max(0, place - FARTHEST); at--) {
    const before = rows[at]!;
    if (cell(packets, "connection", before) !== connection || cell(packets, "direction", before) === direction)
      continue;
    const seq = cell(packets, "seq", before);
    const occupies = Math.max(cell(packets, "payloadLength", before), 0);
    const end = seqAdd(seq, occupies + (cell(packets, "flags", before) & (SYN | FIN) ? 1 : 0));
    if (end === seq) continue;
    const isLate = (cell(packets, "findings", before) & LATE) !== 0;
    if (!isLate || seqDelta(end, ack) > 0) sent.push({ seq, end, row: before });
    // New segments come in their order: what was sent before this one is acknowledged too.
    if (!isLate && seqDelta(end, ack) <= 0) break;
  }
  return sent.reverse();
}

const LATE = RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION | OUT_OF_ORDER;

function stateOf(from: number, to: number, ack: number, held: readonly number[]): PieceState {
  if (seqDelta(to, ack) <= 0) return "acknowledged";
  let isBelowHeld = false;
  for (let at = 0; at < held.length; at += 2) {
    if (seqDelta(from, held[at]!) >= 0 && seqDelta(to, held[at + 1]!) <= 0) return "held";
    if (seqDelta(to, held[at]!) <= 0) isBelowHeld = true;
  }
  return isBelowHeld ? "missing" : "sent";
}

/** Of what is acknowledged the last piece is enough. */
function fromLastAcknowledged(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findLastIndex(({ state }) => state === "acknowledged");
  return pieces.slice(Math.max(0, last));
}

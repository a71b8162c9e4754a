/**
 * The bytes that a capture lacks or that were lost behind it, as ranges of sequence numbers: what came before a segment
 * and was not captured, what was acknowledged and never seen, what was sent, not acknowledged, and sent again.
 *
 * One walk over rows of the packet table, in pieces of any size. Which segments are lost or sent again is what the
 * findings say; the rest follows here, from a look back where something was found. All else only moves a number on.
 */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { CHUNK_ROWS, cell, type PacketChunk, type PacketTable } from "../table/packet-table.ts";
import type { SackEdges } from "./acknowledgements.ts";
import {
  ACKED_LOST_SEGMENT,
  FAST_RETRANSMISSION,
  LOST_SEGMENT,
  RETRANSMISSION,
  REUSED_PORTS,
  ZERO_WINDOW_PROBE,
} from "./findings.ts";
import { isDuplicateBlock } from "./sack-blocks.ts";

/**
 * Why bytes are missing: "skipped", a segment begins behind them; "unseen", the other side acknowledges them; "lost",
 * they were captured, and their sender sent them again without an acknowledgment.
 */
export type MissingKind = "skipped" | "unseen" | "lost";

/** One range. Rows are those of the packet table. */
export interface MissingRange {
  readonly kind: MissingKind;
  /** The packet that shows it: the segment behind the hole, the ACK of what was not seen, the segment that was lost. */
  readonly row: number;
  /** Whose bytes: CLIENT_TO_SERVER or SERVER_TO_CLIENT. */
  readonly direction: number;
  /** First byte, and the one behind the last; raw. */
  readonly from: number;
  readonly to: number;
  /** The packet that brings them, or the first of those; -1 for none. */
  readonly filledBy: number;
}

/** Rows that are looked back over for what was lost: what is sent again lies seldom farther back. */
const FARTHEST = 2_000;
/** Losses of a direction that a duplicate SACK is held against: it comes a round trip later. */
const MOST_LOSSES = 64;
const AGAIN = RETRANSMISSION | FAST_RETRANSMISSION;

type Range = { -readonly [key in keyof MissingRange]: MissingRange[key] };

/** What is known of one direction of one connection. */
interface Flow {
  /** Behind the highest byte sent; -1 before the first. */
  next: number;
  /** Ranges that nothing has filled yet. */
  open: Range[];
  /** Losses inferred of late, which a duplicate SACK may disprove. */
  losses: Range[];
}

/** A segment on the walk: where it is, and what it takes up. */
interface Segment {
  readonly row: number;
  readonly place: number;
  readonly direction: number;
  readonly seq: number;
  /** Behind its last byte, its SYN and its FIN. */
  readonly end: number;
}

/** A walk over the rows of a ladder, in their order. */
export class MissingRanges {
  private readonly flows: Flow[] = [];
  private readonly found = new Set<Range>();
  private sorted: readonly MissingRange[] | null = [];

  /** The ranges found so far, by row; the same list until there are others. */
  get ranges(): readonly MissingRange[] {
    this.sorted ??= Array.from(this.found, (range) => ({ ...range })).sort((a, b) => a.row - b.row);
    return this.sorted;
  }

  /** Takes in the rows in places `from` .. `end` (exclusive). `sacks` has the edges of a row's SACK blocks. */
  add(packets: PacketTable, rows: Uint32Array, from: number, end: number, sacks: SackEdges): void {
    for (let place = from; place < end; place++) {
      const row = rows[place]!;
      const chunk = packets.chunks[Math.floor(row / CHUNK_ROWS)];
      if (!chunk) return; // the table is older than the rows
      this.addRow(chunk, row % CHUNK_ROWS, place, { packets, rows, sacks });
    }
  }

  private addRow(chunk: PacketChunk, at: number, place: number, walked: Walked): void {
    const connection = chunk.connection[at]!;
    const length = chunk.payloadLength[at]!;
    if (connection < 0 || length < 0) return;
    const direction = chunk.direction[at]!;
    const flags = chunk.flags[at]!;
    const findings = chunk.findings[at]!;
    const row = walked.rows[place]!;
    if (flags & ACK) {
      const other = this.flow(connection * 2 + 1 - direction);
      if (findings & ACKED_LOST_SEGMENT) this.reach(other, chunk.ack[at]!, row, 1 - direction);
      if (other.losses.length > 0) this.disprove(other, chunk.ack[at]!, walked.sacks(row));
    }
    const own = this.flow(connection * 2 + direction);
    if (findings & REUSED_PORTS) Object.assign(own, newFlow());
    const seq = chunk.seq[at]!;
    const occupies = length + (flags & (SYN | FIN) ? 1 : 0);
    const end = seqAdd(seq, occupies);
    const ahead = own.next < 0 ? 0 : seqDelta(seq, own.next);
    if (ahead > 0 && findings & LOST_SEGMENT) {
      own.open.push(this.tell({ kind: "skipped", row, direction, from: own.next, to: seq, filledBy: -1 }));
    } else if (occupies > 0 && ahead < 0 && (own.open.length > 0 || findings & AGAIN)) {
      this.repeat({ row, place, direction, seq, end }, own, length > 0 && (findings & AGAIN) !== 0, walked);
    }
    const isNew = own.next < 0 || (occupies > 0 && seqDelta(end, own.next) > 0);
    if (isNew && !(flags & RST) && !(findings & ZERO_WINDOW_PROBE)) own.next = end;
  }

  private flow(key: number): Flow {
    let flow = this.flows[key];
    if (!flow) {
      flow = newFlow();
      this.flows[key] = flow;
    }
    return flow;
  }

  /** An acknowledgment of what nobody saw. */
  private reach(flow: Flow, ack: number, row: number, direction: number): void {
    if (flow.next < 0 || seqDelta(ack, flow.next) <= 0) return;
    this.tell({ kind: "unseen", row, direction, from: flow.next, to: ack, filledBy: -1 });
    flow.next = ack;
  }

  /** What arrived twice was not lost. */
  private disprove(flow: Flow, ack: number, edges: readonly number[]): void {
    if (!isDuplicateBlock(edges, 0, ack)) return;
    const [left = 0, right = 0] = edges;
    const isHit = ({ from, to }: Range) => seqDelta(from, right) < 0 && seqDelta(to, left) > 0;
    for (const range of flow.losses) if (isHit(range)) this.found.delete(range);
    flow.losses = flow.losses.filter((range) => !isHit(range));
    this.sorted = null;
  }

  /** A segment with numbers that were sent or skipped before: fills a hole, or comes in place of what was lost. */
  private repeat(segment: Segment, flow: Flow, isAgain: boolean, walked: Walked): void {
    const { seq, end, row } = segment;
    const filled = flow.open.filter(({ from, to }) => seqDelta(seq, to) < 0 && seqDelta(end, from) > 0);
    for (const range of filled) {
      if (range.filledBy < 0) range.filledBy = row;
      this.sorted = null;
    }
    if (filled.length > 0) {
      flow.open = flow.open.filter((range) => !(filled.includes(range) && seqDelta(end, range.to) >= 0));
    } else if (isAgain) {
      const lost = lostBefore(segment, walked);
      if (lost) flow.losses.push(this.tell(lost));
      if (flow.losses.length > MOST_LOSSES) flow.losses.shift();
    }
  }

  private tell(range: Range): Range {
    this.found.add(range);
    this.sorted = null;
    return range;
  }
}

const newFlow = (): Flow => ({ next: -1, open: [], losses: [] });

/** What is walked over. */
interface Walked {
  readonly packets: PacketTable;
  readonly rows: Uint32Array;
  readonly sacks: SackEdges;
}

/** The latest copy of what a segment sends again, unless SACK told of its arrival; null where none is found. */
function lostBefore({ row, place, direction, seq, end }: Segment, { packets, rows, sacks }: Walked): Range | null {
  const connection = cell(packets, "connection", row);
  for (let at = place - 1; at >= Math.max(0, place - FARTHEST); at--) {
    const before = rows[at]!;
    if (cell(packets, "connection", before) !== connection) continue;
    if (cell(packets, "direction", before) !== direction) {
      if (covers(sacks(before), cell(packets, "ack", before), seq, end)) return null;
      continue;
    }
    const start = cell(packets, "seq", before);
    const stop = seqAdd(start, Math.max(0, cell(packets, "payloadLength", before)));
    if (stop === start || seqDelta(start, end) >= 0 || seqDelta(stop, seq) <= 0) continue;
    const from = seqDelta(start, seq) < 0 ? seq : start;
    const to = seqDelta(stop, end) > 0 ? end : stop;
    return { kind: "lost", row: before, direction, from, to, filledBy: row };
  }
  return null;
}

/** Whether SACK blocks tell of the arrival of all bytes from `seq` on. */
function covers(edges: readonly number[], ack: number, seq: number, end: number): boolean {
  for (let at = 0; at < edges.length; at += 2) {
    if (isDuplicateBlock(edges, at, ack)) continue;
    if (seqDelta(seq, edges[at]!) >= 0 && seqDelta(end, edges[at + 1]!) <= 0) return true;
  }
  return false;
}

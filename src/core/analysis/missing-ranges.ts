/**
 * The bytes that a capture lacks or that were lost behind it, as ranges of sequence numbers: what came before a segment
 * and was not captured, what was acknowledged and never seen, what was sent, not acknowledged, and sent again.
 *
 * One walk over rows of the packet table, in pieces of any size, with the segments that wait for their acknowledgment
 * (10,000 a direction at most). Which segments are lost or sent again is what the findings say; the rest follows here.
 */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { cell, type PacketTable } from "../table/packet-table.ts";
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

/** Segments of one direction that may wait; older ones are forgotten. */
const MOST_WAITING = 10_000;

/** What one direction of one connection has sent and not had acknowledged. */
interface Flow {
  /** Behind the highest byte sent; -1 before the first. */
  next: number;
  /** Segments with data in the order in which they were sent; the first `done` wait no longer. */
  waiting: Sent[];
  done: number;
  /** Ranges that nothing has filled yet. */
  open: Range[];
  /** Losses inferred of late, which a duplicate SACK may disprove. */
  losses: Range[];
}

interface Sent {
  readonly seq: number;
  readonly end: number;
  readonly row: number;
  /** Its arrival is known, or it was told as lost. */
  isSettled: boolean;
}

type Range = { -readonly [key in keyof MissingRange]: MissingRange[key] };

const AGAIN = RETRANSMISSION | FAST_RETRANSMISSION;
/** Losses of a direction that a duplicate SACK is held against: it comes a round trip later. */
const MOST_LOSSES = 64;

/** A walk over the rows of a ladder, in their order. */
export class MissingRanges {
  private readonly flows = new Map<number, Flow>();
  private readonly found = new Set<Range>();
  private sorted: readonly MissingRange[] | null = [];

  /** The ranges found so far, by row; the same list until there are others. */
  get ranges(): readonly MissingRange[] {
    this.sorted ??= Array.from(this.found, (range) => ({ ...range })).sort((a, b) => a.row - b.row);
    return this.sorted;
  }

  /** Takes in the rows in places `from` .. `end` (exclusive). `sacks` has the edges of a row's SACK blocks. */
  add(packets: PacketTable, rows: Uint32Array, from: number, end: number, sacks: SackEdges): void {
    for (let place = from; place < end; place++) this.addRow(packets, rows[place]!, sacks);
  }

  private addRow(packets: PacketTable, row: number, sacks: SackEdges): void {
    const connection = cell(packets, "connection", row);
    const length = cell(packets, "payloadLength", row);
    if (!(connection >= 0) || length < 0) return;
    const direction = cell(packets, "direction", row);
    const flags = cell(packets, "flags", row);
    const findings = cell(packets, "findings", row);
    if (flags & ACK) {
      const other = this.flow(connection, 1 - direction);
      this.acknowledge(other, cell(packets, "ack", row), findings, row, 1 - direction);
      if (other.waiting.length > 0 || other.losses.length > 0) {
        this.hold(other, cell(packets, "ack", row), sacks(row));
      }
    }
    const own = this.flow(connection, direction);
    if (findings & REUSED_PORTS) this.forget(own);
    this.send(own, { seq: cell(packets, "seq", row), length, flags, findings, row, direction });
  }

  private flow(connection: number, direction: number): Flow {
    const key = connection * 2 + direction;
    const known = this.flows.get(key);
    if (known) return known;
    const flow: Flow = { next: -1, waiting: [], done: 0, open: [], losses: [] };
    this.flows.set(key, flow);
    return flow;
  }

  private forget(flow: Flow): void {
    Object.assign(flow, { next: -1, waiting: [], done: 0, open: [], losses: [] });
  }

  private acknowledge(flow: Flow, ack: number, findings: number, row: number, direction: number): void {
    if (findings & ACKED_LOST_SEGMENT && flow.next >= 0 && seqDelta(ack, flow.next) > 0) {
      this.tell({ kind: "unseen", row, direction, from: flow.next, to: ack, filledBy: -1 });
      flow.next = ack;
    }
    const { waiting } = flow;
    while (flow.done < waiting.length && seqDelta(waiting[flow.done]!.end, ack) <= 0) flow.done++;
    if (flow.done > MOST_WAITING / 2 || flow.done === waiting.length) {
      flow.waiting = waiting.slice(flow.done);
      flow.done = 0;
    }
  }

  /** What SACK blocks tell: arrivals, and losses that were none. */
  private hold(flow: Flow, ack: number, edges: readonly number[]): void {
    for (let at = 0; at < edges.length; at += 2) {
      const [left, right] = [edges[at]!, edges[at + 1]!];
      if (isDuplicateBlock(edges, at, ack)) {
        this.disprove(flow, left, right);
        continue;
      }
      for (let place = flow.done; place < flow.waiting.length; place++) {
        const sent = flow.waiting[place]!;
        if (seqDelta(sent.seq, left) >= 0 && seqDelta(sent.end, right) <= 0) sent.isSettled = true;
      }
    }
  }

  /** What arrived twice was not lost. */
  private disprove(flow: Flow, left: number, right: number): void {
    const kept = flow.losses.filter(({ from, to }) => seqDelta(from, right) >= 0 || seqDelta(to, left) <= 0);
    for (const range of flow.losses) if (!kept.includes(range)) this.remove(range);
    flow.losses = kept;
  }

  private send(flow: Flow, sent: Segment): void {
    const { seq, length, flags, findings, row, direction } = sent;
    const occupies = length + (flags & (SYN | FIN) ? 1 : 0);
    const end = seqAdd(seq, occupies);
    const isAhead = flow.next >= 0 && seqDelta(seq, flow.next) > 0;
    if (findings & LOST_SEGMENT && isAhead) {
      flow.open.push(this.tell({ kind: "skipped", row, direction, from: flow.next, to: seq, filledBy: -1 }));
    } else if (occupies > 0 && !isAhead) {
      const fills = this.fill(flow, seq, end, row);
      if (findings & AGAIN && length > 0 && !fills) this.lose(flow, seq, end, row, direction);
    }
    if (length > 0) this.wait(flow, { seq, end, row, isSettled: false });
    const movesOn = occupies > 0 || flow.next < 0;
    if (
      movesOn &&
      !(flags & RST) &&
      !(findings & ZERO_WINDOW_PROBE) &&
      (flow.next < 0 || seqDelta(end, flow.next) > 0)
    ) {
      flow.next = end;
    }
  }

  private wait(flow: Flow, sent: Sent): void {
    flow.waiting.push(sent);
    if (flow.waiting.length - flow.done > MOST_WAITING) flow.done++;
  }

  /** Whether a segment is the first to bring bytes of a hole. */
  private fill(flow: Flow, seq: number, end: number, row: number): boolean {
    if (flow.open.length === 0) return false;
    const filled = flow.open.filter(({ from, to }) => seqDelta(seq, to) < 0 && seqDelta(end, from) > 0);
    for (const range of filled) {
      if (range.filledBy < 0) range.filledBy = row;
      this.sorted = null;
    }
    flow.open = flow.open.filter((range) => !(filled.includes(range) && seqDelta(end, range.to) >= 0));
    return filled.length > 0;
  }

  /** The latest copy of what is sent again was lost, unless its arrival is known. */
  private lose(flow: Flow, seq: number, end: number, by: number, direction: number): void {
    for (let place = flow.waiting.length - 1; place >= flow.done; place--) {
      const sent = flow.waiting[place]!;
      if (seqDelta(sent.seq, end) >= 0 || seqDelta(sent.end, seq) <= 0) continue;
      if (sent.isSettled) return;
      sent.isSettled = true;
      const from = seqDelta(sent.seq, seq) < 0 ? seq : sent.seq;
      const to = seqDelta(sent.end, end) > 0 ? end : sent.end;
      const range = this.tell({ kind: "lost", row: sent.row, direction, from, to, filledBy: by });
      flow.losses.push(range);
      if (flow.losses.length > MOST_LOSSES) flow.losses.shift();
      return;
    }
  }

  private tell(range: Range): Range {
    this.found.add(range);
    this.sorted = null;
    return range;
  }

  private remove(range: Range): void {
    this.found.delete(range);
    this.sorted = null;
  }
}

/** What a segment is to its own direction. */
interface Segment {
  readonly seq: number;
  readonly length: number;
  readonly flags: number;
  readonly findings: number;
  readonly row: number;
  readonly direction: number;
}

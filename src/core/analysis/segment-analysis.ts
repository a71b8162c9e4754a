/**
 * The verdicts on each segment, by Wireshark 4.0's rules: retransmissions, lost segments, duplicate ACKs, windows,
 * keep-alives; what it acknowledges, and how many bytes are under way. Fed with the segments of all connections in the
 * order of the capture. Knows no bytes; what the findings mean is in findings.ts.
 *
 * State is numbers in flat arrays, 96 bytes for each direction of a connection, besides the segments that wait for their
 * acknowledgment; in blocks, so that more connections need no copying. All comparisons of sequence numbers are signed (RFC 9293 §3.4).
 */
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import { BLOCK_MASK, BLOCK_ROWS, BLOCK_SHIFT } from "../table/columns.ts";
import type { ConnectionColumns } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import {
  ACKED_LOST_SEGMENT,
  DUPLICATE_ACK,
  FAST_RETRANSMISSION,
  KEEP_ALIVE,
  KEEP_ALIVE_ACK,
  LOST_SEGMENT,
  OUT_OF_ORDER,
  RECORDED,
  RETRANSMISSION,
  REUSED_PORTS,
  SPURIOUS_RETRANSMISSION,
  WINDOW_FULL,
  WINDOW_UPDATE,
  ZERO_WINDOW,
  ZERO_WINDOW_PROBE,
  ZERO_WINDOW_PROBE_ACK,
} from "./findings.ts";
import type { Direction, Segment } from "./segment.ts";
import { LIST_NUMBERS, Unacknowledged } from "./unacknowledged.ts";

/** What the rules need of a segment. */
export type AnalysedSegment = Pick<
  Segment,
  "row" | "time" | "seq" | "ack" | "flags" | "length" | "window" | "sackedBytes" | "reused" | "repeated"
>;

/** A row that is none. */
const NONE = -1;

/** Numbers of a flow. A sequence number of 0 is one not known yet, as in Wireshark. */
const NEXT = 0; // behind the highest byte sent
const CONTIGUOUS = 1; // behind the last byte before the first hole
const LAST_ACK = 2; // acknowledgment field of the last segment, whatever its flags
const WINDOW = 3; // of the last segment, raw; -1 before the first
const DUPLICATES = 4; // duplicate ACKs so far; -1 marks a hole that was told of
const ADVANCE_ROW = 5; // of the last segment whose acknowledgment field was another than before
const FINDINGS = 6; // of the last segment
const NEXT_ROW = 7; // of the segment that set NEXT
const SACKED = 8; // bytes that the last segment says arrived behind a hole
const PUSHED = 9; // bytes sent since PSH
const MARKS = 10;
const LIST = 11; // what waits for its acknowledgment
const STRIDE = LIST + LIST_NUMBERS;

/** Bits of MARKS. */
const HOLE = 1; // a segment is missing: bytes under way are not known until the other side acknowledges
const PUSH_ENDED = 2; // the last segment with data had PSH
const WINDOW_OF_SYN = 4; // no ACK came since the last SYN: its window is not scaled

/** Times of a flow, in ns since the capture's first packet. */
const TIMES = 2;
const NEXT_TIME = 0; // of the segment that set NEXT
const LAST_TIME = 1; // of the last segment

/** How long after a duplicate ACK a segment can be the answer to it. */
const FAST_WITHIN = 20e6;
/** How long a segment may be late by a detour, where the round-trip time is not known. */
const SHUFFLED_WITHIN = 3e6;
/** Larger numbers of bytes under way come of numbers that belong to no connection. */
const MOST_IN_FLIGHT = 2e9;

/** Flags whose segments are about the connection, not its data. */
const SFR = SYN | FIN | RST;

/** State of a flow before a segment, for who asks why. */
export interface FlowBefore {
  readonly next: number;
  readonly contiguous: number;
  readonly lastAck: number;
  readonly window: number;
  readonly duplicates: number;
  readonly nextTime: number;
  readonly lastTime: number;
  /** No ACK came since the last SYN: its window is not scaled. */
  readonly isWindowOfSyn: boolean;
}

/** How long a segment may be late by a detour, in ns; `initialRtt` is 0 where it is not known. */
export const shuffledWithin = (initialRtt: number): number => (initialRtt === 0 ? SHUFFLED_WITHIN : initialRtt);

/** The flows of a block of connections, both of each, one behind the other. */
interface FlowBlock {
  readonly flows: Int32Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer>;
}

export class SegmentAnalysis {
  /** Of the segment told last: bits of findings.ts. */
  findings = 0;
  /** Row of the segment whose end it acknowledges; -1 for none. */
  acknowledged = NONE;
  /** Row of what a retransmission repeats, or of the ACK that is repeated; -1 for none. */
  related = NONE;
  /** Of a segment with data: bytes under way after it, 0 when not known. Of a duplicate ACK: its number. */
  amount = 0;
  /** Bytes sent since PSH, this segment's included; holds where `amount` is of bytes. */
  pushBytes = 0;

  private readonly blocks: FlowBlock[] = [];
  /** The block of the connection told last, and what is in it. */
  private block = NONE;
  private flows = new Int32Array(0);
  private times = new Float64Array(0);
  private readonly waiting = new Unacknowledged();

  /**
   * Judges a segment of a connection, of which row `place` of `known` took in all that the segment says, but for the
   * handshake's round-trip time.
   */
  add(s: AnalysedSegment, connection: number, direction: Direction, known: ConnectionColumns, place: number): void {
    const isOut = direction === CLIENT_TO_SERVER;
    const flow = this.turnTo(connection, direction);
    const { flows } = this;
    const f = flow * STRIDE;
    const r = (flow ^ 1) * STRIDE;
    // Signed, as the state is: numbers of 32 bits are compared faster than numbers of any kind.
    const seq = s.seq | 0;
    const ack = s.ack | 0;
    if ((s.flags & (SYN | ACK)) === SYN) flows[f + NEXT] = flows[f + CONTIGUOUS]!;
    if (s.flags & ACK) flows[r + MARKS]! &= ~HOLE;
    this.related = NONE;
    this.amount = 0;
    const reverseShift = (isOut ? known.windowShiftIn : known.windowShiftOut)[place]!;
    let found =
      (s.reused ? REUSED_PORTS : s.repeated ? RECORDED : 0) | this.aboutNumbers(s, seq, ack, f, r, reverseShift);
    if (ack !== flows[f + LAST_ACK]) {
      flows[f + ADVANCE_ROW] = s.row;
      flows[f + DUPLICATES] = 0;
    }
    if (s.flags & ACK) found |= this.aboutUnseen(ack, r);
    const occupies = s.length + (s.flags & (SYN | FIN) ? 1 : 0);
    if (occupies > 0 && !(found & KEEP_ALIVE)) found |= this.aboutRepetition(s, seq, flow, known.initialRtt[place]!);
    const base = (isOut ? known.seqBaseOut : known.seqBaseIn)[place]! | 0;
    if (s.reused) this.waiting.rebase(flows, f + LIST, base);
    this.remember(s, seq, ack, flow, base, occupies, found);
    this.acknowledged = this.waiting.acknowledge(
      flows,
      r + LIST,
      (isOut ? known.seqBaseIn : known.seqBaseOut)[place]! | 0,
      ack,
    );
    if (s.length > 0 && !(flows[f + MARKS]! & HOLE)) found |= this.countInFlight(s, flow);
    this.findings = found;
  }

  /** What is known of a flow before its next segment. */
  before(connection: number, direction: Direction): FlowBefore {
    const flow = this.turnTo(connection, direction);
    const f = flow * STRIDE;
    const t = flow * TIMES;
    const { flows, times } = this;
    return {
      next: flows[f + NEXT]! >>> 0,
      contiguous: flows[f + CONTIGUOUS]! >>> 0,
      lastAck: flows[f + LAST_ACK]! >>> 0,
      window: flows[f + WINDOW]!,
      duplicates: flows[f + DUPLICATES]!,
      nextTime: times[t + NEXT_TIME]!,
      lastTime: times[t + LAST_TIME]!,
      isWindowOfSyn: (flows[f + MARKS]! & WINDOW_OF_SYN) !== 0,
    };
  }

  /** Findings about where the segment begins, its acknowledgment and its window, in Wireshark's order of tests. */
  private aboutNumbers(
    s: AnalysedSegment,
    seq: number,
    ack: number,
    f: number,
    r: number,
    reverseShift: number,
  ): number {
    const { flows } = this;
    const next = flows[f + NEXT]!;
    const isNext = seq === next;
    if (s.length === 1 && isNext && flows[r + WINDOW] === 0) return ZERO_WINDOW_PROBE;
    const isPlain = (s.flags & SFR) === 0;
    let found = 0;
    if (next !== 0 && seqDelta(next, seq) < 0 && !(s.flags & RST)) {
      found = LOST_SEGMENT;
      flows[f + MARKS]! |= HOLE;
    }
    if (!isPlain) return found;
    if (s.window === 0) found |= ZERO_WINDOW;
    if (s.length <= 1 && seq === ((next - 1) | 0)) found |= KEEP_ALIVE;
    if (s.length > 0) return this.fillsWindow(seq + s.length, r, reverseShift) ? found | WINDOW_FULL : found;
    const repeats = isNext && ack === flows[f + LAST_ACK];
    return repeats ? found | this.aboutRepeatedAck(s, f, r) : found;
  }

  /** What a segment is that says nothing new but, perhaps, of the window. */
  private aboutRepeatedAck(s: AnalysedSegment, f: number, r: number): number {
    const { flows } = this;
    if (s.window !== flows[f + WINDOW]) return s.window === 0 ? 0 : WINDOW_UPDATE;
    const answered = flows[r + FINDINGS]!;
    if (s.window === 0) return answered & ZERO_WINDOW_PROBE ? ZERO_WINDOW_PROBE_ACK : 0;
    if (answered & KEEP_ALIVE) return KEEP_ALIVE_ACK;
    this.related = flows[f + ADVANCE_ROW]!;
    this.amount = Math.max(flows[f + DUPLICATES]!, 0) + 1;
    flows[f + DUPLICATES] = this.amount;
    return DUPLICATE_ACK;
  }

  private fillsWindow(end: number, r: number, reverseShift: number): boolean {
    if (reverseShift === -1) return false; // how large the window is nobody knows
    const { flows } = this;
    const shift = flows[r + MARKS]! & WINDOW_OF_SYN ? 0 : Math.max(reverseShift, 0);
    return (end | 0) === ((flows[r + LAST_ACK]! + (flows[r + WINDOW]! << shift)) | 0);
  }

  /** Whether an acknowledgment covers what was not captured; a hole is told of once. */
  private aboutUnseen(ack: number, r: number): number {
    const { flows } = this;
    const contiguous = flows[r + CONTIGUOUS]!;
    if (contiguous === 0 || seqDelta(contiguous, ack) >= 0) return 0;
    if (seqDelta(contiguous, flows[r + NEXT]!) < 0) {
      flows[r + CONTIGUOUS] = flows[r + NEXT]!;
      return ACKED_LOST_SEGMENT;
    }
    const isFirst = flows[r + DUPLICATES] === 0;
    flows[r + DUPLICATES] = -1;
    return isFirst ? ACKED_LOST_SEGMENT : RECORDED;
  }

  /** Which kind of repetition a segment is that takes up sequence numbers; 0 when it is none. */
  private aboutRepetition(s: AnalysedSegment, seq: number, flow: number, initialRtt: number): number {
    const { flows, times } = this;
    const f = flow * STRIDE;
    const r = (flow ^ 1) * STRIDE;
    const next = flows[f + NEXT]!;
    const end = (seq + s.length) | 0;
    const lastAck = flows[r + LAST_ACK]!;
    if (s.length > 0 && lastAck !== 0 && seqDelta(end, lastAck) <= 0) return SPURIOUS_RETRANSMISSION;
    if (next === 0 || seqDelta(seq, next) >= 0) return 0;
    // New data behind a byte that a probe brought.
    if (s.length > 1 && seq === ((next - 1) | 0)) return 0;
    const sinceAck = s.time - times[(flow ^ 1) * TIMES + LAST_TIME]!;
    const duplicates = flows[r + DUPLICATES]!;
    const wasAskedFor = (duplicates >= 2 || duplicates < 0) && seq === lastAck;
    if (wasAskedFor && sinceAck >= 0 && sinceAck < FAST_WITHIN) return FAST_RETRANSMISSION;
    const sinceNext = s.time - times[flow * TIMES + NEXT_TIME]!;
    const isSoon = isShorter(sinceNext, shuffledWithin(initialRtt));
    const isNewest = ((end + (s.flags & (SYN | FIN) ? 1 : 0)) | 0) === next;
    if (isSoon && !isNewest) return OUT_OF_ORDER;
    const oldest = this.waiting.oldest(flows, f + LIST);
    this.related = oldest === NONE ? flows[f + NEXT_ROW]! : oldest;
    return RETRANSMISSION;
  }

  private remember(
    s: AnalysedSegment,
    seq: number,
    ack: number,
    flow: number,
    base: number,
    occupies: number,
    found: number,
  ): void {
    const { flows, times } = this;
    const f = flow * STRIDE;
    // SYN and FIN count as a byte only in segments that are kept: so does Wireshark.
    const end = (seq + (this.waiting.hasRoom(flows, f + LIST) ? occupies : s.length)) | 0;
    if (occupies > 0) this.waiting.append(flows, f + LIST, base, seq, end, s.row);
    if (!(found & ZERO_WINDOW_PROBE)) {
      const next = flows[f + NEXT]!;
      if (next === 0 || seqDelta(next, end) < 0) {
        flows[f + NEXT] = end;
        flows[f + NEXT_ROW] = s.row;
        times[flow * TIMES + NEXT_TIME] = s.time;
      }
      const contiguous = flows[f + CONTIGUOUS]!;
      if (contiguous === 0 || seq === contiguous) flows[f + CONTIGUOUS] = flows[f + NEXT]!;
    }
    flows[f + LAST_ACK] = ack;
    flows[f + WINDOW] = s.window;
    flows[f + FINDINGS] = found;
    flows[f + SACKED] = s.sackedBytes;
    if (s.flags & SYN) flows[f + MARKS]! |= WINDOW_OF_SYN;
    else if (s.flags & ACK) flows[f + MARKS]! &= ~WINDOW_OF_SYN;
    times[flow * TIMES + LAST_TIME] = s.time;
  }

  /** Bytes under way: from the first that waits to the last, less what the other side said had arrived. */
  private countInFlight(s: AnalysedSegment, flow: number): number {
    const { flows } = this;
    const f = flow * STRIDE;
    const extent = this.waiting.extent(flows, f + LIST);
    if (extent === 0) return 0;
    const bytes = (extent - flows[(flow ^ 1) * STRIDE + SACKED]!) >>> 0;
    if (bytes > 0 && bytes < MOST_IN_FLIGHT) this.amount = bytes - (s.flags & (SYN | FIN) ? 1 : 0);
    this.pushBytes = (flows[f + MARKS]! & PUSH_ENDED ? 0 : flows[f + PUSHED]!) + s.length;
    flows[f + PUSHED] = this.pushBytes;
    if (s.flags & PSH) flows[f + MARKS]! |= PUSH_ENDED;
    else flows[f + MARKS]! &= ~PUSH_ENDED;
    return RECORDED;
  }

  /** Has `flows` and `times` be the block of a connection; returns the place of its flow in there. */
  private turnTo(connection: number, direction: Direction): number {
    const block = connection >>> BLOCK_SHIFT;
    if (block !== this.block) {
      this.block = block;
      this.blocks[block] ??= newBlock();
      const { flows, times } = this.blocks[block]!; // made just now, or before
      this.flows = flows;
      this.times = times;
    }
    return ((connection & BLOCK_MASK) << 1) | direction;
  }
}

function newBlock(): FlowBlock {
  const flows = new Int32Array(2 * BLOCK_ROWS * STRIDE);
  for (let f = 0; f < flows.length; f += STRIDE) {
    flows[f + WINDOW] = -1;
    flows[f + ADVANCE_ROW] = NONE;
  }
  return { flows, times: new Float64Array(2 * BLOCK_ROWS * TIMES) };
}

/** Compares times as Wireshark does: one that is negative, since a clock was set back, is longer than any other. */
function isShorter(time: number, limit: number): boolean {
  return time < 0 === limit < 0 ? time < limit : limit < 0;
}

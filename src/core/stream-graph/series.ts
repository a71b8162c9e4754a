/**
 * One direction of a connection as columns: the segments that carried something, with the numbers that they cover, and what
 * the other side acknowledged and had room for. Numbers go on where 32 bits wrap (RFC 9293 §3.4).
 */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import { FAST_RETRANSMISSION, RETRANSMISSION, SPURIOUS_RETRANSMISSION } from "../analysis/findings.ts";
import type { Direction } from "../analysis/segment.ts";
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, SYN } from "../protocols/tcp.ts";
import { SHIFT_UNKNOWN } from "../table/connection-table.ts";

/** Position i of each column belongs to the same segment. */
export interface StreamMarks {
  readonly length: number;
  readonly place: Uint32Array; // in the connection
  readonly time: Float64Array; // ns since the connection's first packet; never less than the one before
  readonly from: Float64Array; // first number, from 0 at the base
  readonly to: Float64Array; // first one behind it
  readonly again: Uint8Array; // 1 for what was sent before
}

/** What the other side said, one entry for each of its ACKs. */
export interface StreamAcks {
  readonly length: number;
  readonly place: Uint32Array;
  readonly time: Float64Array;
  readonly number: Float64Array; // acknowledged up to here
  readonly edge: Float64Array; // the end of its window; NaN where its scale is not known
}

export interface StreamSeries {
  readonly direction: Direction;
  readonly marks: StreamMarks;
  readonly acks: StreamAcks;
  /** The greatest time and number in it. */
  readonly lastTime: number;
  readonly highest: number;
  /** The farthest end of a window; 0 where none is known. */
  readonly highestEdge: number;
  /** What numbers count from, raw. */
  readonly base: number;
}

const SENT_AGAIN = RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION;

/** What the connection tells of a direction. */
export interface StreamFacts {
  /** The raw number that counts as 0; -1 when it is not known: then the first segment's. */
  readonly base: number;
  /** Bits that the windows of the other side are shifted by; SHIFT_UNKNOWN, or less than 0 without scaling. */
  readonly windowShift: number;
}

/** The columns of one direction. */
export function streamSeries(segments: ConnectionSegments, direction: Direction, facts: StreamFacts): StreamSeries {
  const { length, seq, ack, flags, window, payload, time: times, findings } = segments;
  const first = segments.direction.indexOf(direction);
  const base = facts.base >= 0 ? facts.base : first < 0 ? 0 : seq[first]!;
  const marks = { ...columnsOf(length), from: new Float64Array(length), to: new Float64Array(length) };
  const again = new Uint8Array(length);
  const acks = { ...columnsOf(length), number: new Float64Array(length), edge: new Float64Array(length) };
  const sent = new Unwrapped(base);
  const acknowledged = new Unwrapped(base);
  const origin = times[0] ?? 0;
  let [sents, said, time, highest, highestEdge] = [0, 0, 0, 0, 0];
  for (let place = 0; place < length; place++) {
    time = Math.max(time, times[place]! - origin);
    const bits = flags[place]!;
    if (segments.direction[place] === direction) {
      const bytes = payload[place]! + (bits & (SYN | FIN) ? 1 : 0);
      if (bytes === 0) continue;
      marks.place[sents] = place;
      marks.time[sents] = time;
      marks.from[sents] = sent.at(seq[place]!);
      marks.to[sents] = marks.from[sents]! + bytes;
      again[sents] = findings[place]! & SENT_AGAIN ? 1 : 0;
      highest = Math.max(highest, marks.to[sents++]!);
    } else if (bits & ACK) {
      acks.place[said] = place;
      acks.time[said] = time;
      acks.number[said] = acknowledged.at(ack[place]!);
      // The window of a SYN is never scaled (RFC 7323 §2.2).
      const shift = bits & SYN ? 0 : facts.windowShift;
      const isKnown = shift !== SHIFT_UNKNOWN;
      acks.edge[said] = isKnown ? acks.number[said]! + window[place]! * 2 ** Math.max(0, shift) : Number.NaN;
      if (isKnown) highestEdge = Math.max(highestEdge, acks.edge[said]!);
      said++;
    }
  }
  return {
    direction,
    marks: { ...cut(marks, sents), length: sents, again: again.slice(0, sents) },
    acks: { ...cut(acks, said), length: said },
    lastTime: time,
    highest,
    highestEdge,
    base,
  };
}

const columnsOf = (length: number) => ({ place: new Uint32Array(length), time: new Float64Array(length) });

function cut<T extends Readonly<Record<string, Uint32Array | Float64Array>>>(columns: T, length: number): T {
  const shorter = Object.entries(columns).map(([name, column]) => [name, column.slice(0, length)]);
  return Object.fromEntries(shorter) as T; // the same columns
}

/** Numbers of one side that do not wrap: each is near the highest before it. */
class Unwrapped {
  private raw: number;
  private value = 0;

  constructor(base: number) {
    this.raw = base;
  }

  at(raw: number): number {
    const delta = seqDelta(raw, this.raw);
    const value = this.value + delta;
    if (delta > 0) {
      this.raw = raw;
      this.value = value;
    }
    return value;
  }
}

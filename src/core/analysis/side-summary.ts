/** What one side of a connection sent: amounts, what came again, the windows that it advertised. One walk. */
import { seqAdd } from "../base/seq32.ts";
import { RST, SYN, windowBytes } from "../protocols/tcp.ts";
import { SHIFT_UNKNOWN } from "../table/connection-table.ts";
import type { ConnectionSegments } from "./connection-segments.ts";
import { DUPLICATE_ACK } from "./findings.ts";
import type { Direction } from "./segment.ts";
import { SequenceRanges } from "./sequence-ranges.ts";

/** How often something was seen, and the first packet that shows it: a row of the packet table, -1 for none. */
export interface Counted {
  readonly count: number;
  readonly first: number;
}

/** A window as it stood in a packet. */
export interface AdvertisedWindow {
  readonly raw: number;
  /** Scaled, where the shift is known and the segment is no SYN. */
  readonly bytes: number;
  /** Whether `bytes` is what it stands for; of a window of 0 it always is. */
  readonly isScaleKnown: boolean;
  readonly row: number;
}

/** Bytes in a time. */
export interface Rate {
  readonly bytes: number;
  readonly nanoseconds: number;
  /** The one divided by the other; null where no time passed. */
  readonly bytesPerSecond: number | null;
}

export interface SideSummary {
  readonly packets: number;
  /** Whole frames, as on the wire. */
  readonly bytes: number;
  /** TCP payload, what was sent again included. */
  readonly payload: number;
  /** Payload that had been sent before, in bytes, and the first packet with such. */
  readonly sentAgain: Counted;
  /** Segments with data, or part of it, that had been sent before. */
  readonly segmentsAgain: number;
  readonly duplicateAcks: Counted;
  /** Its initial sequence number, raw, and the packet that says it; null when its SYN was not captured. */
  readonly initialSeq: { readonly raw: number; readonly row: number } | null;
  /** The smallest and the largest window; null when it sent nothing but RST. */
  readonly window: { readonly min: AdvertisedWindow; readonly max: AdvertisedWindow } | null;
  /** How often it closed its window, and for how long in all, in ns; up to the last packet where it never opened. */
  readonly zeroWindow: Counted & { readonly nanoseconds: number };
  /** Payload without what was sent again, over the time of the whole connection. */
  readonly throughput: Rate;
}

/** The side that sends in `direction`; its windows are shifted by `shift` bits (SHIFT_* of the connection table). */
export function sideSummary(segments: ConnectionSegments, direction: Direction, shift: number): SideSummary {
  const side = new Side(segments, shift);
  for (let i = 0; i < segments.length; i++) if (segments.direction[i] === direction) side.add(i);
  return side.summary();
}

class Side {
  private readonly segments: ConnectionSegments;
  private readonly shift: number;
  private readonly sent = new SequenceRanges();
  private packets = 0;
  private bytes = 0;
  private payload = 0;
  private readonly again = { count: 0, first: -1 };
  private segmentsAgain = 0;
  private readonly duplicates = { count: 0, first: -1 };
  private initialSeq: SideSummary["initialSeq"] = null;
  /** Packets with the smallest and the largest window, and what these are in bytes; -1 before the first. */
  private minAt = -1;
  private maxAt = -1;
  private min = 0;
  private max = 0;
  private readonly zero = { count: 0, first: -1, nanoseconds: 0 };
  /** When it closed its window; NaN while open. */
  private closedSince = Number.NaN;

  constructor(segments: ConnectionSegments, shift: number) {
    this.segments = segments;
    this.shift = shift;
  }

  add(i: number): void {
    const { flags, wireLength, findings, rows } = this.segments;
    this.packets++;
    this.bytes += wireLength[i]!;
    if (findings[i]! & DUPLICATE_ACK) note(this.duplicates, 1, rows[i]!);
    if (flags[i]! & SYN) this.initialSeq ??= { raw: this.segments.seq[i]!, row: rows[i]! };
    if (flags[i]! & RST) return; // what it carries is a reason, its window stands for nothing
    this.addPayload(i);
    this.addWindow(i);
  }

  summary(): SideSummary {
    const { packets, bytes, payload, again, segmentsAgain, duplicates, initialSeq, minAt, maxAt, zero } = this;
    const nanoseconds = durationOf(this.segments);
    if (!Number.isNaN(this.closedSince)) zero.nanoseconds += lastTime(this.segments) - this.closedSince;
    return {
      packets,
      bytes,
      payload,
      sentAgain: again,
      segmentsAgain,
      duplicateAcks: duplicates,
      initialSeq,
      window: minAt < 0 ? null : { min: this.windowAt(minAt, this.min), max: this.windowAt(maxAt, this.max) },
      zeroWindow: zero,
      throughput: rate(payload - again.count, nanoseconds),
    };
  }

  private windowAt(i: number, bytes: number): AdvertisedWindow {
    const { window, flags, rows } = this.segments;
    const isScaleKnown = this.shift !== SHIFT_UNKNOWN || bytes === 0 || (flags[i]! & SYN) !== 0;
    return { raw: window[i]!, bytes, isScaleKnown, row: rows[i]! };
  }

  private addPayload(i: number): void {
    const { seq, flags, payload, rows } = this.segments;
    this.payload += payload[i]!;
    const known = this.sent.add(flags[i]! & SYN ? seqAdd(seq[i]!, 1) : seq[i]!, payload[i]!);
    if (known === 0) return;
    note(this.again, known, rows[i]!);
    this.segmentsAgain++;
  }

  private addWindow(i: number): void {
    const { window, flags, rows, time } = this.segments;
    const bytes = windowBytes(window[i]!, flags[i]!, this.shift);
    if (this.minAt < 0 || bytes < this.min) {
      this.minAt = i;
      this.min = bytes;
    }
    if (this.maxAt < 0 || bytes > this.max) {
      this.maxAt = i;
      this.max = bytes;
    }
    if (flags[i]! & SYN) return; // nothing is closed that was not open
    if (bytes === 0 && Number.isNaN(this.closedSince)) {
      note(this.zero, 1, rows[i]!);
      this.closedSince = time[i]!;
    } else if (bytes > 0 && !Number.isNaN(this.closedSince)) {
      this.zero.nanoseconds += time[i]! - this.closedSince;
      this.closedSince = Number.NaN;
    }
  }
}

function note(counted: { count: number; first: number }, count: number, row: number): void {
  counted.count += count;
  if (counted.first < 0) counted.first = row;
}

function rate(bytes: number, nanoseconds: number): Rate {
  return { bytes, nanoseconds, bytesPerSecond: nanoseconds > 0 ? bytes / (nanoseconds / 1e9) : null };
}

const lastTime = ({ time, length }: ConnectionSegments) => time[length - 1] ?? 0;

/** From the first packet to the last, in ns. */
export function durationOf(segments: ConnectionSegments): number {
  return lastTime(segments) - (segments.time[0] ?? 0);
}

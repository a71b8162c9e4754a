/**
 * Sequence numbers of a text as they stood in the packets. Relative ones count from what tcpdump's table held, which the
 * text shows again: its SYN and ACK, or the first segment of a connection. Of a connection that the text shows from its
 * middle on nothing tells what its numbers count from: they stay as they are written, from 0.
 */
import { seqAdd } from "../../base/seq32.ts";
import { ACK, FIN, SYN } from "../../protocols/tcp.ts";
import { type Endpoint, pairKey, SequenceBases } from "../print/sequence-bases.ts";
import type { SegmentText } from "./facts.ts";

/** A segment of a text. */
export interface WrittenSegment {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly segment: SegmentText;
}

/** The numbers of a segment in its packet. */
export interface RawNumbers {
  readonly seq: number;
  readonly ack: number;
  /** Added to what SACK edges are written as. */
  readonly sackBase: number;
  /** False where the text does not tell the sequence number: it is the one that its side sends next. */
  readonly isSeqTold: boolean;
}

/** Two endpoints whose numbers count from 0, because nothing tells from what. */
export type FromZero = readonly [Endpoint, Endpoint];

export interface RawSegments {
  readonly numbers: readonly RawNumbers[];
  readonly fromZero: readonly FromZero[];
}

/** The numbers of all segments, in the order of the text. */
export function rawNumbers(segments: readonly WrittenSegment[]): RawSegments {
  const resolver = new Resolver(segments, areAbsolute(segments));
  return { numbers: segments.map((one, index) => resolver.next(one, index)), fromZero: resolver.fromZero };
}

/** First numbers are random (RFC 9293 §3.4.1); smaller ones lie too near to 0 to tell anything. */
const LEAST_BASE = 0x1_0000;

/** What the number behind a connection's first counts, which says 1 or does not. */
const CERTAIN = 32;
/** Segments of each side that are asked: numbers that have wrapped tell nothing. */
const MOST_VOTES = 8;

/**
 * Whether the text was made with -S. The number behind a connection's first tells it best, which is 1 where it is
 * relative; others do by lying nearer to the first than to 0, unless that is a small one.
 */
function areAbsolute(segments: readonly WrittenSegment[]): boolean {
  const bases = new SequenceBases();
  const asked = new Map<string, number>();
  let votes = 0;
  const vote = (value: number, base: number) => {
    if (value < 0 || base < 2) return;
    if (value === seqAdd(base, 1)) votes += CERTAIN;
    else if (value === 1) votes -= CERTAIN;
    else if (base >= LEAST_BASE) votes += (value - base) >>> 0 < value ? 1 : -1;
  };
  for (const { source, destination, segment } of segments) {
    const { flags, seq, ack } = segment;
    if (!(flags & ACK)) continue;
    const known = bases.known(source, destination);
    if (known && !(flags & SYN)) {
      const side = sideOf(source, destination);
      const count = asked.get(side) ?? 0;
      asked.set(side, count + 1);
      if (count >= MOST_VOTES) continue;
      vote(seq, known.seq);
      vote(ack, known.ack);
    } else bases.take(source, destination, { seq: Math.max(seq, 0), ack, isSyn: (flags & SYN) !== 0 });
  }
  return votes > 0;
}

class Resolver {
  readonly fromZero: FromZero[] = [];
  private readonly bases = new SequenceBases();
  /** What each side sends next, by its endpoints. */
  private readonly nextSeq = new Map<string, number>();
  private readonly segments: readonly WrittenSegment[];
  private readonly isAbsolute: boolean;
  private readonly followers: Int32Array;

  constructor(segments: readonly WrittenSegment[], isAbsolute: boolean) {
    this.segments = segments;
    this.isAbsolute = isAbsolute;
    this.followers = followersOf(segments);
  }

  next({ source, destination, segment }: WrittenSegment, index: number): RawNumbers {
    const { flags, length } = segment;
    const isRelative = !this.isAbsolute && (flags & (ACK | SYN)) === ACK;
    if (isRelative) this.begin(source, destination, index);
    const base = (isRelative && this.bases.known(source, destination)) || { seq: 0, ack: 0, sack: 0 };
    const side = sideOf(source, destination);
    const isSeqTold = segment.seq >= 0;
    const seq = isSeqTold ? seqAdd(segment.seq, base.seq) : (this.nextSeq.get(side) ?? base.seq);
    const ack = segment.ack < 0 ? 0 : seqAdd(segment.ack, base.ack);
    this.nextSeq.set(side, seqAdd(seq, length + (flags & (SYN | FIN) ? 1 : 0)));
    if (flags & ACK && !this.nextSeq.has(sideOf(destination, source))) {
      this.nextSeq.set(sideOf(destination, source), ack);
    }
    if (this.isAbsolute || !(flags & ACK)) return { seq, ack, sackBase: 0, isSeqTold };
    const { sack } = this.bases.take(source, destination, { seq, ack, isSyn: (flags & SYN) !== 0 });
    return { seq, ack, sackBase: sack, isSeqTold };
  }

  /** Decides for a connection that is met in its middle whether its first numbers are relative already. */
  private begin(source: Endpoint, destination: Endpoint, index: number): void {
    if (this.bases.known(source, destination) || !this.goesOn(index)) return;
    this.bases.preset(source, destination, 0);
    this.fromZero.push([source, destination]);
  }

  /**
   * Whether the next segment of the connection goes on from the numbers of this one, rather than from 0 or 1, as it does
   * where this one was tcpdump's first.
   */
  private goesOn(index: number): boolean {
    const { source, destination, segment } = this.segments[index]!;
    const later = this.segments[this.followers[index]!];
    if (!later) return false;
    const isSame = sideOf(later.source, later.destination) === sideOf(source, destination);
    const [before, after] = isSame ? [segment.ack, later.segment.ack] : [segment.seq, later.segment.ack];
    return before >= 0 ? after >= before : later.segment.seq >= segment.ack;
  }
}

/** For each segment the place of the next one with ACK between its two ends, either way; -1 for none. */
function followersOf(segments: readonly WrittenSegment[]): Int32Array {
  const followers = new Int32Array(segments.length);
  const next = new Map<string, number>();
  for (let index = segments.length - 1; index >= 0; index--) {
    const { source, destination, segment } = segments[index]!;
    const pair = pairKey(source, destination);
    followers[index] = next.get(pair) ?? -1;
    if (segment.flags & ACK) next.set(pair, index);
  }
  return followers;
}

const sideOf = (source: Endpoint, destination: Endpoint): string =>
  `${source.address}/${source.port}>${destination.address}/${destination.port}`;

/**
 * Runs of one connection's segments: data of one length in one direction without a gap, and pure ACKs that move on by as
 * much as was sent between two of them. Nothing folds that opens or closes, has flags beyond ACK and PSH, a finding, a
 * comment, or is broken.
 */
import { RECORDED } from "../analysis/findings.ts";
import { ACK, PSH } from "../protocols/tcp.ts";
import { isBroken } from "../protocols/walk.ts";
import type { PacketChunk } from "../table/packet-table.ts";
import { FOLD_ACKS, FOLD_DATA, FOLD_TRANSFER, type FoldList } from "./fold-list.ts";

/** So many data segments before an ACK are a run of their own. */
const LONG_GROUP = 8;
const UNKNOWN = -1;

/** Takes row after row. A group is the data segments since the last ACK, and the ACK that ends it. */
export class SegmentRuns {
  private readonly list: FoldList;
  private connection = UNKNOWN;
  /** What is common to all data since the stretch began, and to all ACKs; UNKNOWN before the first. */
  private dataDirection = UNKNOWN;
  private length = UNKNOWN;
  private nextSeq = UNKNOWN;
  private dataAck = UNKNOWN;
  private ackSeq = UNKNOWN;
  private lastAck = UNKNOWN;
  /** The group that is not yet ended. */
  private groupStart = 0;
  private groupData = 0;
  /** Groups of the same size that were ended, one after the other; `every` is UNKNOWN without any. */
  private runStart = 0;
  private runEnd = 0;
  private every = UNKNOWN;
  private advance = UNKNOWN;

  constructor(list: FoldList) {
    this.list = list;
  }

  /** Takes the segment at `at` of a chunk, which is in this place of the ladder. */
  take(place: number, chunk: PacketChunk, at: number): void {
    if (!isPlain(chunk, at)) return this.stop(place);
    const isData = chunk.payloadLength[at]! > 0;
    if (!this.continues(chunk, at, isData)) this.stop(place);
    if (this.connection === UNKNOWN) this.begin(place, chunk, at, isData);
    if (isData) this.takeData(chunk, at);
    else this.takeAck(place, chunk, at);
  }

  /** Ends what came before this place. */
  stop(place: number): void {
    if (this.connection === UNKNOWN) return;
    this.endRun();
    this.endLongGroup(place);
    this.connection = UNKNOWN;
  }

  private begin(place: number, { connection, direction }: PacketChunk, at: number, isData: boolean): void {
    this.connection = connection[at]!;
    this.dataDirection = isData ? direction[at]! : 1 - direction[at]!;
    this.length = UNKNOWN;
    this.nextSeq = UNKNOWN;
    this.dataAck = UNKNOWN;
    this.ackSeq = UNKNOWN;
    this.lastAck = UNKNOWN;
    this.every = UNKNOWN;
    this.groupStart = place;
    this.groupData = 0;
  }

  private continues(chunk: PacketChunk, at: number, isData: boolean): boolean {
    if (chunk.connection[at] !== this.connection) return false;
    if ((chunk.direction[at] === this.dataDirection) !== isData) return false;
    if (!isData) return this.ackSeq === UNKNOWN || this.ackSeq === chunk.seq[at];
    if (this.length === UNKNOWN) return true;
    const isNext = this.length === chunk.payloadLength[at] && this.nextSeq === chunk.seq[at];
    return isNext && this.dataAck === chunk.ack[at];
  }

  private takeData({ payloadLength, seq, ack }: PacketChunk, at: number): void {
    this.length = payloadLength[at]!;
    this.nextSeq = (seq[at]! + this.length) >>> 0;
    this.dataAck = ack[at]!;
    this.groupData++;
  }

  private takeAck(place: number, { seq, ack }: PacketChunk, at: number): void {
    const every = this.groupData;
    const step = this.lastAck === UNKNOWN ? UNKNOWN : (ack[at]! - this.lastAck) | 0;
    if (every >= LONG_GROUP) {
      this.endRun();
      this.endLongGroup(place);
    } else if (this.repeats(every, step)) {
      this.advance = step;
      this.runEnd = place + 1;
    } else {
      this.endRun();
      this.every = every;
      this.advance = UNKNOWN;
      this.runStart = this.groupStart;
      this.runEnd = place + 1;
    }
    this.ackSeq = seq[at]!;
    this.lastAck = ack[at]!;
    this.groupStart = place + 1;
    this.groupData = 0;
  }

  /** Whether a group is like those before: an ACK of data moves on by what was sent, one without by what others did. */
  private repeats(every: number, step: number): boolean {
    if (every !== this.every || step <= 0) return false;
    if (every > 0) return step === every * this.length;
    return this.advance === UNKNOWN || this.advance === step;
  }

  private endRun(): void {
    const { every } = this;
    if (every !== UNKNOWN) this.list.add(this.runStart, this.runEnd, every > 0 ? FOLD_TRANSFER : FOLD_ACKS, every + 1);
    this.every = UNKNOWN;
  }

  private endLongGroup(place: number): void {
    if (this.groupData >= LONG_GROUP) this.list.add(this.groupStart, place, FOLD_DATA, 1);
  }
}

/** Whether a segment says nothing but its numbers. */
function isPlain({ flags, findings, marks, problem, payloadLength }: PacketChunk, at: number): boolean {
  if ((flags[at]! & ~PSH) !== ACK || (findings[at]! & ~RECORDED) !== 0 || marks[at] !== 0) return false;
  return payloadLength[at]! >= 0 && !isBroken(problem[at]!);
}

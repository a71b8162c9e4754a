/**
 * One end of a connection as the walk over its segments knows it: its state, and the numbers that decide whether a
 * segment counts (RFC 9293 §3.3.1). Which segment leads where is in state-rules.ts.
 */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, SYN } from "../protocols/tcp.ts";
import { type ConnectionSegments, endOfSegment } from "./connection-segments.ts";
import { LISTEN, type StateEvent, SYN_RECEIVED, type TcpState, type Transition, transition } from "./tcp-states.ts";

/** A sequence number that no segment told of. */
export const UNKNOWN = -1;

export class Endpoint {
  state: TcpState;
  isInferred: boolean;
  /** It answered a SYN that it waited for: a RST leads back to waiting. */
  isPassive = false;
  /** The number behind its SYN, and behind its FIN; UNKNOWN before. */
  synEnd = UNKNOWN;
  finEnd = UNKNOWN;
  /** Behind the highest byte it sent (SND.NXT, as captured). */
  next = UNKNOWN;
  /** What its last segment acknowledged (RCV.NXT as it was then). */
  lastAck = UNKNOWN;
  /** Bytes that came with its SYN (RFC 7413). */
  synPayload = 0;

  constructor(state: TcpState, isInferred: boolean) {
    this.state = state;
    this.isInferred = isInferred;
  }

  /** Goes along an arrow of the diagram, and returns it. */
  go(event: StateEvent, to: TcpState, isInferred: boolean): Transition {
    const taken = transition(this.state, event, to);
    if (to === SYN_RECEIVED) this.isPassive = this.state === LISTEN;
    this.state = to;
    this.isInferred = isInferred;
    return taken;
  }

  /** Forgets the numbers of a connection that is over. */
  forget(): void {
    this.synEnd = UNKNOWN;
    this.finEnd = UNKNOWN;
    this.next = UNKNOWN;
    this.lastAck = UNKNOWN;
    this.synPayload = 0;
  }

  /** Takes in the numbers of a segment that it sends. */
  remember(segments: ConnectionSegments, i: number): void {
    const flags = segments.flags[i]!;
    const end = endOfSegment(segments, i);
    if (flags & ACK) this.lastAck = segments.ack[i]!;
    if (flags & SYN) {
      // A SYN, ACK with another number begins anew.
      if (this.synEnd !== seqAdd(segments.seq[i]!, 1)) this.next = UNKNOWN;
      this.synEnd = seqAdd(segments.seq[i]!, 1);
      this.synPayload = segments.payload[i]!;
    }
    if (this.next === UNKNOWN || seqDelta(end, this.next) > 0) this.next = end;
  }

  /** Whether a number lies behind its SYN, and not behind all that it sent; true while its SYN is not known. */
  hasSent(seq: number): boolean {
    return this.synEnd === UNKNOWN || (seqDelta(seq, this.synEnd) >= 0 && seqDelta(seq, this.next) <= 0);
  }

  /** Whether a segment acknowledges this end's SYN and nothing that was not sent (SND.UNA < SEG.ACK =< SND.NXT). */
  isSynAcked({ flags, ack }: ConnectionSegments, i: number): boolean {
    if (!(flags[i]! & ACK)) return false;
    if (this.synEnd === UNKNOWN) return true; // its SYN was not captured
    return seqDelta(ack[i]!, this.synEnd) >= 0 && seqDelta(ack[i]!, this.next) <= 0;
  }

  /** Whether a segment acknowledges this end's FIN. */
  isFinAcked({ flags, ack }: ConnectionSegments, i: number): boolean {
    return (flags[i]! & ACK) !== 0 && this.finEnd !== UNKNOWN && seqDelta(ack[i]!, this.finEnd) >= 0;
  }
}

/**
 * What a segment does to the states of the two ends: to its sender, who must have been in a state to send it, and to the
 * receiver whom it reaches (RFC 9293 §3.10.7). Where the sender should have got something first that the capture does
 * not show, it goes the arrows on which that lies, and they are marked as inferred.
 */
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { type Arrival, kindOf, type Sent } from "./arrivals.ts";
import { type ConnectionSegments, endOfSegment } from "./connection-segments.ts";
import { type Endpoint, UNKNOWN } from "./endpoint.ts";
import {
  CLOSE_WAIT,
  CLOSED,
  CLOSING,
  ESTABLISHED,
  FIN_WAIT_1,
  FIN_WAIT_2,
  LAST_ACK,
  LISTEN,
  type StateEvent,
  SYN_RECEIVED,
  SYN_SENT,
  type TcpState,
  TIME_WAIT,
} from "./tcp-states.ts";

/** A segment on its way between the ends. */
export interface Passage {
  readonly segments: ConnectionSegments;
  /** The segment's place in the connection. */
  readonly i: number;
  /** The end whom it changes, and the other one. */
  readonly own: Endpoint;
  readonly other: Endpoint;
  /** What that end sends. */
  readonly ownSent: Sent;
  readonly otherSent: Sent;
  /** Takes an end along an arrow; `inferred` when the capture does not show the cause. */
  readonly go: (end: Endpoint, event: StateEvent, to: TcpState, inferred?: "inferred") => void;
}

/** What the sender's state must have been, and becomes. */
export function send(p: Passage): void {
  const flags = p.segments.flags[p.i]!;
  if (flags & RST) return sendRst(p);
  if (flags & SYN) {
    if (flags & ACK) sendSynAck(p);
    else sendSyn(p);
    return p.own.remember(p.segments, p.i);
  }
  catchUp(p);
  p.own.remember(p.segments, p.i);
  if (flags & FIN) sendFin(p);
}

function sendSyn({ own, go }: Passage): void {
  if (own.state === TIME_WAIT) go(own, "timeout", CLOSED, "inferred");
  if (own.state !== CLOSED && own.state !== LISTEN) return; // sent again
  own.forget();
  go(own, own.state === CLOSED ? "activeOpen" : "send", SYN_SENT);
}

function sendSynAck({ own, go }: Passage): void {
  if (own.state === LISTEN || own.state === SYN_SENT) go(own, "receiveSyn", SYN_RECEIVED, "inferred");
}

function sendFin({ own, go, segments, i }: Passage): void {
  if (own.state === SYN_RECEIVED || own.state === ESTABLISHED) go(own, "close", FIN_WAIT_1);
  else if (own.state === CLOSE_WAIT) go(own, "close", LAST_ACK);
  else return; // sent again
  own.finEnd = endOfSegment(segments, i);
}

/** Brings an end that sends what only an open connection does to the state for it. */
function catchUp({ own, other, go, segments, i }: Passage): void {
  if (!(segments.flags[i]! & ACK)) return;
  if (own.state === SYN_SENT) {
    // It has the SYN, ACK, so the other end has its SYN.
    if (other.state === LISTEN) go(other, "receiveSyn", SYN_RECEIVED, "inferred");
    return go(own, "receiveSynAck", ESTABLISHED, "inferred");
  }
  if (own.state === LISTEN) go(own, "receiveSyn", SYN_RECEIVED, "inferred");
  // Data may go out before the handshake ends when data came with the SYN (RFC 7413 §4.2), and a FIN always may.
  const isBareFin = (segments.flags[i]! & FIN) !== 0 && segments.payload[i] === 0;
  if (own.state !== SYN_RECEIVED || other.synPayload > 0 || isBareFin) return;
  // It has the ACK of its SYN, so the other end has that.
  if (other.state === SYN_SENT) go(other, "receiveSynAck", ESTABLISHED, "inferred");
  go(own, "receiveAckOfSyn", ESTABLISHED, "inferred");
}

function sendRst({ own, go, segments, i }: Passage): void {
  const hasAck = (segments.flags[i]! & ACK) !== 0;
  // A LISTEN answers a SYN by RST, ACK only when it is none any more, and an ACK by a bare RST (§3.10.7.2).
  if (own.state === LISTEN && hasAck) go(own, "close", CLOSED, "inferred");
  if (own.state === CLOSED || own.state === LISTEN) return;
  // The number of a bare RST is the bad acknowledgment that it answers; one of the sender's own ends the connection.
  if (!hasAck && !own.hasSent(segments.seq[i]!) && (own.state === SYN_SENT || own.state === SYN_RECEIVED)) return;
  // Who answers SYN, ACK by RST waits for it no more.
  if (own.state === SYN_SENT) go(own, "close", CLOSED, "inferred");
  else go(own, "abort", CLOSED);
}

/**
 * What a segment does to the receiver whom it reaches after packet `after`. `arrival` is how a SYN or FIN fared, null
 * for others. Returns the packet after which the segment is to be looked at again, since its acknowledgment comes to
 * bear only then; -1 when it is done with.
 */
export function receive(p: Passage, after: number, arrival: Arrival | null): number {
  const flags = p.segments.flags[p.i]!;
  if (flags & RST) {
    receiveRst(p);
    return -1;
  }
  if (flags & SYN && !(flags & ACK)) {
    if (arrival) receiveSyn(p, arrival);
    return -1;
  }
  if (flags & SYN && p.own.state === SYN_SENT) {
    if (p.own.isSynAcked(p.segments, p.i)) p.go(p.own, "receiveSynAck", ESTABLISHED);
    return -1;
  }
  const later = receiveAck(p, after);
  if ((flags & (SYN | FIN)) === FIN) receiveFin(p);
  return later;
}

function receiveSyn({ own, other, go, segments }: Passage, { answer }: Arrival): void {
  if (own.state === SYN_SENT) return go(own, "receiveSyn", SYN_RECEIVED);
  if (other.state !== SYN_SENT) return; // sent again
  const flags = segments.flags[answer]!;
  if (own.state === LISTEN && flags & RST) return go(own, "close", CLOSED, "inferred");
  if (kindOf(flags) === (SYN | ACK)) {
    if (own.state === TIME_WAIT) go(own, "timeout", CLOSED, "inferred");
    if (own.state === CLOSED) go(own, "passiveOpen", LISTEN, "inferred");
  }
  if (own.state !== LISTEN) return;
  own.forget();
  go(own, "receiveSyn", SYN_RECEIVED);
}

/** The fifth check of §3.10.7.4, as far as it changes states. */
function receiveAck(p: Passage, after: number): number {
  const { own, go, segments, i, ownSent } = p;
  if (own.state === SYN_RECEIVED && own.isSynAcked(segments, i)) {
    if (after < ownSent.lastSyn) return whenRepeated(p, ownSent.lastSyn, ownSent.isSynRepeated);
    go(own, "receiveAckOfSyn", ESTABLISHED);
  } else if (own.isFinAcked(segments, i)) {
    if (after < ownSent.lastFin) return whenRepeated(p, ownSent.lastFin, true);
    const hasFin = (segments.flags[i]! & FIN) !== 0;
    if (own.state === FIN_WAIT_1) {
      if (hasFin) go(own, "receiveFinAndAck", TIME_WAIT);
      else go(own, "receiveAckOfFin", FIN_WAIT_2);
    } else if (own.state === CLOSING) go(own, "receiveAckOfFin", TIME_WAIT);
    else if (own.state === LAST_ACK) go(own, "receiveAckOfFin", CLOSED);
  }
  return -1;
}

/**
 * An acknowledgment whose receiver goes on to send what it acknowledges, last in packet `last`: lost when that was a
 * repetition and more acknowledgments follow; else it crossed, and comes to bear behind.
 */
function whenRepeated({ otherSent }: Passage, last: number, isRepetition: boolean): number {
  return isRepetition && otherSent.last > last ? -1 : last;
}

/** The eighth check of §3.10.7.4. */
function receiveFin({ own, go }: Passage): void {
  if (own.state === ESTABLISHED) go(own, "receiveFin", CLOSE_WAIT);
  else if (own.state === FIN_WAIT_1) go(own, "receiveFin", CLOSING);
  else if (own.state === FIN_WAIT_2) go(own, "receiveFin", TIME_WAIT);
}

function receiveRst(p: Passage): void {
  const { own, go, segments, i } = p;
  if (own.state === CLOSED || own.state === LISTEN) return;
  if (own.state === SYN_SENT) {
    // A RST in answer to a SYN must acknowledge it (§3.10.7.3).
    return own.isSynAcked(segments, i) ? go(own, "receiveRst", CLOSED) : undefined;
  }
  const place = placeOfRst(p);
  if (place === "outside") return;
  const inferred = place === "ahead" ? "inferred" : undefined;
  go(own, "receiveRst", own.state === SYN_RECEIVED && own.isPassive ? LISTEN : CLOSED, inferred);
}

/**
 * Where a RST stands in its receiver's window (§3.10.7.4, the second check): it must be exactly the next number that the
 * receiver expects, which lies between the last that it acknowledged and the last that was sent to it. A RST ahead of
 * that is answered, not followed; where the receiver stays silent, segments before it were not captured.
 */
function placeOfRst({ own, other, segments, i, ownSent }: Passage): "expected" | "ahead" | "outside" {
  const seq = segments.seq[i]!;
  if (own.lastAck === UNKNOWN) return "expected";
  if (seqDelta(seq, own.lastAck) < 0) return "outside";
  const sent = other.next === UNKNOWN ? own.lastAck : other.next;
  if (seqDelta(seq, sent) <= 0 || seq === own.lastAck) return "expected";
  return ownSent.last > i ? "outside" : "ahead";
}

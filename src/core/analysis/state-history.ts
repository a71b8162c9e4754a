/**
 * The state of both ends of a connection after each of its packets (RFC 9293 §3.3.2), inferred from what was captured.
 * One walk over the connection's segments, computed when somebody asks.
 *
 * What is assumed: a sender changes when its segment is captured, a receiver when it arrives, as arrivals.ts tells. What
 * a user did (OPEN, CLOSE, ABORT) is known by what is sent. Where the first packet is no SYN, the connection was open.
 * That TIME-WAIT ends is known only by a new SYN. A change whose cause was not captured is marked as inferred.
 */

import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type Arrival, arrivalOf, type Epoch, endOf, epochsOf, kindOf, type Sent } from "./arrivals.ts";
import { type ConnectionSegments, endOfSegment } from "./connection-segments.ts";
import { Endpoint, UNKNOWN } from "./endpoint.ts";
import type { Direction } from "./segment.ts";
import { type Passage, receive, send } from "./state-rules.ts";
import {
  CLOSE_WAIT,
  CLOSED,
  ESTABLISHED,
  FIN_WAIT_2,
  LISTEN,
  type StateEvent,
  SYN_SENT,
  type TcpState,
  TIME_WAIT,
  type Transition,
} from "./tcp-states.ts";

/** Bits of `inferred`. */
export const CLIENT_INFERRED = 1;
export const SERVER_INFERRED = 2;

/** One change of one end's state. */
export interface StateChange {
  /** The packet after which the new state holds, and the one that is the cause: places in the connection, from 0. */
  readonly after: number;
  readonly cause: number;
  /** Whose: the end that sends in this direction. */
  readonly side: Direction;
  readonly transition: Transition;
  /** The capture does not show what the transition's event says. */
  readonly isInferred: boolean;
}

/** The states before the first packet. */
export interface StartStates {
  readonly client: TcpState;
  readonly server: TcpState;
  readonly inferred: number;
}

/** Position i of the columns is the connection's packet i. */
export interface StateHistory {
  readonly length: number;
  readonly start: StartStates;
  readonly client: Uint8Array; // place in TCP_STATES, after the packet
  readonly server: Uint8Array; // likewise
  readonly inferred: Uint8Array; // *_INFERRED bits: of a state that no captured packet led to
  readonly changes: readonly StateChange[]; // in order; several may come after one packet
}

/** Walks over the segments of one connection. Never throws. */
export function stateHistory(segments: ConnectionSegments): StateHistory {
  const walk = new StateWalk(segments);
  walk.advance(segments.length);
  return walk.history;
}

const NEVER = -1;

const otherThan = (side: Direction): Direction => (side === CLIENT_TO_SERVER ? SERVER_TO_CLIENT : CLIENT_TO_SERVER);

/** The same walk, some packets at a time: a connection may have a million. */
export class StateWalk {
  /** Its columns are filled as far as the walk has come. */
  readonly history: StateHistory;
  private next = 0;
  private epoch = 0;
  private readonly segments: ConnectionSegments;
  private readonly ends: readonly [client: Endpoint, server: Endpoint];
  private readonly epochs: readonly Epoch[];
  private readonly changes: StateChange[] = [];
  /** No end waits for what a segment that opens and closes nothing could bring. */
  private areSettled = false;
  /** Segments that come to bear only after a later packet, by that packet. */
  private readonly due = new Map<number, { readonly i: number; readonly arrival: Arrival | null }[]>();

  constructor(segments: ConnectionSegments) {
    this.segments = segments;
    this.epochs = epochsOf(segments);
    this.ends = startOf(segments, this.epochs[0]!);
    const { length } = segments;
    this.history = {
      length,
      start: { client: this.ends[0].state, server: this.ends[1].state, inferred: this.inferred() },
      client: new Uint8Array(length),
      server: new Uint8Array(length),
      inferred: new Uint8Array(length),
      changes: this.changes,
    };
  }

  /** Goes over the next packets, `most` of them at most; true when all are done. Never throws. */
  advance(most: number): boolean {
    const { ends, history, epochs } = this;
    const { length, client, server, inferred } = history;
    const stop = Math.min(length, this.next + most);
    for (; this.next < stop; this.next++) {
      const i = this.next;
      while (i >= epochs[this.epoch]!.end) this.epoch++; // the last one ends with the connection
      this.step(i, epochs[this.epoch]!);
      client[i] = ends[0].state;
      server[i] = ends[1].state;
      inferred[i] = this.inferred();
    }
    return stop === length;
  }

  private inferred(): number {
    return (this.ends[0].isInferred ? CLIENT_INFERRED : 0) | (this.ends[1].isInferred ? SERVER_INFERRED : 0);
  }

  private step(i: number, epoch: Epoch): void {
    const { flags } = this.segments;
    const late = this.due.size === 0 ? undefined : this.due.get(i);
    if (this.areSettled && !late && isPlain(flags[i]!)) {
      return this.ends[this.sender(i)].remember(this.segments, i);
    }
    send(this.passage(i, epoch, this.sender(i), i));
    const { after, arrival } = this.way(i, epoch);
    if (after === i) this.reach(i, epoch, i, arrival);
    else if (after > i) this.postpone(after, i, arrival);
    for (const { i: early, arrival: how } of late ?? []) this.reach(early, epoch, i, how);
    this.areSettled = this.ends.every(({ state }) => isSettled(state));
  }

  /** After which packet a segment reaches its receiver; NEVER where nothing shows that it does. */
  private way(i: number, epoch: Epoch): { readonly after: number; readonly arrival: Arrival | null } {
    const flags = this.segments.flags[i]!;
    if (flags & RST) return { after: Math.max(i, epoch.sent[otherThan(this.sender(i))].last), arrival: null };
    // One sent again that had arrived before brings no more than its acknowledgment.
    const { lastAck } = this.ends[otherThan(this.sender(i))];
    const isKnown = lastAck !== UNKNOWN && seqDelta(lastAck, endOf(this.segments, i)) >= 0;
    if (kindOf(flags) === 0 || (isKnown && flags & ACK)) return { after: i, arrival: null };
    const arrival = arrivalOf(this.segments, i, epoch.end);
    return { after: arrival?.after ?? NEVER, arrival };
  }

  private reach(i: number, epoch: Epoch, after: number, arrival: Arrival | null): void {
    const receiver = otherThan(this.sender(i));
    const later = receive(this.passage(i, epoch, receiver, after), after, arrival);
    if (later > after) this.postpone(later, i, arrival);
  }

  private postpone(after: number, i: number, arrival: Arrival | null): void {
    const there = this.due.get(after);
    if (there) there.push({ i, arrival });
    else this.due.set(after, [{ i, arrival }]);
  }

  private sender(i: number): Direction {
    return this.segments.direction[i] === CLIENT_TO_SERVER ? CLIENT_TO_SERVER : SERVER_TO_CLIENT;
  }

  private passage(i: number, epoch: Epoch, side: Direction, after: number): Passage {
    const { segments, ends, changes } = this;
    const other = otherThan(side);
    return {
      segments,
      i,
      own: ends[side],
      other: ends[other],
      ownSent: epoch.sent[side],
      otherSent: epoch.sent[other],
      go: (end: Endpoint, event: StateEvent, to: TcpState, inferred?: "inferred") => {
        const isInferred = inferred !== undefined;
        const transition = end.go(event, to, isInferred);
        changes.push({
          after,
          cause: i,
          side: end === ends[0] ? CLIENT_TO_SERVER : SERVER_TO_CLIENT,
          transition,
          isInferred,
        });
      },
    };
  }
}

/** Nearly all segments open nothing and close nothing. */
const isPlain = (flags: number): boolean => (flags & (SYN | FIN | RST)) === 0;

/** Whether a segment that opens and closes nothing changes nothing at an end, sent there or received. */
function isSettled(state: TcpState): boolean {
  return (
    state === ESTABLISHED || state === FIN_WAIT_2 || state === CLOSE_WAIT || state === TIME_WAIT || state === CLOSED
  );
}

/** The ends before the connection's first packet. */
function startOf(segments: ConnectionSegments, { sent }: Epoch): [client: Endpoint, server: Endpoint] {
  const { flags, direction } = segments;
  const kind = segments.length === 0 ? 0 : kindOf(flags[0]!);
  const [opener, other] = starts(segments, kind, sent[direction[0] === CLIENT_TO_SERVER ? 1 : 0]);
  return direction[0] === SERVER_TO_CLIENT ? [other, opener] : [opener, other];
}

/** The end that the first packet comes from, and the other one, which sends what `sent` says. */
function starts(segments: ConnectionSegments, kind: number, sent: Sent): [Endpoint, Endpoint] {
  if (kind === SYN) return [new Endpoint(CLOSED, false), startOfAsked(segments, sent.first)];
  if (kind === (SYN | ACK)) return [new Endpoint(LISTEN, true), new Endpoint(SYN_SENT, true)];
  return [new Endpoint(ESTABLISHED, true), new Endpoint(ESTABLISHED, true)];
}

/** The end that a connection's first SYN asks, by the first packet that it sends. */
function startOfAsked(segments: ConnectionSegments, first: number): Endpoint {
  if (first < 0) return new Endpoint(LISTEN, true);
  const flags = segments.flags[first]!;
  if (flags & RST) return new Endpoint(CLOSED, false);
  if (flags & SYN) return new Endpoint(flags & ACK ? LISTEN : CLOSED, false);
  // Its SYN, ACK was not captured, or it has an old connection that the SYN knows nothing of (§3.5.1, figure 9).
  const since = seqDelta(segments.ack[first]!, segments.seq[0]!);
  const isAnswer = since > 0 && seqDelta(segments.ack[first]!, endOfSegment(segments, 0)) <= 0;
  return isAnswer ? new Endpoint(LISTEN, true) : new Endpoint(ESTABLISHED, true);
}

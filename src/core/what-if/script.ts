/**
 * What a captured connection tells a model of it: what its applications did and on what they waited, what was agreed in
 * the opening, how long a segment is under way, how eagerly each side acknowledges. Losses of the capture are no part of it.
 */
import type { Side } from "./model.ts";

/** One thing that an application does, after the one before. */
export interface Action {
  readonly does: "write" | "close" | "abort";
  /** Bytes that it writes. */
  readonly bytes: number;
  /** What it must have received before: bytes, and 1 for the other side's FIN. */
  readonly needs: number;
  /** ns that it takes, from the action before or from the receipt, whichever is later. */
  readonly wait: number;
}

/** One endpoint. */
export interface SideScript {
  readonly actions: readonly Action[];
  /** Most bytes of data that it puts into a segment. */
  readonly mss: number;
  /** Receive window, bytes. */
  readonly window: number;
  /** It acknowledges after so many segments: 1 or 2 (RFC 9293 §3.8.6.3). */
  readonly ackEvery: 1 | 2;
  /** How long it holds back an ACK, ns; below 500 ms (RFC 1122 §4.2.3.2). */
  readonly ackDelay: number;
  /** It holds back the ACK of a FIN too, so that its own FIN may bring it. */
  readonly holdsAckOfFin: boolean;
  /** ns that a byte of what it sends takes on the slowest link. */
  readonly perByte: number;
}

export interface Script extends Readonly<Record<Side, SideScript>> {
  /** From one end to the other, ns. */
  readonly oneWay: number;
  readonly sack: boolean;
  /** Initial sequence numbers of the captured connection, raw. */
  readonly initial: Readonly<Record<Side, number>>;
  /** Captured segments that it was made of; all of the connection's unless `isCut`. */
  readonly captured: number;
  readonly isCut: boolean;
}

/** What may happen to a segment on its way. */
export interface Change {
  readonly does: "drop" | "delay" | "duplicate";
  /** Which one, by its place in the undisturbed run. */
  readonly segment: number;
  /** How many sendings of it are lost. */
  readonly times: number;
  /** How much later it comes, or its second copy, ns. */
  readonly by: number;
}

/** What a run may be asked to do otherwise than RFC 6298 would. */
export interface Rules {
  /** The least retransmission timeout, ns: 1 s by RFC 6298 §2.4. */
  readonly leastTimeout: number;
}

export const BY_RFC: Rules = { leastTimeout: 1e9 };
/** As Linux has it. */
export const BY_LINUX: Rules = { leastTimeout: 200e6 };

/**
 * What a run of the model consists of: segments between two modelled endpoints, each with why it was sent, what became of
 * it on its way and what its arrival did. Numbers count from each side's initial sequence number, so its SYN is 0. Facts
 * only; the words are the language files'. Nothing here was captured.
 */
import type { TcpState } from "../analysis/tcp-states.ts";

export const SIDES = ["client", "server"] as const;
export type Side = (typeof SIDES)[number];

/** The other one. */
export const peerOf = (side: Side): Side => (side === "client" ? "server" : "client");

/** Why a segment is sent. */
export type CauseKind =
  | "opens"
  | "answersSyn"
  | "completesHandshake"
  | "data"
  | "limitedTransmit"
  | "ackAtOnce"
  | "ackSecond"
  | "ackTimer"
  | "duplicateAck"
  | "ackBeforeGap"
  | "ackOfOld"
  | "gapFilled"
  | "ackOfFin"
  | "challenge"
  | "closes"
  | "timeout"
  | "timeoutOfSyn"
  | "fastRetransmit"
  | "stillMissing"
  | "aborts"
  | "noConnection";

/** What the arrival of a segment did. */
export type EffectKind =
  | "opened"
  | "established"
  | "delivered"
  | "gapClosed"
  | "held"
  | "old"
  | "acknowledged"
  | "duplicate"
  | "finTaken"
  | "reset"
  | "nothing"
  | "lost";

/** A kind with the numbers that its sentence needs: times in ns, else bytes, counts and sequence numbers. */
export interface Told<Kind extends string> {
  readonly kind: Kind;
  readonly operands: Readonly<Record<string, number>>;
}

export interface Cause extends Told<CauseKind> {
  /** The section of an RFC that asks for it. */
  readonly source: string;
}

export type Effect = Told<EffectKind>;

/** Consecutive numbers, the second excluded. */
export type Block = readonly [from: number, to: number];

/** What happened to a segment on its way. */
export type Fate = "arrives" | "lost" | "late" | "twice";

export interface ModelSegment {
  /** Its sender. */
  readonly side: Side;
  /** Bits of the TCP header. */
  readonly flags: number;
  readonly seq: number;
  readonly ack: number;
  /** Bytes of data. */
  readonly length: number;
  /** Bytes, scaled already. */
  readonly window: number;
  /** SACK blocks, the latest first (RFC 2018 §4). */
  readonly sack: readonly Block[];
  /** It holds what was sent before. */
  readonly isAgain: boolean;
  readonly cause: Cause;
  /** ns since the model's first segment. */
  readonly sentAt: number;
  readonly fate: Fate;
  /** ns; NaN for a lost one. */
  readonly arrivesAt: number;
  /** Of the second copy; NaN without one. */
  readonly comesAgainAt: number;
  /** Of its sender, as it was sent; of its receiver, after it arrived: null for one that never does. */
  readonly senderState: TcpState;
  readonly receiverState: TcpState | null;
  readonly effect: Effect;
}

/** An end that stopped trying: it has sent something for R2 without an answer (RFC 9293 §3.8.3). */
export interface GaveUp {
  readonly side: Side;
  readonly at: number; // ns
  /** ns since the first sending of what was not answered. */
  readonly after: number;
}

/** All that happened. */
export interface ModelRun {
  /** In the order of sending. */
  readonly segments: readonly ModelSegment[];
  readonly gaveUp: readonly GaveUp[];
  readonly ends: Readonly<Record<Side, TcpState>>;
  /** Bytes of data that each application got, in order. */
  readonly received: Readonly<Record<Side, number>>;
  /** When the last byte or FIN was delivered, ns. */
  readonly doneAt: number;
  /** It was stopped at the most segments that a run may have. */
  readonly isCut: boolean;
}

/** What the handshake of a captured connection tells of all numbers and times that follow. */
import type { ConnectionSegments } from "../analysis/connection-segments.ts";
import { seqDelta } from "../base/seq32.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import type { Side } from "./model.ts";

export interface Basis {
  readonly segments: ConnectionSegments;
  /** Which of them count: from the SYN that was answered, up to the limit. */
  readonly first: number;
  /** The place behind the last of them. */
  readonly end: number;
  /** Initial sequence numbers, raw. */
  readonly initial: Readonly<Record<Side, number>>;
  /** From where it was captured to each end, ns. */
  readonly way: Readonly<Record<Side, number>>;
  readonly mss: Readonly<Record<Side, number>>;
}

/** The direction that a side sends in. */
export const directionOf = (side: Side) => (side === "client" ? CLIENT_TO_SERVER : SERVER_TO_CLIENT);

/** How far a raw number lies behind a side's initial one. */
export const numberOf = (basis: Basis, side: Side, raw: number) => seqDelta(raw, basis.initial[side]);

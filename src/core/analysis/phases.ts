/**
 * The phases of a connection: how it opens, carries data, and ends (RFC 9293 §3.5, §3.6). Told by the flags that open and
 * close, and by the states of both ends; where the handshake was not captured, the connection begins with its data.
 */
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { type ConnectionSegments, endOfSegment } from "./connection-segments.ts";
import type { StateHistory } from "./state-history.ts";
import { SYN_RECEIVED, SYN_SENT } from "./tcp-states.ts";

/** "halfClose": one side sent its FIN, and the other one goes on to send data; "close": from the FIN that ends that. */
export type PhaseName = "handshake" | "data" | "halfClose" | "close" | "reset";

/** Packets one behind the other: places in the connection, from 0; `end` is exclusive. */
export interface Phase {
  readonly name: PhaseName;
  readonly first: number;
  readonly end: number;
}

/** The phases of a connection in their order, without gap; none where it has no packets. */
export function phasesOf(segments: ConnectionSegments, history: StateHistory): readonly Phase[] {
  const phases: { name: PhaseName; first: number; end: number }[] = [];
  const names = namesOf(segments, history);
  for (let i = 0; i < segments.length; i++) {
    const name = names(i);
    const last = phases.at(-1);
    if (last?.name === name) last.end = i + 1;
    else phases.push({ name, first: i, end: i + 1 });
  }
  return phases;
}

/** The phase of packet after packet, asked for in their order. */
function namesOf(segments: ConnectionSegments, history: StateHistory): (i: number) => PhaseName {
  const { flags } = segments;
  let now: PhaseName = "data";
  let closing: Closing | null = null;
  return (i) => {
    const bits = flags[i]!;
    if (bits & RST) now = "reset";
    else if (bits & SYN) {
      now = "handshake";
      closing = null;
    } else if (bits & FIN && now !== "reset") {
      closing ??= closingAt(segments, i);
      now = closing.halfUntil > i ? "halfClose" : "close";
    } else if (now === "handshake" && !isOpening(history, i - 1)) now = "data";
    else if (now === "halfClose" && closing && i >= closing.halfUntil) now = "close";
    return now;
  };
}

/** Whether an end waits for the handshake after a packet. */
function isOpening({ client, server }: StateHistory, i: number): boolean {
  return [client[i], server[i]].some((state) => state === SYN_SENT || state === SYN_RECEIVED);
}

/** What follows a connection's first FIN. */
interface Closing {
  /** Place of the packet with which the other side ends its half; that of the FIN where there is no half-close. */
  readonly halfUntil: number;
}

/** Looks on from the first FIN: the other side may know of it, and go on with data before its own. */
function closingAt(segments: ConnectionSegments, fin: number): Closing {
  const { length, flags, ack, direction, payload } = segments;
  const end = endOfSegment(segments, fin);
  let hasData = false;
  for (let i = fin + 1; i < length; i++) {
    if (flags[i]! & SYN) break;
    if (direction[i] === direction[fin]) continue;
    const knows = (flags[i]! & ACK) !== 0 && seqDelta(ack[i]!, end) >= 0;
    if (flags[i]! & (FIN | RST)) return { halfUntil: hasData ? i : fin };
    if (knows && payload[i]! > 0) hasData = true;
  }
  return { halfUntil: hasData ? length : fin };
}

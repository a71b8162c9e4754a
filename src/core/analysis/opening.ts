/**
 * How a connection opened: the packets of its handshake, how long they took, and what that tells of the place where the
 * capture was taken.
 */
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, RST, SYN } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import type { ConnectionSegments } from "./connection-segments.ts";

/** The packets of a handshake, as rows of the packet table; -1 for what was not captured. */
export interface Opening {
  /** The client's SYN, the last one before the answer; the server's SYN, ACK, the last one before the client's ACK. */
  readonly syn: number;
  readonly synAck: number;
  readonly ack: number;
  /** How many SYNs and SYN, ACKs there are. */
  readonly syns: number;
  readonly synAcks: number;
  /** Both sides began: the server sent a SYN without ACK (RFC 9293 §3.5, figure 7). */
  readonly isSimultaneous: boolean;
  /** Bytes that came with the SYN, and whether the answer acknowledges them (RFC 7413). */
  readonly earlyBytes: number;
  readonly earlyTaken: boolean;
  /** Null unless all three were captured in order. */
  readonly times: HandshakeTimes | null;
}

/** How long the handshake took, in ns, and its two parts. */
export interface HandshakeTimes {
  /** From the SYN to the SYN, ACK: from the capture point to the server and back. */
  readonly toServer: number;
  /** From the SYN, ACK to the ACK: from the capture point to the client and back. */
  readonly toClient: number;
  readonly total: number;
  /** A SYN or SYN, ACK was sent again: which of them was answered is not certain (RFC 6298 §3). */
  readonly isAmbiguous: boolean;
}

/** Where a capture was taken. */
export type CapturePoint = "client" | "server" | "between" | "unclear";

/** The handshake of a connection, by its segments. */
export function openingOf(segments: ConnectionSegments): Opening {
  const { length, flags, direction, seq, ack, payload, rows } = segments;
  const at = { syn: -1, synAck: -1, ack: -1 };
  let syns = 0;
  let synAcks = 0;
  let isSimultaneous = false;
  for (let i = 0; i < length && at.ack < 0; i++) {
    const kind = flags[i]! & (SYN | ACK | RST);
    const isOut = direction[i] === CLIENT_TO_SERVER;
    if (kind === SYN && isOut) {
      syns++;
      if (at.synAck < 0) at.syn = i;
    } else if (kind === SYN) isSimultaneous = true;
    else if (kind === (SYN | ACK) && direction[i] === SERVER_TO_CLIENT) {
      synAcks++;
      at.synAck = i;
    } else if (kind === ACK && isOut && (at.synAck < 0 || seqDelta(ack[i]!, seqAdd(seq[at.synAck]!, 1)) >= 0))
      at.ack = i;
    else if (kind !== SYN && kind !== (SYN | ACK) && at.syn < 0 && at.synAck < 0) break; // it had begun before
  }
  if (at.syn < 0 && at.synAck < 0) at.ack = -1;
  const earlyBytes = at.syn < 0 ? 0 : payload[at.syn]!;
  const earlyTaken = earlyBytes > 0 && at.synAck >= 0 && seqDelta(ack[at.synAck]!, seqAdd(seq[at.syn]!, 1)) > 0;
  const row = (place: number) => (place < 0 ? -1 : rows[place]!);
  const packets = { syn: row(at.syn), synAck: row(at.synAck), ack: row(at.ack) };
  const times = timesOf(segments, at, syns > 1 || synAcks > 1);
  return { ...packets, syns, synAcks, isSimultaneous, earlyBytes, earlyTaken, times };
}

type Places = Readonly<Record<"syn" | "synAck" | "ack", number>>;

function timesOf(
  { time }: ConnectionSegments,
  { syn, synAck, ack }: Places,
  isAmbiguous: boolean,
): HandshakeTimes | null {
  if (syn < 0 || synAck < syn || ack < synAck) return null;
  const toServer = time[synAck]! - time[syn]!;
  const toClient = time[ack]! - time[synAck]!;
  return { toServer, toClient, total: toServer + toClient, isAmbiguous };
}

/** The smaller part is taken for a way that the capture point lies at the end of when it is at most this share. */
const NEAR = 0.2;
/** Below this a handshake is too short for its parts to tell: the two hosts' own work decides them. */
const TOO_SHORT = 200_000; // ns

/** On which side the capture was taken: the smaller part of the handshake's time tells. */
export function capturePointOf(times: HandshakeTimes | null): CapturePoint {
  if (!times || times.isAmbiguous || times.total < TOO_SHORT) return "unclear";
  const { toServer, toClient, total } = times;
  if (toServer < 0 || toClient < 0) return "unclear"; // the clock ran back
  if (toClient <= NEAR * total) return "client";
  return toServer <= NEAR * total ? "server" : "between";
}

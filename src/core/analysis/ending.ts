/** How a connection ended, as far as it was captured: who sent FIN and in which order, and who sent RST. */
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST } from "../protocols/tcp.ts";
import type { ConnectionTable } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type ConnectionSegments, endOfSegment } from "./connection-segments.ts";
import { type ConnectionState, connectionState } from "./connection-state.ts";
import type { Direction } from "./segment.ts";

/** A packet that ends something. */
export interface EndingPacket {
  readonly side: Direction; // whose: the side that sends in this direction
  readonly row: number; // of the packet table
}

export interface Ending {
  readonly state: ConnectionState;
  /** The first FIN of each side that sent one, in the order of the capture. */
  readonly fins: readonly EndingPacket[];
  /** The second FIN was sent before its sender had the first (RFC 9293 §3.6, figure 13). */
  readonly isSimultaneous: boolean;
  /** Bytes of payload that the other side went on to send when it had the first FIN: the connection was half-closed. */
  readonly bytesAfterFin: number;
  /** The first RST; null without one. */
  readonly reset: EndingPacket | null;
}

/** The end of a connection, by its row and its segments. */
export function endingOf(connections: ConnectionTable, connection: number, segments: ConnectionSegments): Ending {
  const { length, flags, ack, direction, payload, rows } = segments;
  const fins: EndingPacket[] = [];
  let reset: EndingPacket | null = null;
  let firstEnd = 0;
  let isSimultaneous = false;
  let bytesAfterFin = 0;
  for (let i = 0; i < length; i++) {
    const side = direction[i] === CLIENT_TO_SERVER ? CLIENT_TO_SERVER : SERVER_TO_CLIENT;
    if (flags[i]! & RST) {
      reset ??= { side, row: rows[i]! };
      continue;
    }
    const [first] = fins;
    const hasFirst = first && first.side !== side && (flags[i]! & ACK) !== 0 && seqDelta(ack[i]!, firstEnd) >= 0;
    if (hasFirst) bytesAfterFin += payload[i]!;
    if (!(flags[i]! & FIN) || fins.some((fin) => fin.side === side)) continue;
    if (first) isSimultaneous = !hasFirst;
    else firstEnd = endOfSegment(segments, i);
    fins.push({ side, row: rows[i]! });
  }
  return { state: connectionState(connections, connection), fins, isSimultaneous, bytesAfterFin, reset };
}

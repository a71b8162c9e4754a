/**
 * How a connection stands at the end of what was captured of it, in one word. Says what the segments show, not what the
 * two machines believe.
 */
import {
  type ConnectionTable,
  FIN_BY_CLIENT,
  FIN_BY_SERVER,
  SAW_ACK,
  SAW_DATA,
  SAW_RST,
  SAW_SYN,
  SAW_SYN_ACK,
} from "../table/connection-table.ts";

export type ConnectionState =
  /** Both sides sent their FIN. */
  | "closed"
  /** One side sent its FIN, the other has not. */
  | "halfClosed"
  /** Ended by RST. */
  | "reset"
  /** The SYN was answered by RST: nobody listens, or a firewall says so. */
  | "refused"
  /** Begun and not ended. */
  | "open"
  /** The handshake was begun; no ACK of the SYN, ACK was seen. */
  | "opening"
  /** Neither its beginning nor its end was captured. */
  | "startMissing"
  /** No packet of its own: an ICMP error quotes one. */
  | "quoted";

const BOTH_FINS = FIN_BY_CLIENT | FIN_BY_SERVER;

/** The state of a connection, by its row. */
export function connectionState({ columns }: ConnectionTable, connection: number): ConnectionState {
  const saw = columns.completeness[connection]!;
  const fins = columns.finBy[connection]!;
  if (columns.firstRow[connection] === -1) return "quoted";
  // A RST behind both FINs only clears away what is closed.
  if (fins === BOTH_FINS) return "closed";
  if (saw & SAW_RST) return saw & SAW_SYN && !(saw & (SAW_SYN_ACK | SAW_DATA)) ? "refused" : "reset";
  if (fins !== 0) return "halfClosed";
  if (!(saw & (SAW_SYN | SAW_SYN_ACK))) return "startMissing";
  return saw & (SAW_ACK | SAW_DATA) ? "open" : "opening";
}

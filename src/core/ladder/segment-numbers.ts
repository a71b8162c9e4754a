/** Sequence and acknowledgment numbers as the ladder writes them: relative to the connection's first, or raw. */
import { ACK, isSynAck } from "../protocols/tcp.ts";
import type { ConnectionTable } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, cell, type PacketTable } from "../table/packet-table.ts";

export type NumberStyle = "relative" | "raw";

export interface SegmentNumbers {
  /** 0 in what is no segment. */
  readonly seq: number;
  /** -1 without the ACK flag, for the field then means nothing, and in what is no segment. */
  readonly ack: number;
}

/** A segment's numbers; those whose connection tells no base are raw in either style. */
export function segmentNumbers(
  packets: PacketTable,
  connections: ConnectionTable,
  row: number,
  style: NumberStyle,
): SegmentNumbers {
  const connection = cell(packets, "connection", row);
  const { seqBaseOut, seqBaseIn } = connections.columns;
  const [own, other] =
    cell(packets, "direction", row) === CLIENT_TO_SERVER ? [seqBaseOut, seqBaseIn] : [seqBaseIn, seqBaseOut];
  const written = (raw: number, base: number | undefined) =>
    style === "raw" || base === undefined || base < 0 ? raw : (raw - base) >>> 0;
  const flags = cell(packets, "flags", row);
  const seq = cell(packets, "seq", row);
  const hasAck = (flags & ACK) !== 0;
  return {
    seq: written(seq, isSynAck(flags) && connection >= 0 ? seq : own[connection]),
    ack: hasAck ? written(cell(packets, "ack", row), other[connection]) : -1,
  };
}

/** Digits of the greatest raw number, 4,294,967,295. */
const RAW_DIGITS = 10;

/**
 * Digits that a connection's numbers take; with `connection` null, those of all connections. An estimate from the bytes
 * sent, which costs no look at the packets: a number from outside of the connection's range is longer.
 */
export function numberDigits(connections: ConnectionTable, connection: number | null, style: NumberStyle): number {
  if (style === "raw") return RAW_DIGITS;
  if (connection !== null) return digitsOf(connections, connection);
  let most = 1;
  for (let row = 0; row < connections.length; row++) most = Math.max(most, digitsOf(connections, row));
  return most;
}

function digitsOf({ columns }: ConnectionTable, row: number): number {
  const { seqBaseOut, seqBaseIn, payloadOut, payloadIn } = columns;
  if (!(seqBaseOut[row]! >= 0 && seqBaseIn[row]! >= 0)) return RAW_DIGITS;
  const bytes = Math.max(payloadOut[row]!, payloadIn[row]!);
  return Math.min(String(bytes + 2).length, RAW_DIGITS); // the SYN and the FIN count one each
}

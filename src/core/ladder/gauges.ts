/**
 * The amounts that slim columns draw beside the rows: the window that a segment advertises, the bytes under way after
 * it, the time that its acknowledgment took. Each is read from the packet's own columns; one walk tells the greatest.
 */
import { RST, SYN, windowBytes } from "../protocols/tcp.ts";
import { type ConnectionTable, SHIFT_UNKNOWN } from "../table/connection-table.ts";
import { CHUNK_ROWS, CLIENT_TO_SERVER, type PacketChunk, type PacketTable } from "../table/packet-table.ts";

/** In the order in which they stand; the last one is left out first where the room is small. */
export const GAUGES = ["window", "flight", "rtt"] as const;
export type Gauge = (typeof GAUGES)[number];

/** A packet has no such amount: an ACK has no bytes under way. */
export const NO_AMOUNT = Number.NaN;
/** There is one, and the capture does not tell it: the window's scale is in the handshake. */
export const UNKNOWN_AMOUNT = Number.NEGATIVE_INFINITY;

/** One amount of each kind: bytes, bytes, nanoseconds. */
export type Amounts = Readonly<Record<Gauge, number>>;

export const NO_AMOUNTS: Amounts = { window: 0, flight: 0, rtt: 0 };

/** Where amounts are read from. */
export interface GaugedTables {
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
}

/**
 * An amount of one packet: `tcp.window_size`, `tcp.analysis.bytes_in_flight` or `tcp.analysis.ack_rtt` (ns, negative
 * where the clock ran back). NO_AMOUNT or UNKNOWN_AMOUNT where there is none; the window of a RST means nothing.
 */
export function amountAt({ packets, connections }: GaugedTables, row: number, gauge: Gauge): number {
  const chunk = packets.chunks[Math.floor(row / CHUNK_ROWS)];
  if (!chunk) return NO_AMOUNT;
  const at = row % CHUNK_ROWS;
  switch (gauge) {
    case "window":
      return windowIn(chunk, at, connections);
    case "flight":
      return flightIn(chunk, at);
    case "rtt":
      return rttIn(chunk, at, packets);
  }
}

function windowIn(chunk: PacketChunk, at: number, { columns }: ConnectionTable): number {
  const connection = chunk.connection[at]!;
  const flags = chunk.flags[at]!;
  if (connection < 0 || flags & RST) return NO_AMOUNT;
  const isOut = chunk.direction[at] === CLIENT_TO_SERVER;
  const shift = (isOut ? columns.windowShiftOut : columns.windowShiftIn)[connection] ?? SHIFT_UNKNOWN;
  const bytes = windowBytes(chunk.window[at]!, flags, shift);
  // A window of 0 is one at any scale, and a SYN's is not scaled (RFC 7323 §2.2).
  return shift === SHIFT_UNKNOWN && bytes > 0 && !(flags & SYN) ? UNKNOWN_AMOUNT : bytes;
}

function flightIn(chunk: PacketChunk, at: number): number {
  if (chunk.connection[at]! < 0 || chunk.payloadLength[at]! <= 0) return NO_AMOUNT;
  return chunk.amount[at]! > 0 ? chunk.amount[at]! : UNKNOWN_AMOUNT;
}

function rttIn(chunk: PacketChunk, at: number, { chunks }: PacketTable): number {
  const of = chunk.acknowledged[at]!;
  if (chunk.connection[at]! < 0 || of < 0) return NO_AMOUNT;
  return chunk.time[at]! - chunks[Math.floor(of / CHUNK_ROWS)]!.time[of % CHUNK_ROWS]!;
}

/** The greatest amounts of the rows in places `from` .. `end` (exclusive), and of what was walked before. */
export function mostOf(tables: GaugedTables, rows: Uint32Array, from: number, end: number, before: Amounts): Amounts {
  const { packets, connections } = tables;
  let { window, flight, rtt } = before;
  for (let place = from; place < end; place++) {
    const row = rows[place]!;
    const chunk = packets.chunks[Math.floor(row / CHUNK_ROWS)];
    if (!chunk) break; // the table is older than the rows
    const at = row % CHUNK_ROWS;
    // What is not a number, or is below all, is greater than none.
    const advertised = windowIn(chunk, at, connections);
    if (advertised > window) window = advertised;
    const underWay = flightIn(chunk, at);
    if (underWay > flight) flight = underWay;
    const taken = rttIn(chunk, at, packets);
    if (taken > rtt) rtt = taken;
  }
  return { window, flight, rtt };
}

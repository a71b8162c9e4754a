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
  return chunk ? amountIn(chunk, row % CHUNK_ROWS, gauge, packets, connections) : NO_AMOUNT;
}

function amountIn(
  chunk: PacketChunk,
  at: number,
  gauge: Gauge,
  { chunks }: PacketTable,
  { columns }: ConnectionTable,
): number {
  const connection = chunk.connection[at]!;
  if (connection < 0) return NO_AMOUNT;
  switch (gauge) {
    case "window": {
      if (chunk.flags[at]! & RST) return NO_AMOUNT;
      const isOut = chunk.direction[at] === CLIENT_TO_SERVER;
      const shift = (isOut ? columns.windowShiftOut : columns.windowShiftIn)[connection] ?? SHIFT_UNKNOWN;
      const bytes = windowBytes(chunk.window[at]!, chunk.flags[at]!, shift);
      // A window of 0 is one at any scale, and a SYN's is not scaled (RFC 7323 §2.2).
      return shift === SHIFT_UNKNOWN && bytes > 0 && !(chunk.flags[at]! & SYN) ? UNKNOWN_AMOUNT : bytes;
    }
    case "flight":
      if (chunk.payloadLength[at]! <= 0) return NO_AMOUNT;
      return chunk.amount[at]! > 0 ? chunk.amount[at]! : UNKNOWN_AMOUNT;
    case "rtt": {
      const of = chunk.acknowledged[at]!;
      if (of < 0) return NO_AMOUNT;
      return chunk.time[at]! - chunks[Math.floor(of / CHUNK_ROWS)]!.time[of % CHUNK_ROWS]!;
    }
  }
}

/** The greatest amounts of the rows in places `from` .. `end` (exclusive), and of what was walked before. */
export function mostOf(tables: GaugedTables, rows: Uint32Array, from: number, end: number, before: Amounts): Amounts {
  const { packets, connections } = tables;
  let { window, flight, rtt } = before;
  for (let place = from; place < end; place++) {
    const row = rows[place]!;
    const chunk = packets.chunks[Math.floor(row / CHUNK_ROWS)];
    if (!chunk) break; // the table is older than the rows
    const amount = (gauge: Gauge) => amountIn(chunk, row % CHUNK_ROWS, gauge, packets, connections);
    // What is not a number, or is below all, is greater than none.
    if (amount("window") > window) window = amount("window");
    if (amount("flight") > flight) flight = amount("flight");
    if (amount("rtt") > rtt) rtt = amount("rtt");
  }
  return { window, flight, rtt };
}

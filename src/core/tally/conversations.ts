/**
 * The conversations of one layer as columns: who with whom, how much each way, from when to when. They count packets of
 * any kind, and each tunnel's inner packets beside its outer ones; what TCP makes of its segments is the connection
 * table's matter.
 *
 * A is who sent the first packet; where a column comes twice, `Out` is from A to B, `In` from B to A.
 */
import type { Columns } from "../table/columns.ts";

/** The layers that are counted, by Wireshark's names for them, from the outside in. */
export const LAYERS = ["eth", "ip", "ipv6", "tcp", "udp"] as const;
export type Layer = (typeof LAYERS)[number];

/** Whether a layer's endpoints have ports. */
export const hasPorts = (layer: Layer): boolean => layer === "tcp" || layer === "udp";

export interface ConversationColumns extends Columns {
  readonly addressA: Int32Array; // row of the address table
  readonly addressB: Int32Array;
  readonly portA: Uint16Array; // 0 where the layer has no ports
  readonly portB: Uint16Array;
  readonly connection: Int32Array; // row of the connection table; -1 but for TCP
  readonly packetsOut: Uint32Array;
  readonly packetsIn: Uint32Array;
  readonly bytesOut: Float64Array; // whole frames, as on the wire
  readonly bytesIn: Float64Array;
  readonly startSeconds: Float64Array; // whole seconds since the capture's first packet that has a time
  readonly startNanoseconds: Int32Array; // and 0 .. 999,999,999 further nanoseconds
  readonly endSeconds: Float64Array; // of the latest packet, likewise
  readonly endNanoseconds: Int32Array;
}

/** A table as readers see it. */
export interface ConversationTable {
  readonly length: number;
  readonly columns: ConversationColumns;
}

export type Conversations = Readonly<Record<Layer, ConversationTable>>;

/** Columns for `capacity` conversations, all of them zero. */
export function newConversationColumns(capacity: number): ConversationColumns {
  return {
    addressA: new Int32Array(capacity),
    addressB: new Int32Array(capacity),
    portA: new Uint16Array(capacity),
    portB: new Uint16Array(capacity),
    connection: new Int32Array(capacity),
    packetsOut: new Uint32Array(capacity),
    packetsIn: new Uint32Array(capacity),
    bytesOut: new Float64Array(capacity),
    bytesIn: new Float64Array(capacity),
    startSeconds: new Float64Array(capacity),
    startNanoseconds: new Int32Array(capacity),
    endSeconds: new Float64Array(capacity),
    endNanoseconds: new Int32Array(capacity),
  };
}

/** A point in time, or a length of it, in whole seconds and 0 .. 999,999,999 nanoseconds. */
export interface Span {
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** When the conversation began, since the capture's first packet; before it where the clock ran back. */
export function startOf({ columns }: ConversationTable, row: number): Span {
  return { seconds: columns.startSeconds[row]!, nanoseconds: columns.startNanoseconds[row]! };
}

/** From its earliest packet to its latest; never negative. */
export function durationOf({ columns }: ConversationTable, row: number): Span {
  const seconds = columns.endSeconds[row]! - columns.startSeconds[row]!;
  const nanoseconds = columns.endNanoseconds[row]! - columns.startNanoseconds[row]!;
  return nanoseconds < 0 ? { seconds: seconds - 1, nanoseconds: nanoseconds + 1e9 } : { seconds, nanoseconds };
}

/** Below so many seconds nothing is said of bits per second: the packets of a moment have no rate (Wireshark's rule). */
const LEAST_DURATION = 0.005;

/** Bits per second over a duration, rounded down; -1 where that says nothing. */
export function bitRate(bytes: number, { seconds, nanoseconds }: Span): number {
  const duration = seconds + nanoseconds / 1e9;
  return duration > LEAST_DURATION ? Math.floor((bytes * 8) / duration) : -1;
}

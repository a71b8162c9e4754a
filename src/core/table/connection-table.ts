/**
 * The TCP connections of a capture as columns: endpoints with their roles, what each side sent, how it went.
 *
 * A row is a connection, numbered as Wireshark numbers `tcp.stream`. Where a column comes twice, `Out` is from client to
 * server, `In` from server to client.
 */
import type { Columns } from "./columns.ts";

/** Bits of `completeness`, as Wireshark counts them. */
export const SAW_SYN = 1;
export const SAW_SYN_ACK = 2;
export const SAW_ACK = 4;
export const SAW_DATA = 8;
export const SAW_FIN = 16;
export const SAW_RST = 32;

/** Bits of `finBy`. */
export const FIN_BY_CLIENT = 1;
export const FIN_BY_SERVER = 2;

/**
 * Bits of `accurateEcn`: a SYN offers it, a SYN, ACK takes it up; with both it is agreed on (RFC 9768 §3.1). An option
 * of it tells as much (Wireshark's rule).
 */
export const ECN_OFFERED = 1;
export const ECN_ANSWERED = 2;
export const ECN_AGREED = ECN_OFFERED | ECN_ANSWERED;
export const ECN_BY_OPTION = 4;

/** Whether three flags are one number by these bits. */
export const countsEcn = (bits: number): boolean => (bits & ECN_AGREED) === ECN_AGREED || (bits & ECN_BY_OPTION) !== 0;

/** `windowShift*` when no handshake was captured, and when the handshake did without window scaling. */
export const SHIFT_UNKNOWN = -1;
export const SHIFT_UNUSED = -2;

export interface ConnectionColumns extends Columns {
  readonly client: Int32Array; // row of the address table
  readonly server: Int32Array; // likewise
  readonly clientPort: Uint16Array;
  readonly serverPort: Uint16Array;
  readonly rolesSeen: Uint8Array; // 1 when a SYN told who is who; 0 when the ports or the first packet had to
  readonly firstRow: Int32Array; // row of the packet table; -1 when only an ICMP error quotes it
  readonly lastRow: Int32Array; // likewise
  readonly firstTime: Float64Array; // ns since the capture's first packet; a quotation's when it comes first
  readonly lastTime: Float64Array; // likewise
  readonly synTime: Float64Array; // of its latest SYN without ACK before the handshake was through, ns since the capture's first packet
  readonly initialRtt: Float64Array; // ns from that SYN to the first ACK; 0 while unknown
  readonly synRow: Int32Array; // row of that SYN; -1 without one, or when it has no time
  readonly roundTripRow: Int32Array; // row of that ACK; -1 while there is none
  readonly packetsOut: Uint32Array;
  readonly packetsIn: Uint32Array;
  readonly bytesOut: Float64Array; // whole frames, as on the wire
  readonly bytesIn: Float64Array;
  readonly payloadOut: Float64Array; // TCP payload, sent again counted again
  readonly payloadIn: Float64Array;
  readonly seqBaseOut: Float64Array; // raw number that counts as 0 of the client's; -1 unknown
  readonly seqBaseIn: Float64Array; // raw number that counts as 0 of the server's; -1 unknown
  readonly windowShiftOut: Int8Array; // of windows that the client advertises; SHIFT_UNKNOWN, SHIFT_UNUSED, 0 .. 14
  readonly windowShiftIn: Int8Array; // of windows that the server advertises
  readonly completeness: Uint8Array; // SAW_* bits, quotations' included
  readonly accurateEcn: Uint8Array; // ECN_* bits
  readonly finBy: Uint8Array; // FIN_BY_* bits
}

/** A table as readers see it. */
export interface ConnectionTable {
  readonly length: number;
  readonly columns: ConnectionColumns;
}

/** Columns for `capacity` connections, all of them zero. */
export function newConnectionColumns(capacity: number): ConnectionColumns {
  return {
    client: new Int32Array(capacity),
    server: new Int32Array(capacity),
    clientPort: new Uint16Array(capacity),
    serverPort: new Uint16Array(capacity),
    rolesSeen: new Uint8Array(capacity),
    firstRow: new Int32Array(capacity),
    lastRow: new Int32Array(capacity),
    firstTime: new Float64Array(capacity),
    lastTime: new Float64Array(capacity),
    synTime: new Float64Array(capacity),
    initialRtt: new Float64Array(capacity),
    synRow: new Int32Array(capacity),
    roundTripRow: new Int32Array(capacity),
    packetsOut: new Uint32Array(capacity),
    packetsIn: new Uint32Array(capacity),
    bytesOut: new Float64Array(capacity),
    bytesIn: new Float64Array(capacity),
    payloadOut: new Float64Array(capacity),
    payloadIn: new Float64Array(capacity),
    seqBaseOut: new Float64Array(capacity),
    seqBaseIn: new Float64Array(capacity),
    windowShiftOut: new Int8Array(capacity),
    windowShiftIn: new Int8Array(capacity),
    completeness: new Uint8Array(capacity),
    accurateEcn: new Uint8Array(capacity),
    finBy: new Uint8Array(capacity),
  };
}

export const NO_CONNECTIONS: ConnectionTable = { length: 0, columns: newConnectionColumns(0) };

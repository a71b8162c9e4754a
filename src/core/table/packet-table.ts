/**
 * The packets of a capture as columns: a packet is a row number, never an object.
 *
 * Rows come in chunks of 65,536, so that the table grows without copying and its chunks are handed from the worker to
 * the page while the rest loads. 76 bytes a packet.
 */

export const CHUNK_ROWS = 65536;
const SHIFT = 16;
const MASK = CHUNK_ROWS - 1;

/** `kind` of a packet: what its last header of its own (not a quotation's) is. */
export const KIND_OTHER = 0;
export const KIND_TCP = 1;
export const KIND_UDP = 2;
export const KIND_ICMP = 3;
export const KIND_ICMPV6 = 4;
export const KIND_ARP = 5;

/** `direction` of a TCP segment. */
export const CLIENT_TO_SERVER = 0;
export const SERVER_TO_CLIENT = 1;

/**
 * Bits of `marks`: the file has comments on the packet; it carries no time, and has that of the packet before; it has
 * headers that no column tells of, as those of a tunnel or of what an error quotes.
 */
export const HAS_COMMENTS = 1;
export const HAS_NO_TIME = 2;
export const HAS_MORE = 4;

/** The columns; position i of each belongs to the same packet. Arrays are as long as the chunk's capacity. */
export interface PacketChunk {
  /** Rows filled, from the front. */
  length: number;
  readonly time: Float64Array; // ns since the first packet with a time; negative where the clock ran back
  readonly timeRest: Int16Array; // ns that rounding took from the time; 0 within 104 days
  readonly fileOffset: Float64Array; // bytes, of the frame's first byte
  readonly capturedLength: Uint32Array; // bytes in the file
  readonly wireLength: Uint32Array; // bytes that were on the wire
  readonly source: Int32Array; // row of the address table; -1 when no layer known gives one
  readonly destination: Int32Array; // likewise
  readonly connection: Int32Array; // row of the connection table; -1 for what is no TCP segment
  readonly payloadLength: Int32Array; // bytes behind the TCP or UDP header, by the lengths stated; -1 without one
  readonly seq: Uint32Array; // raw; 0 unless TCP
  readonly ack: Uint32Array; // raw; 0 unless TCP
  readonly acknowledged: Int32Array; // row whose last byte, SYN or FIN it acknowledges; -1 for none
  readonly related: Int32Array; // row of the original of what is sent again, or of the ACK that is repeated; -1 for none
  readonly amount: Uint32Array; // with data: bytes under way after it, 0 when not known; of a duplicate ACK: its number
  readonly sourcePort: Uint16Array; // 0 unless TCP or UDP
  readonly destinationPort: Uint16Array; // likewise
  readonly flags: Uint16Array; // the twelve bits of the TCP header; 0 unless TCP
  readonly window: Uint16Array; // raw, unscaled; 0 unless TCP
  readonly findings: Uint16Array; // bits of the analysis's findings
  readonly interfaceRow: Uint16Array; // row of the capture's interfaces
  readonly kind: Uint8Array; // KIND_*
  readonly direction: Uint8Array; // CLIENT_TO_SERVER or SERVER_TO_CLIENT; 0 unless TCP
  readonly problem: Uint8Array; // ProblemKind of the walk through the headers; 0 for fine
  readonly marks: Uint8Array; // HAS_* bits
}

/** The columns by name. */
export type PacketColumn = Exclude<keyof PacketChunk, "length">;

/** A table as readers see it: it is replaced, never changed, when chunks arrive. */
export interface PacketTable {
  readonly length: number;
  readonly chunks: readonly PacketChunk[];
}

export const NO_PACKETS: PacketTable = { length: 0, chunks: [] };

/** The value of one column in one row; NaN past the table's end. */
export function cell(table: PacketTable, column: PacketColumn, row: number): number {
  return table.chunks[row >>> SHIFT]?.[column][row & MASK] ?? Number.NaN;
}

/** The time of a row to the nanosecond, however long after the first packet; 0 outside of the table. */
export function exactTime(table: PacketTable, row: number): bigint {
  if (row < 0 || row >= table.length) return 0n;
  return BigInt(cell(table, "time", row)) + BigInt(cell(table, "timeRest", row));
}

/** A chunk with room for `capacity` rows, none of them filled. */
export function newChunk(capacity = CHUNK_ROWS): PacketChunk {
  return {
    length: 0,
    time: new Float64Array(capacity),
    timeRest: new Int16Array(capacity),
    fileOffset: new Float64Array(capacity),
    capturedLength: new Uint32Array(capacity),
    wireLength: new Uint32Array(capacity),
    source: new Int32Array(capacity),
    destination: new Int32Array(capacity),
    connection: new Int32Array(capacity),
    payloadLength: new Int32Array(capacity),
    seq: new Uint32Array(capacity),
    ack: new Uint32Array(capacity),
    acknowledged: new Int32Array(capacity),
    related: new Int32Array(capacity),
    amount: new Uint32Array(capacity),
    sourcePort: new Uint16Array(capacity),
    destinationPort: new Uint16Array(capacity),
    flags: new Uint16Array(capacity),
    window: new Uint16Array(capacity),
    findings: new Uint16Array(capacity),
    interfaceRow: new Uint16Array(capacity),
    kind: new Uint8Array(capacity),
    direction: new Uint8Array(capacity),
    problem: new Uint8Array(capacity),
    marks: new Uint8Array(capacity),
  };
}

/** A copy that holds the filled rows only. */
export function copyChunk(chunk: PacketChunk): PacketChunk {
  const copy: Record<string, unknown> = { length: chunk.length };
  for (const [name, column] of Object.entries(chunk)) {
    if (typeof column !== "number") copy[name] = column.slice(0, chunk.length);
  }
  return copy as unknown as PacketChunk; // every column of the one is in the other
}

/** The buffers of a chunk, for handing it over without copying. */
export function chunkBuffers(chunk: PacketChunk): ArrayBuffer[] {
  return Object.values(chunk).flatMap((column) => (typeof column === "number" ? [] : [column.buffer]));
}

/** The table with chunks put in places from `index` on, or added there. The other chunks are shared. */
export function withChunks(table: PacketTable, index: number, added: readonly PacketChunk[]): PacketTable {
  const chunks = table.chunks.slice();
  chunks.splice(index, added.length, ...added);
  return { chunks, length: chunks.reduce((sum, { length }) => sum + length, 0) };
}

/**
 * Between whom packets go: each pair of a sender and a receiver once, and for each packet the row of its pair. Whatever is
 * asked about many packets is then asked about their few pairs.
 *
 * Grows with the packet table; what was known of a shorter table stays true.
 */
import { IntTuples } from "../../base/int-tuples.ts";
import { CHUNK_ROWS, type PacketChunk, type PacketTable, SERVER_TO_CLIENT } from "../../table/packet-table.ts";

/** Whether pairs of the same hosts differ when their ports do. */
export type PairDetail = "hosts" | "ports";

/** Sides of an address that sends to itself; no side is known of what has no ports, or the same at both ends. */
export const AS_CLIENT = 0;
export const AS_SERVER = 1;
const NO_SIDE = -1;

/** The port of a packet that has none, and of all where ports do not matter. */
export const NO_PORT = -1;

/** The numbers of a pair, by their places in its tuple. */
export const SOURCE = 0;
export const DESTINATION = 1;
export const SOURCE_PORT = 2;
export const DESTINATION_PORT = 3;
/** The side that sends, where both ends have one address; else NO_SIDE. */
export const SENDER = 4;
const WIDTH = 5;

export interface PacketPairs {
  readonly detail: PairDetail;
  /** Packets looked at so far, from the front of the table. */
  readonly packets: number;
  /** Shared by all versions of the same capture, as are the columns. */
  readonly pairs: IntTuples;
  readonly recent: RecentPairs;
  /** By chunk of the packet table: row of the pair, -1 for a packet without two addresses. */
  readonly pairOf: readonly Int32Array[];
}

/** The pair that each direction of a connection had last: nearly always that of its next packet. */
class RecentPairs {
  private rows = new Int32Array(1024).fill(-1);

  /** -1 for none. */
  of(connection: number, direction: number): number {
    return this.rows[2 * connection + direction] ?? -1;
  }

  put(connection: number, direction: number, pair: number): void {
    const at = 2 * connection + direction;
    if (at >= this.rows.length) {
      const larger = new Int32Array(2 * at).fill(-1);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[at] = pair;
  }
}

/** Of no packets yet. */
export function noPairs(detail: PairDetail): PacketPairs {
  return { detail, packets: 0, pairs: new IntTuples(WIDTH), recent: new RecentPairs(), pairOf: [] };
}

/** The pairs of a table that grew since `known` was made of it; `known` itself when it did not. */
export function packetPairs(table: PacketTable, known: PacketPairs): PacketPairs {
  if (known.packets === table.length) return known;
  const pairOf = known.pairOf.slice();
  let start = 0;
  for (const [index, chunk] of table.chunks.entries()) {
    const column = pairOf[index] ?? new Int32Array(Math.max(chunk.length, CHUNK_ROWS));
    pairOf[index] = column;
    for (let i = Math.max(0, known.packets - start); i < chunk.length; i++) column[i] = pairRow(known, chunk, i);
    start += chunk.length;
  }
  return { ...known, packets: table.length, pairOf };
}

/**
 * Pairs of link addresses, which a worker met: `ends` holds the sender and the receiver of each in turn, as rows of the
 * table of link addresses, `pairOf` the row of the pair by packet.
 */
export function linkPairs(ends: Int32Array, pairOf: Int32Array): PacketPairs {
  const pairs = new IntTuples(WIDTH);
  pairs.wanted.set([0, 0, NO_PORT, NO_PORT, NO_SIDE]);
  for (let at = 0; at < ends.length; at += 2) {
    pairs.wanted[SOURCE] = ends[at]!;
    pairs.wanted[DESTINATION] = ends[at + 1]!;
    pairs.row();
  }
  const chunks: Int32Array[] = [];
  for (let from = 0; from < pairOf.length; from += CHUNK_ROWS) chunks.push(pairOf.subarray(from, from + CHUNK_ROWS));
  return { ...noPairs("hosts"), packets: pairOf.length, pairs, pairOf: chunks };
}

/** The pair of a packet, by its row in the packet table; -1 for none. */
export function pairAt({ pairOf }: PacketPairs, row: number): number {
  return pairOf[Math.floor(row / CHUNK_ROWS)]?.[row % CHUNK_ROWS] ?? -1;
}

function pairRow(of: PacketPairs, chunk: PacketChunk, i: number): number {
  if (chunk.source[i]! < 0 || chunk.destination[i]! < 0) return -1;
  const connection = chunk.connection[i]!;
  if (connection < 0) return searchedRow(of, chunk, i);
  const direction = chunk.direction[i]!;
  const recent = of.recent.of(connection, direction);
  if (recent >= 0 && isBetween(of, recent, chunk, i)) return recent;
  const pair = searchedRow(of, chunk, i);
  of.recent.put(connection, direction, pair);
  return pair;
}

/** Whether a segment goes between a pair that its connection had; in tunnels, addresses may be others. */
function isBetween({ pairs, detail }: PacketPairs, pair: number, chunk: PacketChunk, i: number): boolean {
  if (pairs.at(pair, SOURCE) !== chunk.source[i] || pairs.at(pair, DESTINATION) !== chunk.destination[i]) return false;
  if (detail === "hosts") return true;
  return (
    pairs.at(pair, SOURCE_PORT) === chunk.sourcePort[i] && pairs.at(pair, DESTINATION_PORT) === chunk.destinationPort[i]
  );
}

/** The pair of a packet with two addresses, searched by all of its numbers. */
function searchedRow({ pairs, detail }: PacketPairs, chunk: PacketChunk, i: number): number {
  const source = chunk.source[i]!;
  const destination = chunk.destination[i]!;
  const isSelf = source === destination;
  const { wanted } = pairs;
  wanted[SOURCE] = source;
  wanted[DESTINATION] = destination;
  wanted[SOURCE_PORT] = NO_PORT;
  wanted[DESTINATION_PORT] = NO_PORT;
  wanted[SENDER] = NO_SIDE;
  if (isSelf || detail === "ports") {
    const sourcePort = chunk.sourcePort[i]!;
    const destinationPort = chunk.destinationPort[i]!;
    const isSegment = chunk.connection[i]! >= 0;
    if (isSegment || (sourcePort > 0 && destinationPort > 0)) {
      if (isSelf) wanted[SENDER] = isSegment ? sideOfSegment(chunk, i) : sideByPort(sourcePort, destinationPort);
      if (detail === "ports") {
        wanted[SOURCE_PORT] = sourcePort;
        wanted[DESTINATION_PORT] = destinationPort;
      }
    }
  }
  return pairs.row();
}

function sideOfSegment({ direction }: PacketChunk, i: number): number {
  return direction[i] === SERVER_TO_CLIENT ? AS_SERVER : AS_CLIENT;
}

/** Servers have the lower ports. */
function sideByPort(sourcePort: number, destinationPort: number): number {
  if (sourcePort === destinationPort) return NO_SIDE;
  return sourcePort < destinationPort ? AS_SERVER : AS_CLIENT;
}

/**
 * What the relative numbers of tcpdump's lines count from, at each packet of a capture: found in its tables, without
 * reading its bytes. Packets with headers that no column tells of are named instead, for whoever can read them.
 */
import { hexDigits } from "../base/hex.ts";
import { ACK, SYN } from "../protocols/tcp.ts";
import { ADDRESS_IPV4, type AddressTable } from "../table/address-table.ts";
import type { ConnectionTable } from "../table/connection-table.ts";
import type { FragmentRows } from "../table/fragment-rows.ts";
import {
  CHUNK_ROWS,
  CLIENT_TO_SERVER,
  HAS_MORE,
  KIND_TCP,
  type PacketChunk,
  type PacketTable,
} from "../table/packet-table.ts";
import type { Endpoint } from "../tcpdump/print/sequence-bases.ts";
import type { SequenceHistory } from "../tcpdump/print/sequence-history.ts";

/** The tables of a capture, as far as it is read. */
export interface PassTables {
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  readonly addresses: AddressTable;
  readonly fragments: FragmentRows;
}

/** Rows of a step: a few milliseconds', where each begins a connection. */
const STEP = 4096;

export class SequencePass {
  /** Rows that were looked at. */
  row = 0;
  private apart: number[] = [];
  private readonly history: SequenceHistory;
  /** Both ends of each connection, the client first. */
  private readonly ends: (readonly [Endpoint, Endpoint])[] = [];
  /** Rows of the connection table whose pair of ends has an entry. */
  private readonly isKnown: boolean[] = [];

  /** What is found goes into `history`. */
  constructor(history: SequenceHistory) {
    this.history = history;
  }

  /** Looks at some more rows; true when all that the tables have were looked at. Rows may have come since. */
  step(tables: PassTables): boolean {
    const chunk = tables.packets.chunks[Math.floor(this.row / CHUNK_ROWS)];
    if (!chunk) return true;
    const first = this.row % CHUNK_ROWS;
    const end = Math.min(chunk.length, first + STEP);
    const fragments = tables.fragments.involved();
    for (let at = first; at < end; at++, this.row++) {
      if (isPlain(chunk, at) && !fragments.has(this.row)) this.takeSegment(tables, chunk, at);
      else if (chunk.kind[at] === KIND_TCP || chunk.marks[at]! & HAS_MORE || fragments.has(this.row)) {
        this.apart.push(this.row);
      }
    }
    return this.row >= tables.packets.length;
  }

  /** Rows found since this was asked last whose bytes must tell, ascending. */
  takeApart(): readonly number[] {
    const { apart } = this;
    this.apart = [];
    return apart;
  }

  private takeSegment({ connections, addresses }: PassTables, chunk: PacketChunk, at: number): void {
    const flags = chunk.flags[at]!;
    const connection = chunk.connection[at]!;
    const isSyn = (flags & SYN) !== 0;
    if (!(flags & ACK) || (this.isKnown[connection] && !isSyn)) return;
    this.isKnown[connection] = true;
    this.ends[connection] ??= endsOf(connections, addresses, connection);
    const [client, server] = this.ends[connection];
    const [source, destination] = chunk.direction[at] === CLIENT_TO_SERVER ? [client, server] : [server, client];
    this.history.add(this.row, source, destination, { seq: chunk.seq[at]!, ack: chunk.ack[at]!, isSyn });
  }
}

/** A segment whose header the columns hold whole, and no other. */
const isPlain = (chunk: PacketChunk, at: number): boolean =>
  chunk.kind[at] === KIND_TCP &&
  (chunk.marks[at]! & HAS_MORE) === 0 &&
  chunk.payloadLength[at]! >= 0 &&
  chunk.connection[at]! >= 0;

function endsOf({ columns }: ConnectionTable, addresses: AddressTable, connection: number) {
  const end = (address: number, port: number): Endpoint => ({ address: addressKey(addresses, address), port });
  return [
    end(columns.client[connection]!, columns.clientPort[connection]!),
    end(columns.server[connection]!, columns.serverPort[connection]!),
  ] as const;
}

/** An address as the printer's table has it: its bytes in hexadecimal. */
function addressKey(addresses: AddressTable, row: number): string {
  const words = addresses.kind(row) === ADDRESS_IPV4 ? [0] : [0, 1, 2, 3];
  return words.map((place) => hexDigits(addresses.word(row, place), 8)).join("");
}

/** One row of the tables at a time, for reading several columns of it without an object for each. */
import { knownStates, type RowStates } from "../analysis/row-states.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, type AddressKind, type AddressTable } from "../table/address-table.ts";
import type { ConnectionColumns, ConnectionTable } from "../table/connection-table.ts";
import { type MarkedRows, NO_MARKED_ROWS, sinceReference } from "../table/marked-rows.ts";
import { CHUNK_ROWS, newChunk, type PacketChunk, type PacketTable } from "../table/packet-table.ts";
import type { Value } from "./kinds.ts";

/** What is known of a capture without its bytes. */
export interface FilterTables {
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  readonly addresses: AddressTable;
  /** Of the first packet with a time, since 1970. */
  readonly startSeconds: number;
  readonly startNanoseconds: number;
  /** What the reader set on packets; nothing when absent. */
  readonly markedRows?: MarkedRows;
}

const NO_CHUNK = newChunk(0);

/** A number where that is exact, within 104 days. */
function timeIn({ time, timeRest }: PacketChunk, at: number): Value {
  const rest = timeRest[at]!;
  return rest === 0 && Number.isSafeInteger(time[at]!) ? time[at]! : BigInt(time[at]!) + BigInt(rest);
}

export class RowCursor {
  row = 0;
  /** The row's chunk, and its place in there. */
  chunk: PacketChunk = NO_CHUNK;
  at = 0;
  /** Nanoseconds since 1970 of the time that the time column counts from. */
  readonly start: bigint;
  readonly connections: ConnectionColumns;
  private readonly tables: FilterTables;
  private readonly packets: PacketTable;
  private known: RowStates | null = null;
  private readonly addresses: AddressTable;
  /** What the reader set on packets. */
  readonly set: MarkedRows;
  /** Addresses as values, by row of the address table; read when first asked for. */
  private readonly values: (Value | undefined)[] = [];

  constructor(tables: FilterTables) {
    const { packets, connections, addresses, startSeconds, startNanoseconds, markedRows = NO_MARKED_ROWS } = tables;
    this.set = markedRows;
    this.tables = tables;
    this.packets = packets;
    this.connections = connections.columns;
    this.addresses = addresses;
    this.start = BigInt(startSeconds) * 1_000_000_000n + BigInt(startNanoseconds);
  }

  /** Goes to a row; false when the table does not have it. */
  moveTo(row: number): boolean {
    this.row = row;
    this.at = row % CHUNK_ROWS;
    this.chunk = this.packets.chunks[(row - this.at) / CHUNK_ROWS] ?? NO_CHUNK;
    return row < this.packets.length && row >= 0;
  }

  /** Kind of an address by its row; 0 for none. */
  kindOf(address: number): AddressKind | 0 {
    return this.addresses.kind(address);
  }

  /** An IPv4 or IPv6 address by its row. */
  address(row: number): Value {
    this.values[row] ??= this.read(row);
    return this.values[row];
  }

  private read(row: number): Value {
    const { addresses } = this;
    if (addresses.kind(row) === ADDRESS_IPV4) return addresses.word(row, 0);
    if (addresses.kind(row) !== ADDRESS_IPV6) return addresses.text(row);
    return [0, 1, 2, 3].reduce((value, place) => (value << 32n) | BigInt(addresses.word(row, place)), 0n);
  }

  /** Rows that addresses have; further ones are of no packet. */
  get addressCount(): number {
    return this.addresses.length;
  }

  /** Whether times count from any row but the first with a time. */
  get hasReferences(): boolean {
    return this.set.references.length > 0;
  }

  /** Nanoseconds since the time reference before, or the first packet with a time. */
  get relativeTime(): Value {
    return this.set.references.length === 0 ? this.time() : sinceReference(this.packets, this.set.references, this.row);
  }

  /** Nanoseconds since the first packet with a time. */
  time(): Value {
    return timeIn(this.chunk, this.at);
  }

  /** Nanoseconds since the packet before. */
  delta(): Value {
    if (this.row === 0) return 0;
    const before = this.at > 0 ? this.chunk : this.packets.chunks[(this.row - this.at) / CHUNK_ROWS - 1]!; // it is full
    const was = timeIn(before, this.at > 0 ? this.at - 1 : CHUNK_ROWS - 1);
    const is = this.time();
    return typeof is === "number" && typeof was === "number" ? is - was : BigInt(is) - BigInt(was);
  }

  /** Nanoseconds since 1970. */
  epoch(): bigint {
    return this.start + BigInt(this.time());
  }

  /** The states of both ends of each packet's connection. */
  states(): RowStates {
    this.known ??= knownStates(this.tables);
    return this.known;
  }
}

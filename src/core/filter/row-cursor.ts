/** One row of the tables at a time, for reading several columns of it without an object for each. */
import { ADDRESS_IPV4, ADDRESS_IPV6, type AddressKind, type AddressTable } from "../table/address-table.ts";
import type { ConnectionColumns, ConnectionTable } from "../table/connection-table.ts";
import { CHUNK_ROWS, newChunk, type PacketChunk, type PacketTable } from "../table/packet-table.ts";
import type { Value } from "./kinds.ts";
import { ipv6Of, readIpv4 } from "./literals.ts";

/** What is known of a capture without its bytes. */
export interface FilterTables {
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  readonly addresses: AddressTable;
  /** Of the first packet with a time, since 1970. */
  readonly startSeconds: number;
  readonly startNanoseconds: number;
}

const NO_CHUNK = newChunk(0);

export class RowCursor {
  row = 0;
  /** The row's chunk, and its place in there. */
  chunk: PacketChunk = NO_CHUNK;
  at = 0;
  /** Nanoseconds since 1970 of the time that the time column counts from. */
  readonly start: bigint;
  readonly connections: ConnectionColumns;
  private readonly packets: PacketTable;
  private readonly addresses: AddressTable;
  /** Addresses as values, by row of the address table; read when first asked for. */
  private readonly values: (Value | undefined)[] = [];

  constructor({ packets, connections, addresses, startSeconds, startNanoseconds }: FilterTables) {
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
    const text = this.addresses.text(row);
    const kind = this.addresses.kind(row);
    if (kind === ADDRESS_IPV4) return readIpv4(text) as number; // without a prefix it is a number
    return kind === ADDRESS_IPV6 ? ipv6Of(text)! : text; // the table writes whole addresses
  }

  /** Nanoseconds since the first packet with a time. */
  time(row = this.row): bigint {
    const at = row % CHUNK_ROWS;
    const chunk = this.packets.chunks[(row - at) / CHUNK_ROWS]!; // callers give rows of the table
    return BigInt(chunk.time[at]!) + BigInt(chunk.timeRest[at]!);
  }
}

/** From an ICMP error to the packet that it quotes, told as IP headers are met: its own, then that of the quotation. */
import { ipv6Header } from "../protocols/ipv6.ts";
import { headerLength } from "../protocols/spec.ts";
import { ADDRESS_IPV4, type AddressKind } from "../table/address-table.ts";
import { RowRecordsBuilder } from "../table/sparse-rows.ts";
import { RecentPackets } from "./recent-packets.ts";

const IPV6_LENGTH = headerLength(ipv6Header);

export class Quotations {
  /** By row of an error: the row of the packet that it quotes and one more; 0 when that was not captured. */
  readonly records = new RowRecordsBuilder();

  private readonly recent = new RecentPackets();
  /** The row whose quotation was followed last: a quotation within it is another packet's. */
  private quoting = -1;

  /** A packet's own IP header at `at`, with its addresses and its end; what follows was captured up to `end`. */
  packet(
    row: number,
    view: DataView,
    kind: AddressKind,
    at: number,
    sourceAt: number,
    destinationAt: number,
    headerEnd: number,
    end: number,
  ): void {
    this.recent.add(row, view, kind, at, sourceAt, destinationAt, payloadOf(kind, at, headerEnd), end);
  }

  /** The packet told last holds a TCP segment with so many bytes of data. */
  segment(bytes: number): void {
    this.recent.holds(bytes);
  }

  /** The IP header that an error quotes, likewise. */
  quotation(
    row: number,
    view: DataView,
    kind: AddressKind,
    at: number,
    sourceAt: number,
    destinationAt: number,
    headerEnd: number,
    end: number,
  ): void {
    if (this.quoting === row) return;
    this.quoting = row;
    const payloadAt = payloadOf(kind, at, headerEnd);
    const quoted = this.recent.find(view, kind, at, sourceAt, destinationAt, payloadAt, end);
    this.records.add(row, quoted + 1);
  }
}

/** Where an IP header is followed by its payload. */
const payloadOf = (kind: AddressKind, at: number, headerEnd: number): number =>
  kind === ADDRESS_IPV4 ? headerEnd : at + IPV6_LENGTH;

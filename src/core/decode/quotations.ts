/** From an ICMP error to the packet that it quotes, told as IP headers are met: its own, then that of the quotation. */
import { ADDRESS_IPV4, type AddressKind } from "../table/address-table.ts";
import { RowRecordsBuilder } from "../table/sparse-rows.ts";
import { payloadOf, RecentPackets } from "./recent-packets.ts";

export class Quotations {
  /** By row of an error: the row of the packet that it quotes and one more; 0 when that was not captured. */
  readonly records = new RowRecordsBuilder();

  private readonly recent = new RecentPackets();
  /** The row whose quotation was followed last: a quotation within it is another packet's. */
  private quoting = -1;
  /** The IP header at hand. */
  private readonly ip = {
    view: new DataView(new ArrayBuffer(0)) as DataView,
    kind: ADDRESS_IPV4 as AddressKind,
    at: 0,
    sourceAt: 0,
    destinationAt: 0,
    payloadAt: 0,
    end: 0,
  };

  /** An IP header at `at`, with its addresses and its end; what follows was captured up to `end`. */
  header(
    row: number,
    view: DataView,
    kind: AddressKind,
    at: number,
    sourceAt: number,
    destinationAt: number,
    headerEnd: number,
    end: number,
    isQuoted: boolean,
  ): void {
    const { ip } = this;
    ip.view = view;
    ip.kind = kind;
    ip.at = at;
    ip.sourceAt = sourceAt;
    ip.destinationAt = destinationAt;
    ip.payloadAt = payloadOf(kind, at, headerEnd);
    ip.end = end;
    if (!isQuoted) return this.recent.add(row, ip);
    if (this.quoting === row) return;
    this.quoting = row;
    this.records.add(row, this.recent.find(ip) + 1);
  }

  /** The packet whose own IP header was told last holds a TCP segment with so many bytes of data. */
  segment(bytes: number): void {
    this.recent.holds(bytes);
  }
}

/** The places of addresses in their order, MAC addresses, then IPv4, then IPv6, each by their bytes; bit by bit. */
import { RowSort } from "../base/row-sort.ts";
import type { AddressTable } from "./address-table.ts";

/** Words of an address; its kind comes before them. */
const WORDS = 4;

export class AddressRanks {
  private readonly addresses: AddressTable;
  private readonly keys: Float64Array;
  private order: Uint32Array;
  private sort: RowSort | null = null;
  /** The word that is sorted by, from the last to the first, then the kind. */
  private word = WORDS - 1;
  private ranks: Float64Array | null = null;

  constructor(addresses: AddressTable) {
    this.addresses = addresses;
    this.keys = new Float64Array(addresses.length);
    this.order = Uint32Array.from(this.keys, (_, row) => row);
  }

  /** Goes on for a piece; the ranks by row when they are known, null before. */
  step(): Float64Array | null {
    if (this.ranks) return this.ranks;
    this.sort ??= this.nextSort();
    if (!this.sort.step()) return null;
    this.order = this.sort.rows();
    this.sort = null;
    if (this.word-- >= 0) return null;
    this.ranks = new Float64Array(this.order.length);
    for (const [rank, row] of this.order.entries()) this.ranks[row] = rank;
    return this.ranks;
  }

  /** Sorts by one word more; rows that it does not tell apart stay as those behind it had them. */
  private nextSort(): RowSort {
    const { addresses, keys, order, word } = this;
    for (let row = 0; row < keys.length; row++) {
      keys[row] = word < 0 ? addresses.kind(row) : addresses.word(row, word);
    }
    return new RowSort(order, keys, false);
  }
}

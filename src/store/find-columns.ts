/** Finding in the columns of the list what its tables tell: the addresses, as the list writes them. */

import type { LooksAtRows } from "../core/filter/row-scan.ts";
import { OPEN, TAKEN } from "../core/filter/run.ts";
import type { Finder } from "../core/find/query.ts";
import type { AddressTexts } from "../core/table/named-addresses.ts";
import { CHUNK_ROWS, type PacketTable } from "../core/table/packet-table.ts";

/** Takes the packets whose addresses it is in; of the others the bytes have to tell. */
export function looksAtColumns(packets: PacketTable, addresses: AddressTexts, { isIn }: Finder): LooksAtRows {
  /** Whether it is in an address, by its row; found out when first asked for. */
  const known = new Map<number, boolean>();
  const isFound = (address: number): boolean => {
    let found = known.get(address);
    if (found === undefined) {
      found = address >= 0 && isIn(addresses.text(address));
      known.set(address, found);
    }
    return found;
  };
  return (row, length, answers) => {
    for (let i = 0; i < length; i++) {
      const at = (row + i) % CHUNK_ROWS;
      const { source, destination } = packets.chunks[(row + i - at) / CHUNK_ROWS]!; // rows of the table
      answers[i] = isFound(source[at]!) || isFound(destination[at]!) ? TAKEN : OPEN;
    }
  };
}

/** Which addresses of a table share a subnet: those that begin with the same bits. */
import { ipv4Text, ipv6Text } from "../base/address.ts";
import { IntTuples } from "../base/int-tuples.ts";
import { ADDRESS_IPV4, ADDRESS_MAC, type AddressTable } from "./address-table.ts";

export interface Subnets {
  /** By row of the address table: the first row of an address in the same subnet; a link address is alone in its own. */
  readonly first: Int32Array;
  /** Length of the prefix for a row's kind of address; -1 for link addresses, which have no subnets. */
  readonly bits: (row: number) => number;
}

const WORDS = 4;

/** Subnets with prefixes of so many bits. One pass over the table. */
export function subnetRows(
  addresses: AddressTable,
  prefixes: { readonly ipv4: number; readonly ipv6: number },
): Subnets {
  const bits = (row: number) => {
    const kind = addresses.kind(row);
    if (kind === ADDRESS_MAC) return -1;
    return kind === ADDRESS_IPV4 ? prefixes.ipv4 : prefixes.ipv6;
  };
  const subnets = new IntTuples(WORDS + 1);
  const firstOf: number[] = [];
  const first = new Int32Array(addresses.length);
  for (let row = 0; row < addresses.length; row++) {
    const prefix = bits(row);
    if (prefix < 0) {
      first[row] = row;
      continue;
    }
    for (let word = 0; word < WORDS; word++) subnets.wanted[word] = prefixWord(addresses.word(row, word), prefix, word);
    subnets.wanted[WORDS] = addresses.kind(row);
    const subnet = subnets.row();
    firstOf[subnet] ??= row;
    first[row] = firstOf[subnet];
  }
  return { first, bits };
}

/** A word of an address without the bits behind the prefix. */
function prefixWord(value: number, bits: number, word: number): number {
  const kept = Math.min(Math.max(bits - 32 * word, 0), 32);
  return kept === 0 ? 0 : value & (-1 << (32 - kept));
}

/** The subnet of an IP address as people write it: `192.168.1.0/24`, `2001:db8::/64`. */
export function subnetText(addresses: AddressTable, row: number, bits: number): string {
  const view = new DataView(new ArrayBuffer(16));
  for (let word = 0; word < WORDS; word++) {
    view.setInt32(word * 4, prefixWord(addresses.word(row, word), bits, word));
  }
  const text = addresses.kind(row) === ADDRESS_IPV4 ? ipv4Text(view, 0) : ipv6Text(view, 0);
  return `${text}/${bits}`;
}

/** How many lines a packet's text probably has, by what the tables tell of it. */
import { ADDRESS_IPV4, type AddressTable } from "../table/address-table.ts";
import { cell, KIND_ARP, type PacketTable } from "../table/packet-table.ts";
import type { Dump } from "../tcpdump/print/options.ts";

/** Options that make lines. */
export interface LineMakers {
  readonly verbosity: number;
  readonly dump: Dump;
  readonly dumpsLink: boolean;
}

const PER_DUMPED_LINE = 16;
/** Of text, when its bytes are not known. */
const TEXT_LINES = 2;
/** Bytes of link layers by their number in tcpdump's registry; of others those of Ethernet. */
const LINK_LENGTHS: Readonly<Record<number, number>> = { 0: 4, 1: 14, 101: 0, 113: 16, 228: 0, 229: 0, 276: 20 };
const ETHERNET_LENGTH = 14;

/** Tells the lines of a row; `linkTypeOf` gives the link type that it was captured with. */
export function lineGuess(
  packets: PacketTable,
  addresses: AddressTable,
  linkTypeOf: (row: number) => number,
  { verbosity, dump, dumpsLink }: LineMakers,
): (row: number) => number {
  const dumped = (row: number) => {
    if (dump === "none") return 0;
    if (dump === "text") return TEXT_LINES;
    const link = dumpsLink ? 0 : (LINK_LENGTHS[linkTypeOf(row)] ?? ETHERNET_LENGTH);
    return Math.ceil(Math.max(0, cell(packets, "capturedLength", row) - link) / PER_DUMPED_LINE);
  };
  const isTwo = (row: number) =>
    verbosity > 0 &&
    cell(packets, "kind", row) !== KIND_ARP &&
    addresses.kind(cell(packets, "source", row)) === ADDRESS_IPV4;
  return (row) => (isTwo(row) ? 2 : 1) + dumped(row);
}

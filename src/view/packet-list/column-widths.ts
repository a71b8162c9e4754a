/** How wide the columns are whose texts differ from capture to capture, in digits. */
import type { CSSProperties } from "react";
import { timeText } from "../../core/ladder/times.ts";
import type { AddressTexts } from "../../core/table/named-addresses.ts";
import { exactTime, type PacketTable } from "../../core/table/packet-table.ts";

/** Addresses looked at for the longest. */
const ADDRESSES_ASKED = 64;
/** Characters that an address column has at least, an IPv4 address's, and at most; longer ones are cut. */
const SHORTEST = 15;
const LONGEST = 27;

/** Custom properties for the list's style sheet: digits of the last number, of the last time, of an address. */
export function columnStyle(packets: PacketTable, addresses: AddressTexts, decimals: 6 | 9): CSSProperties {
  const last = packets.length - 1;
  let address = SHORTEST;
  for (let row = 0; row < Math.min(addresses.length, ADDRESSES_ASKED); row++) {
    address = Math.max(address, addresses.text(row).length);
  }
  return {
    "--number-digits": Math.max(3, String(packets.length).length),
    "--time-digits": timeText(exactTime(packets, last), decimals).length,
    "--address-digits": Math.min(address, LONGEST),
  } as CSSProperties; // React's type does not know custom properties
}

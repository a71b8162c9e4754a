/** How wide the columns are whose texts differ from capture to capture, in digits. */
import type { CSSProperties } from "react";
import { timeText } from "../../core/ladder/times.ts";
import type { AddressTexts } from "../../core/table/named-addresses.ts";
import { exactTime } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";

/** Addresses looked at for the longest. */
const ADDRESSES_ASKED = 64;
/** Characters that an address column has at least, an IPv4 address's, and at most; longer ones are cut. */
const SHORTEST = 15;
const LONGEST = 27;
/** Characters that the column of the files' names has at most. */
const LONGEST_FILE = 20;

/** Custom properties for the list's style sheet: digits of a file's name, of the last number and time, of an address. */
export function columnStyle(
  { packets, files }: Pick<Capture, "packets" | "files">,
  addresses: AddressTexts,
  decimals: 6 | 9,
): CSSProperties {
  const last = packets.length - 1;
  let address = SHORTEST;
  for (let row = 0; row < Math.min(addresses.length, ADDRESSES_ASKED); row++) {
    address = Math.max(address, addresses.text(row).length);
  }
  const file = Math.max(...files.map(({ name }) => name.length));
  return {
    "--file-digits": Math.min(file, LONGEST_FILE),
    "--number-digits": Math.max(3, String(packets.length).length),
    "--time-digits": timeText(exactTime(packets, last), decimals).length,
    "--address-digits": Math.min(address, LONGEST),
  } as CSSProperties; // React's type does not know custom properties
}

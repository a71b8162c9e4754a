/** All that prints packets within packets, for lines to hand on: the files that print them do not know each other. */
import { printCarried } from "./carried.ts";
import { printEthernet, printEtherType } from "./ethernet.ts";
import { printIpv4 } from "./ipv4.ts";
import { printIpv6 } from "./ipv6.ts";
import type { Printers } from "./line.ts";

export const PRINTERS: Printers = {
  ipv4: printIpv4,
  ipv6: printIpv6,
  ethernet: printEthernet,
  etherType: printEtherType,
  carried: printCarried,
};

/**
 * What an IP packet carries: the way from the protocol's number to what prints it. Protocols that are not read here are
 * named as tcpdump names those that it does not know, by number and length.
 */

import { hexBytes, hexDigits } from "../../base/hex.ts";
import { ipv6 } from "../../protocols/ipv6.ts";
import { PIM_NUMBER } from "../../protocols/pim.ts";
import { printGre } from "./gre.ts";
import { printIcmp } from "./icmp.ts";
import { printIcmpv6 } from "./icmpv6.ts";
import { isNamedByPorts, unreadText } from "./ip-names.ts";
import { printIpv4 } from "./ipv4.ts";
import { printIpv6 } from "./ipv6.ts";
import type { Carrier, Line } from "./line.ts";
import { printPim } from "./pim.ts";
import { printTcp, TCP_NUMBER } from "./tcp.ts";
import { printUdp, UDP_NUMBER } from "./udp.ts";

const ICMP = 1;
const IPV4 = 4;
const IPV6 = 41;
const GRE = 47;
const AUTHENTICATION = 51;
const ICMPV6 = 58;
const NO_NEXT_HEADER = 59;
const ETHERNET = 143;

/** Prints what is carried at `at` in `length` bytes. `hasEnds` tells that the addresses were printed where needed. */
export function printCarried(
  line: Line,
  at: number,
  length: number,
  number: number,
  packet: Carrier,
  hasEnds: boolean,
): void {
  if (!hasEnds && !isNamedByPorts(number)) packet.printEnds();
  switch (number) {
    case TCP_NUMBER:
      return printTcp(line, at, length, packet);
    case UDP_NUMBER:
      return printUdp(line, at, length, packet);
    case ICMP:
      return printIcmp(line, at, length, packet);
    case ICMPV6:
      return line.part("icmp", () => printIcmpv6(line, at, length, packet));
    case IPV4:
      return printIpv4(line, at, length);
    case IPV6:
      return printIpv6(line, at, length);
    case GRE:
      return printGre(line, at, length);
    case PIM_NUMBER:
      return printPim(line, at, length, packet);
    case AUTHENTICATION:
      return printAuthenticated(line, at, length, packet);
    case ETHERNET:
      return printFrame(line, at, length, packet);
    case NO_NEXT_HEADER:
      return line.print("no next header");
    default:
      return line.print(` ${unreadText(number)} ${length}`);
  }
}

/** Prints an Ethernet frame, which tcpdump knows within IPv6 alone. */
function printFrame(line: Line, at: number, length: number, packet: Carrier): void {
  if (packet.network?.key === ipv6.key) return void line.printers.ethernet(line, at, length);
  line.print("[Ethernet requires IPv6]");
  line.printInvalid();
}

/** Prints an authentication header (RFC 4302 §2), and what follows it. */
function printAuthenticated(line: Line, at: number, length: number, packet: Carrier): void {
  line.protocol = "ah";
  const units = line.byte(at + 1);
  const header = (units + 2) * 4;
  line.print("AH(");
  if (line.verbosity > 0) line.print(`length=${units}(${header}-bytes),`);
  line.print(`spi=0x${hexDigits(line.long(at + 4), 8)},seq=0x${line.long(at + 8).toString(16)},icv=0x`);
  line.need(at, header);
  line.print(`${hexBytes(line.view, at + 12, at + header)}): `);
  printCarried(line, at + header, length - header, line.byte(at), packet, true);
}

/** A UDP datagram as tcpdump prints it. Of what it carries DNS and two tunnels are read on; all else is a length. */
import { headerLength } from "../../protocols/spec.ts";
import { udpHeader, ZERO } from "../../protocols/udp.ts";
import { printDns } from "./dns.ts";
import { printGeneve } from "./geneve.ts";
import type { Carrier, Line } from "./line.ts";
import { checksumText } from "./packet.ts";
import { printVxlan } from "./vxlan.ts";

/** The number by which IP announces it. */
export const UDP_NUMBER = 17;
const LENGTH = headerLength(udpHeader);
const DNS = 53;
const MULTICAST_DNS = 5353;
const VXLAN = 4789;
const GENEVE = 6081;
/** The longest datagram that its length field can tell; a longer one has 0 there (RFC 2675 §4). */
const MOST = 65_535;

/** Prints the datagram at `at`, which takes `length` bytes by what IP says. */
export function printUdp(line: Line, at: number, length: number, packet: Carrier): void {
  line.protocol = "udp";
  if (!line.has(at, 4)) {
    packet.printEnds();
    return line.printCut();
  }
  const source = line.field(udpHeader.srcPort, at);
  const destination = line.field(udpHeader.dstPort, at);
  packet.printPorts("udp", UDP_NUMBER, source, destination);
  if (length < LENGTH) return line.print(`truncated-udp ${length}`);
  if (!line.has(at, LENGTH)) return line.printCut();
  const stated = udpHeader.length(line.view, at);
  const whole = stated === 0 && length > MOST ? length : stated;
  if (whole < LENGTH) return line.print(`truncated-udplength ${whole}`);
  const payload = whole - LENGTH;
  const there = Math.min(length - LENGTH, payload);
  if (!packet.isFragment) printChecksum(line, at, there + LENGTH, packet);
  line.within(at + LENGTH + there, () =>
    printPayload(line, at + LENGTH, { payload, there }, [source, destination], packet),
  );
}

function printPayload(
  line: Line,
  at: number,
  { payload, there }: { payload: number; there: number },
  ports: readonly number[],
  { isFragment }: Carrier,
): void {
  if (line.tellsApplication(at, payload) && !line.options.quiet) {
    const isMulticast = ports.includes(MULTICAST_DNS);
    if (ports.includes(DNS) || isMulticast) {
      return line.part("application", () => printDns(line, at, there, !ports.includes(DNS)));
    }
    if (ports.includes(VXLAN)) return printVxlan(line, at, there);
    if (ports.includes(GENEVE)) return printGeneve(line, at, there);
  }
  if (payload > there && !isFragment) return line.print(`UDP, bad length ${payload} > ${there}`, "udp");
  line.print(`UDP, length ${payload}`, "udp");
}

/** Over IPv4 the checksum is worth a second `-v` to tcpdump. */
function printChecksum(line: Line, at: number, length: number, packet: Carrier): void {
  const { network } = packet;
  if (!network || line.verbosity < (network.addressLength === 4 ? 2 : 1)) return;
  const stored = udpHeader.checksum(line.view, at);
  if (stored === 0 && network.addressLength === 4) return line.print("[no cksum] ", "checksum");
  if (!line.has(at, length)) return;
  const expected = packet.checksum(UDP_NUMBER, at, length, stored) || ZERO;
  if (stored === expected || (stored === ZERO && expected === 0)) return line.print("[udp sum ok] ", "checksum");
  line.print(`[bad udp cksum ${checksumText(stored)} -> ${checksumText(expected)}!] `, "checksum");
}

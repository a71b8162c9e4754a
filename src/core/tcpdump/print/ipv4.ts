/** An IPv4 packet as tcpdump prints it: with `-v` its header in brackets, then what it carries. */
import { complement, wordSum } from "../../protocols/checksum.ts";
import { ipv4, ipv4DestinationAt, ipv4Header } from "../../protocols/ipv4.ts";
import { headerLength } from "../../protocols/spec.ts";
import { ipProtocolText, unreadText } from "./ip-names.ts";
import { printIpv4Options } from "./ipv4-options.ts";
import type { Line } from "./line.ts";
import { Packet } from "./packet.ts";

const LENGTH = headerLength(ipv4Header);
const SOURCE_AT = ipv4Header.src.bit / 8;
const DESTINATION_AT = ipv4Header.dst.bit / 8;
const MORE_FRAGMENTS = 1;

/** Prints the packet at `at`; the layer below says that it takes `length` bytes. */
export function printIpv4(line: Line, at: number, length: number): void {
  line.protocol = "ip";
  const version = line.field(ipv4Header.version, at);
  if (version !== 4) {
    line.print(version === 6 ? "IP6, wrong link-layer encapsulation" : `IP${version}`);
    return line.printInvalid();
  }
  if (!line.options.link) line.print("IP ", "protocol");
  if (!line.has(at, LENGTH)) return line.printCut();
  if (length < LENGTH) return line.print(`truncated-ip ${length}`);
  const header = ipv4Header.headerLength(line.view, at);
  if (header < LENGTH) return line.print(`bad-hlen ${header}`);
  const stated = ipv4Header.totalLength(line.view, at);
  if (length < stated) line.print(`truncated-ip - ${stated - length} bytes missing! `, "missing");
  // That is 0 where segmentation offload leaves it to the network card: tcpdump prints no more of it either.
  if (stated < header) return line.print(`bad-len ${stated}`);
  line.within(at + stated, () => {
    if (line.verbosity > 0) printHeader(line, at, header);
    printContents(line, at, header, stated - header);
  });
}

const ECN = ["", ",ECT(1)", ",ECT(0)", ",CE"] as const;
/** By their bits from the lowest up. */
const FLAGS = ["+", "DF", "rsvd"] as const;

function printHeader(line: Line, at: number, header: number): void {
  const { view } = line;
  const tos = ipv4Header.dsfield(view, at);
  const ttl = ipv4Header.ttl(view, at);
  const flags = FLAGS.filter((_, bit) => ipv4Header.flags(view, at) & (1 << bit)).join(", ") || "none";
  line.print("(");
  line.print(`tos 0x${tos.toString(16)}${ECN[tos & 3]}`, "tos");
  if (ttl > 0) line.print(`, ttl ${ttl}`, "ttl");
  line.print(`, id ${ipv4Header.id(view, at)}`, "id");
  line.print(`, offset ${ipv4Header.fragmentOffset(view, at) * 8}`, "offset");
  line.print(`, flags [${flags}]`, "ipFlags");
  line.print(`, proto ${ipProtocolText(ipv4Header.protocol(view, at))}`, "carries");
  line.print(`, length ${ipv4Header.totalLength(view, at)}`, "ipLength");
  if (header > LENGTH) {
    line.print(", options (", "ipOptions");
    printIpv4Options(line, at + LENGTH, at + header);
    line.print(")");
  }
  if (line.has(at, header)) {
    const stored = ipv4Header.checksum(view, at);
    const expected = complement(wordSum(view, at, at + header) - stored);
    const bad = `, bad cksum ${stored.toString(16)} (->${expected.toString(16)})!`;
    if (stored !== expected) line.print(bad, "ipChecksum");
  }
  line.print(")\n    ");
}

function printContents(line: Line, at: number, header: number, length: number): void {
  const { view } = line;
  const number = ipv4Header.protocol(view, at);
  const offset = ipv4Header.fragmentOffset(view, at);
  const isFragment = offset > 0 || (ipv4Header.flags(view, at) & MORE_FRAGMENTS) !== 0;
  const packet = packetAt(line, at, header, isFragment);
  if (offset > 0) {
    packet.printEnds();
    return line.print(unreadText(number), "fragment");
  }
  line.printers.carried(line, at + header, length, number, packet, false);
}

function packetAt(line: Line, at: number, header: number, isFragment: boolean): Packet {
  const place = { sourceAt: at + SOURCE_AT, destinationAt: at + DESTINATION_AT, addressLength: 4 };
  const isWhole = line.has(at, header);
  const destinationAt = isWhole ? ipv4DestinationAt(line.view, at, at + header) : place.destinationAt;
  const network = { key: ipv4.key, view: line.view, at, ...place, destinationAt };
  return new Packet(line, place, { network, announced: ipv4Header.protocol(line.view, at), isFragment });
}

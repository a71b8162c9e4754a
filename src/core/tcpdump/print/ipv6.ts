/** An IPv6 packet as tcpdump prints it: with `-v` its header in brackets, then its extension headers and what follows. */
import { hexDigits } from "../../base/hex.ts";
import { ipv6, ipv6Header } from "../../protocols/ipv6.ts";
import { finalDestinationAt, fragmentHeader, routingHeader } from "../../protocols/ipv6-extensions.ts";
import { headerLength } from "../../protocols/spec.ts";
import { ipProtocolText, isNamedByPorts } from "./ip-names.ts";
import { printIpv6Options } from "./ipv6-options.ts";
import type { Line } from "./line.ts";
import { Packet } from "./packet.ts";

const LENGTH = headerLength(ipv6Header);
const HOP_BY_HOP = 0;
const ROUTING = 43;
const FRAGMENT = 44;
const DESTINATION_OPTIONS = 60;
const FRAGMENT_LENGTH = headerLength(fragmentHeader);

/** Prints the packet at `at`; the layer below says that it takes `length` bytes. */
export function printIpv6(line: Line, at: number, length: number): void {
  line.protocol = "ip6";
  if (!line.has(at, LENGTH)) return line.printCut();
  const { view } = line;
  if (length < LENGTH) return line.print(`truncated-ip6 ${length}`);
  if (!line.options.link) line.print("IP6 ", "protocol");
  const version = ipv6Header.version(view, at);
  if (version !== 6) return line.print(`version error: ${version} != 6`);
  const payload = ipv6Header.payloadLength(view, at);
  if (payload > 0 && length < payload + LENGTH) {
    line.print(`truncated-ip6 - ${payload + LENGTH - length} bytes missing!`, "missing");
  }
  if (line.verbosity > 0) printHeader(line, at);
  const next = ipv6Header.nextHeader(view, at);
  line.within(at + LENGTH + payload, () => printContents(line, at, payload, next));
}

function printHeader(line: Line, at: number): void {
  const { view } = line;
  const trafficClass = ipv6Header.trafficClass(view, at);
  const label = ipv6Header.flowLabel(view, at);
  line.print("(");
  if (trafficClass > 0) line.print(`class 0x${hexDigits(trafficClass, 2)}, `, "trafficClass");
  if (label > 0) line.print(`flowlabel 0x${hexDigits(label, 5)}, `, "flowLabel");
  line.print(`hlim ${ipv6Header.hopLimit(view, at)}`, "hopLimit");
  line.print(`, next-header ${ipProtocolText(ipv6Header.nextHeader(view, at))}`, "carries");
  line.print(` payload length: ${ipv6Header.payloadLength(view, at)}`, "ipLength");
  line.print(") ");
}

/** How far the walk through the extension headers is. */
interface Place {
  at: number;
  length: number;
  next: number;
  destinationAt: number;
  isFragment: boolean;
}

function printContents(line: Line, at: number, payload: number, next: number): void {
  const sourceAt = ipv6Header.src(line.view, at);
  const destinationAt = ipv6Header.dst(line.view, at);
  const ends = { sourceAt, destinationAt, addressLength: 16 };
  if (!isNamedByPorts(next)) line.printEnds(line.ipv6(sourceAt), line.ipv6(destinationAt));
  const place: Place = { at: at + LENGTH, length: payload, next, destinationAt, isFragment: false };
  while (isExtension(place.next)) {
    if (place.length <= 0) return line.printCut();
    if (!printExtension(line, place)) return;
    line.protocol = "ip6";
  }
  const network = { key: ipv6.key, view: line.view, at, ...ends, destinationAt: place.destinationAt };
  const packet = new Packet(line, ends, { network, announced: next, isFragment: place.isFragment });
  line.printers.carried(line, place.at, place.length, place.next, packet, true);
}

const isExtension = (next: number): boolean =>
  next === HOP_BY_HOP || next === ROUTING || next === FRAGMENT || next === DESTINATION_OPTIONS;

/** Prints an extension header and moves behind it; false where the line ends with it. */
function printExtension(line: Line, place: Place): boolean {
  const { at, next } = place;
  if (next === FRAGMENT) return printFragment(line, place);
  line.protocol = next === ROUTING ? "rt6" : next === HOP_BY_HOP ? "hbhopt" : "dstopt";
  const length = (line.byte(at + 1) + 1) * 8;
  line.need(at, length);
  if (next === ROUTING) {
    if (!printRoute(line, place, length)) return false;
  } else {
    line.print(next === HOP_BY_HOP ? "HBH " : "DSTOPT ");
    if (line.verbosity > 0 && !printIpv6Options(line, at + 2, at + length)) return false;
  }
  place.next = line.byte(at);
  place.at += length;
  place.length -= length;
  return true;
}

function printFragment(line: Line, place: Place): boolean {
  const { at } = place;
  line.protocol = "frag6";
  line.need(at, FRAGMENT_LENGTH);
  const { view } = line;
  const offset = fragmentHeader.offset(view, at) * 8;
  const rest = place.length - FRAGMENT_LENGTH;
  const id = line.verbosity > 0 ? `0x${hexDigits(fragmentHeader.ident(view, at), 8)}:` : "";
  line.print(`frag (${id}${offset}|${rest})`, "fragment");
  place.isFragment = true;
  place.next = fragmentHeader.nxt(view, at);
  place.at += FRAGMENT_LENGTH;
  place.length = rest;
  if (offset > 0 || place.at >= line.end) return false;
  line.print(" ");
  return true;
}

/** Routes in which the addresses follow one another behind four bytes (RFC 2460 §4.4, RFC 6275 §6.4, RFC 8754 §2). */
const WITH_ADDRESSES = [0, 2, 4];
const SEGMENT_ROUTE = 4;

/** False where the type of route is not known, and the line ends. */
function printRoute(line: Line, place: Place, length: number): boolean {
  const { at } = place;
  const { view } = line;
  const type = routingHeader.type(view, at);
  const left = routingHeader.segleft(view, at);
  const units = length / 8 - 1;
  if (!WITH_ADDRESSES.includes(type)) {
    line.print(`RT6 (len=${units}, type=${type}, segleft=${left} (unknown type)`);
    line.printInvalid();
    return false;
  }
  line.print(`RT6 (len=${units}, type=${type}${type === 0 ? " [Deprecated]" : ""}, segleft=${left}`);
  if (type === SEGMENT_ROUTE) {
    const [flags, tag] = [line.byte(at + 5), line.word(at + 6)];
    line.print(`, last-entry=${line.byte(at + 4)}`);
    if (flags || line.verbosity > 0) line.print(`, flags=0x${flags.toString(16)}`);
    line.print(`, tag=${tag.toString(16)}`);
  } else if (line.long(at + 4) || line.verbosity > 0) line.print(`, rsv=0x${line.long(at + 4).toString(16)}`);
  for (let index = 0; index < Math.floor(units / 2); index++) {
    line.print(`, [${index}]${line.ipv6(at + 8 + 16 * index)}`);
  }
  line.print(") ");
  place.destinationAt = finalDestinationAt(view, at, at + length, place.destinationAt);
  return true;
}

/**
 * The link layer, and the way through it to what is printed. The link types that captures mostly have print their own
 * words, Linux's cooked ones and, with `-e`, all; of others the headers are passed in silence, by the same walk as the
 * decoder's, until a network layer is found.
 */
import { hexDigits } from "../../base/hex.ts";
import { arp } from "../../protocols/arp.ts";
import { ipv4 } from "../../protocols/ipv4.ts";
import { ipv6 } from "../../protocols/ipv6.ts";
import { linuxCooked2Header, linuxCookedHeader } from "../../protocols/linux-cooked.ts";
import "../../protocols/registry.ts";
import { FINE, Walk } from "../../protocols/walk.ts";
import { printArp } from "./arp.ts";
import { hexDump } from "./dump.ts";
import { printEthernet, printEtherType, typeText } from "./ethernet.ts";
import { printIpv4 } from "./ipv4.ts";
import { printIpv6 } from "./ipv6.ts";
import type { Line } from "./line.ts";
import { printLlc } from "./llc.ts";
import { printPpp } from "./pppoe.ts";

/** Numbers of the tcpdump registry of link types. */
const LOOPBACKS = [0, 108];
const ETHERNET = 1;
const PPP = 9;
/** What a dump leaves out of PPP, though address and control may be left out of the frame (RFC 1662 §3.2). */
const PPP_LENGTH = 4;
const RAW = [12, 14, 101, 228, 229];
const COOKED = 113;
const COOKED_2 = 276;

/** Prints the frame at `at`, of `length` bytes on the wire; sets how many of them are the link layer's. */
export function printFrame(line: Line, at: number, length: number, linkType: number): void {
  if (linkType === ETHERNET) {
    line.linkLength = printEthernet(line, at, length);
  } else if (RAW.includes(linkType)) printRaw(line, at, length);
  else if (LOOPBACKS.includes(linkType)) printLoopback(line, at, length);
  else if (linkType === COOKED) printCooked(line, at, length);
  else if (linkType === COOKED_2) printCooked2(line, at, length);
  else if (linkType === PPP) {
    line.linkLength = PPP_LENGTH;
    printPpp(line, at, length);
  } else printOther(line, at, length, linkType);
}

function printRaw(line: Line, at: number, length: number): void {
  line.protocol = "raw";
  if (line.options.link) line.print("ip: ");
  line.protocol = "ip";
  const version = line.byte(at) >> 4;
  if (version === 4) printIpv4(line, at, length);
  else if (version === 6) printIpv6(line, at, length);
  else line.print(`unknown ip ${version}`);
}

/** Address families by their number on the systems that have them. */
const FAMILIES: Readonly<Record<number, string>> = {
  2: "IPv4",
  7: "OSI",
  23: "IPX",
  24: "IPv6",
  28: "IPv6",
  30: "IPv6",
};
const FAMILY_LENGTH = 4;

function printLoopback(line: Line, at: number, length: number): void {
  line.protocol = "null";
  const number = line.long(at);
  // The byte order is that of the machine that captured; families are small numbers.
  const family = number > 0xffff ? line.view.getUint32(at, true) : number;
  line.linkLength = FAMILY_LENGTH;
  const name = FAMILIES[family];
  if (line.options.link) {
    const text = line.options.quiet ? (name ?? `unknown (${family})`) : `AF ${name ?? "unknown"} (${family})`;
    line.print(`${text}, length ${length}: `, "link");
  }
  const next = at + FAMILY_LENGTH;
  if (name === "IPv4") printIpv4(line, next, length - FAMILY_LENGTH);
  else if (name === "IPv6") printIpv6(line, next, length - FAMILY_LENGTH);
  else line.print(hexDump(line.view, next, line.end, true));
}

/** How the packet passed the machine that captured it. */
const PACKET_TYPES = ["In", "B", "M", "P", "Out"] as const;
const COOKED_LENGTH = 16;
const COOKED_2_LENGTH = 20;
const IEEE_802_2 = 4;
const MAX_LENGTH = 1500;

function printCooked(line: Line, at: number, length: number): void {
  line.protocol = "sll";
  line.need(at, COOKED_LENGTH);
  line.linkLength = COOKED_LENGTH;
  const { view } = line;
  const type = linuxCookedHeader.etype(view, at);
  if (line.options.link) {
    const kind = PACKET_TYPES[linuxCookedHeader.pkttype(view, at)] ?? "?";
    line.print(`${kind.padStart(3)} ${stationText(line, at + 6, linuxCookedHeader.halen(view, at))}`, "link");
    if (!line.options.quiet) line.print(`${cookedTypeText(line, type)}, length ${length}: `, "link");
  }
  printCookedPayload(line, type, at + COOKED_LENGTH, length - COOKED_LENGTH);
}

/** The loopback interface is the first on every Linux; the others' names are not in the packet. */
const LOOPBACK_INDEX = 1;

function printCooked2(line: Line, at: number, length: number): void {
  line.protocol = "sll2";
  line.need(at, COOKED_2_LENGTH);
  line.linkLength = COOKED_2_LENGTH;
  const { view } = line;
  const type = linuxCooked2Header.etype(view, at);
  const index = linuxCooked2Header.ifindex(view, at);
  const kind = PACKET_TYPES[linuxCooked2Header.pkttype(view, at)] ?? "?";
  const name = line.options.names.device?.(index) ?? (index === LOOPBACK_INDEX ? "lo" : "?");
  line.print(`${name.padEnd(5)} ${kind.padEnd(3)} `, "link");
  if (line.options.link) {
    line.print(`ifindex ${index} ${stationText(line, at + 12, linuxCooked2Header.halen(view, at))}`, "link");
    if (!line.options.quiet) line.print(`${cookedTypeText(line, type)}, length ${length}: `);
  }
  printCookedPayload(line, type, at + COOKED_2_LENGTH, length - COOKED_2_LENGTH);
}

const stationText = (line: Line, at: number, length: number): string => (length === 6 ? `${line.station(at)} ` : "");

function cookedTypeText(line: Line, type: number): string {
  if (type > MAX_LENGTH) return typeText(line, type);
  if (type === 1) return "802.3";
  return type === IEEE_802_2 ? "802.2" : `ethertype Unknown (0x${hexDigits(type, 4)})`;
}

function printCookedPayload(line: Line, type: number, at: number, length: number): void {
  if (type === IEEE_802_2) {
    line.linkLength += printLlc(line, at, length);
    return;
  }
  if (printEtherType(line, type, at, length)) return;
  if (!line.options.link) line.print(`${cookedTypeText(line, type)}, length ${length}: `);
  line.print(hexDump(line.view, at, Math.min(line.end, at + length), true));
}

/** Links without words here: their headers are passed to the network layer in them. */
function printOther(line: Line, at: number, length: number, linkType: number): void {
  const walk = new Walk(null, { readsApplications: false });
  walk.start(line.view, at, line.end - at, length, linkType);
  while (walk.problem === FINE && walk.next && !PRINTED.has(walk.next)) {
    const before = walk.at;
    walk.next.walk(walk);
    if (walk.at === before) break;
  }
  const print = walk.problem === FINE && walk.next && PRINTED.get(walk.next);
  // tcpdump's word for links that it does not print: what is behind their headers is nobody's, so that all is shown.
  if (!print) return line.print(`UNSUPPORTED${hexDump(line.view, at, line.end, true)}`);
  line.linkLength = walk.at - at;
  line.end = Math.min(line.end, walk.end);
  print(line, walk.at, walk.wireEnd - walk.at);
}

const PRINTED = new Map([
  [ipv4, printIpv4],
  [ipv6, printIpv6],
  [arp, printArp],
]);

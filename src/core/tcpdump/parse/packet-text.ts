/**
 * One packet's text: time, link layer, the two ends, and what IP carries, as facts. The text is one line here; who joins
 * lines is records.ts. Throws Misread.
 */
import { servicePort } from "../services.ts";
import { readArp, readDatagram, readEcho, readNumbered } from "./body-text.ts";
import type { BodyText, DeviceText, EndText, EthernetText, Ipv4Text, Ipv6Text, PacketText, TimeText } from "./facts.ts";
import { readIcmpError } from "./icmp-error-text.ts";
import { Misread, Scanner } from "./scanner.ts";
import { readSegment } from "./segment-text.ts";

/** Reads a packet's text. */
export function readPacket(text: string): PacketText {
  const scanner = new Scanner(text);
  const time = readTime(scanner);
  const device = readDevice(scanner);
  const ethernet = readEthernet(scanner);
  if (scanner.match(/(?:ethertype )?ARP(?: \(0x0806\))?, (?:length \d+: )?/y) || ethernet?.type === 0x0806) {
    const none = { host: "", port: -1, service: "" };
    return {
      time,
      ethernet: ethernet?.header ?? null,
      device,
      version: 0,
      ip: null,
      source: none,
      destination: none,
      body: readArp(scanner),
    };
  }
  const version = ethernet ? (ethernet.type === 0x86dd ? 6 : 4) : scanner.need(/IP(6)? */y, "protocol")[1] ? 6 : 4;
  scanner.match(/truncated-ip6? - \d+ bytes missing!? ?/y);
  const ip = version === 4 ? readIpv4(scanner) : readIpv6(scanner);
  return { time, ethernet: ethernet?.header ?? null, device, version, ip, ...readEndsAndBody(scanner) };
}

/** What stands before the packet where it was captured on all interfaces. */
function readDevice(scanner: Scanner): DeviceText | null {
  const found = scanner.match(/(?:(\S+) +(In|Out|B|M|P) +|(?:In|Out|B|M|P) +)(?:ifindex \d+ )?(?:[0-9a-f:]{17} )?/y);
  return found?.[1] && found[2] ? { name: found[1], way: found[2] } : null;
}

function readEndsAndBody(scanner: Scanner): { source: EndText; destination: EndText; body: BodyText } {
  if (!scanner.rest.includes(": ") && !scanner.rest.endsWith(":")) throw new Misread("incomplete", scanner.rest);
  const [, sourceText = "", destinationText = ""] = scanner.need(/(\S+) > (\S+): */y);
  const portless = readIcmpError(scanner) ?? readEcho(scanner) ?? readNumbered(scanner);
  if (portless) return { source: end(sourceText, false), destination: end(destinationText, false), body: portless };
  const isSegment = /^Flags \[/.test(scanner.rest);
  const body = isSegment ? readSegment(scanner) : readDatagram(scanner);
  return { source: end(sourceText, true), destination: end(destinationText, true), body };
}

/** `host.port`; an IPv6 address with a port has a dot before it, too. */
function end(text: string, hasPort: boolean): EndText {
  if (!hasPort) return { host: text, port: -1, service: "" };
  const dot = text.lastIndexOf(".");
  if (dot <= 0) throw new Misread("syntax", text);
  const word = text.slice(dot + 1);
  const port = /^\d+$/.test(word) ? Number(word) : servicePort(word);
  if (port === null || port > 0xffff) throw new Misread("service", word);
  return { host: text.slice(0, dot), port, service: /^\d+$/.test(word) ? "" : word };
}

const CLOCK = /(?:(\d{4}-\d\d-\d\d)[ T])?(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? +/y;
const EPOCH = /(\d{9,10})\.(\d{1,9}) +/y;

const nanoseconds = (fraction = ""): number => Number(fraction.padEnd(9, "0"));

/** The time at the beginning of a text that is not understood otherwise; null without one. */
export const timeIn = (text: string): TimeText | null => readTime(new Scanner(text));

function readTime(scanner: Scanner): TimeText | null {
  scanner.match(/ +/y);
  const epoch = scanner.match(EPOCH);
  if (epoch) return { kind: "epoch", seconds: Number(epoch[1]), nanoseconds: nanoseconds(epoch[2]) };
  const clock = scanner.match(CLOCK);
  if (!clock) return null;
  const [, date = null, hours, minutes, seconds, fraction] = clock;
  const ofDay = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { kind: "clock", seconds: ofDay, nanoseconds: nanoseconds(fraction), date };
}

const MAC = "[0-9a-f]{2}(?::[0-9a-f]{2}){5}";
const STATIONS = new RegExp(`(${MAC})(?: \\(oui [^)]*\\))? > (${MAC}|Broadcast)(?: \\(oui [^)]*\\))?, `, "y");
const ETHER_TYPE = /(?:ethertype )?[^,]*?\(0x([0-9a-f]{4})\)(?:, |: )/y;
const ETHER_NAME = /(IPv4|IPv6|ARP)(?:, |: )/y;
const TYPES: Readonly<Record<string, number>> = { IPv4: 0x0800, IPv6: 0x86dd, ARP: 0x0806 };

/** What `-e` shows, and the EtherType of what follows; null without it. */
function readEthernet(scanner: Scanner): { header: EthernetText; type: number } | null {
  const stations = scanner.match(STATIONS);
  if (!stations) return null;
  const tags: (readonly [number, number])[] = [];
  let type = readType(scanner);
  let length = -1;
  for (;;) {
    const stated = scanner.match(/length (\d+): /y);
    if (stated) length = Number(stated[1]);
    const tag = scanner.match(/vlan (\d+), p (\d+)(, DEI)?, /y);
    if (!tag) break;
    tags.push([type, Number(tag[1]) | (Number(tag[2]) << 13) | (tag[3] ? 0x1000 : 0)]);
    type = readType(scanner);
  }
  const destination = stations[2] === "Broadcast" ? "ff:ff:ff:ff:ff:ff" : stations[2]!;
  return { header: { source: stations[1]!, destination, length, tags }, type };
}

function readType(scanner: Scanner): number {
  const named = scanner.match(ETHER_NAME);
  if (named) return TYPES[named[1]!]!;
  return Number.parseInt(scanner.need(ETHER_TYPE, "protocol")[1]!, 16);
}

const IPV4 =
  /\(tos 0x([0-9a-f]+)(?:,[A-Z()01]+)*(?:, ttl +(\d+))?, id (\d+), offset (\d+), flags \[([^\]]*)\], proto:? [^(]*\((\d+)\), length:? (\d+)(, options \([^)]*\))?(?:, bad cksum ([0-9a-f]+) \(->[0-9a-f]+\)!)?\)\s*/y;
const IPV4_FLAGS: Readonly<Record<string, number>> = { rsvd: 4, DF: 2, "+": 1 };

function readIpv4(scanner: Scanner): Ipv4Text | null {
  if (!hasHeader(scanner)) return null;
  const [, tos, ttl, id, offset, flags = "", protocol, length, options, bad] = scanner.need(IPV4);
  if (options) throw new Misread("option", options);
  return {
    version: 4,
    tos: Number.parseInt(tos!, 16),
    ttl: Number(ttl ?? 0),
    id: Number(id),
    offset: Number(offset),
    flags: flags.split(", ").reduce((bits, flag) => bits | (IPV4_FLAGS[flag] ?? 0), 0),
    protocol: Number(protocol),
    length: Number(length),
    badChecksum: bad === undefined ? -1 : Number.parseInt(bad, 16),
  };
}

const IPV6 =
  /\((?:class 0x([0-9a-f]+), )?(?:flowlabel 0x([0-9a-f]+), )?hlim (\d+), next-header [^(]*\((\d+)\) payload length: (\d+)\)\s*/y;

function readIpv6(scanner: Scanner): Ipv6Text | null {
  if (!hasHeader(scanner)) return null;
  const [, trafficClass = "0", label = "0", hopLimit, protocol, length] = scanner.need(IPV6);
  return {
    version: 6,
    trafficClass: Number.parseInt(trafficClass, 16),
    flowLabel: Number.parseInt(label, 16),
    hopLimit: Number(hopLimit),
    protocol: Number(protocol),
    length: Number(length),
  };
}

/** Whether `-v`'s bracket stands here; one that does not end has its end on another line. */
function hasHeader(scanner: Scanner): boolean {
  const { rest } = scanner;
  if (!rest.startsWith("(")) return false;
  if (!rest.includes(" > ") && !rest.endsWith(")")) throw new Misread("incomplete", rest);
  return true;
}

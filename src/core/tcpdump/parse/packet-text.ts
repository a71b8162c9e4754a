/**
 * One packet's text: what stands before it, the two ends, and what IP carries, as facts. The text is one line here; who
 * joins lines is records.ts. Throws Misread.
 */
import { servicePort } from "../services.ts";
import { readArp, readDatagram, readEcho, readNumbered } from "./body-text.ts";
import type { BodyText, EndText, Ipv4Text, Ipv6Text, PacketText } from "./facts.ts";
import { readIcmpError } from "./icmp-error-text.ts";
import { readDevice, readEthernet, readTime } from "./line-beginning.ts";
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
      missing: 0,
      source: none,
      destination: none,
      body: readArp(scanner),
    };
  }
  if (ethernet && ![0x0800, 0x86dd].includes(ethernet.type)) scanner.fail("protocol");
  const version = ethernet ? (ethernet.type === 0x86dd ? 6 : 4) : scanner.need(/IP(6)? */y, "protocol")[1] ? 6 : 4;
  const missing = readMissing(scanner);
  const ip = version === 4 ? readIpv4(scanner) : readIpv6(scanner);
  return { time, ethernet: ethernet?.header ?? null, device, version, ip, missing, ...readEndsAndBody(scanner) };
}

/** How many bytes the frame lacks of what IP states; 0 where the line does not say that any are missing. */
export const readMissing = (scanner: Scanner): number =>
  Number(scanner.match(/truncated-ip6? - (\d+) bytes missing!? ?/y)?.[1] ?? 0);

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

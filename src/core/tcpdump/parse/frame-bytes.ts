/**
 * The bytes of a packet that a text tells of: headers alone, for of what they carry the text has only the length. What
 * it does not tell is 0, and named in `untold`.
 */

import { arpHeader } from "../../protocols/arp.ts";
import { complement, pseudoHeaderSum, wordSum } from "../../protocols/checksum.ts";
import { ethernetHeader } from "../../protocols/ethernet.ts";
import { icmpHeader } from "../../protocols/icmp.ts";
import { ipv4Header } from "../../protocols/ipv4.ts";
import { ipv6Header } from "../../protocols/ipv6.ts";
import { headerLength } from "../../protocols/spec.ts";
import { tcpHeader } from "../../protocols/tcp.ts";
import { udpHeader } from "../../protocols/udp.ts";
import { type Bytes, joined } from "../../save/block-bytes.ts";
import type { ArpText, BodyText, EchoText, EthernetText, IcmpErrorText, PacketText, SegmentText } from "./facts.ts";
import { bytesOfHex } from "./hex-bytes.ts";
import type { RawNumbers } from "./numbers.ts";
import { putBytes, putField } from "./put-field.ts";

/** What a text leaves open. */
export type Untold = "ipHeader" | "checksum" | "sequence" | "payload" | "addresses" | "quoted";

/** Link types of what is built: with Ethernet's header, and without any. */
export const ETHERNET_LINK = 1;
export const RAW_LINK = 101;

/** The headers, and how long the packet was. */
export interface FrameBytes {
  readonly linkType: number;
  readonly bytes: Uint8Array;
  readonly wireLength: number;
  readonly untold: readonly Untold[];
  /** What TCP's checksum is by the bytes; -1 where they are not all there, or are of something else. */
  readonly segmentChecksum: number;
}

/** Where the packet goes from and to, as bytes of addresses. */
export interface Ends {
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
  /** Where the packet was going that an error quotes. */
  readonly quoted?: Uint8Array;
}

const NUMBERS = { tcp: 6, udp: 17, echo4: 1, echo6: 58 } as const;
/** Type and code, checksum, identifier, sequence number. */
const ECHO_LENGTH = 8;

/** The frame of a packet; `numbers` are those of a segment. */
export function frameBytes(packet: PacketText, ends: Ends, numbers: RawNumbers | null): FrameBytes {
  const { body } = packet;
  const inner = body.kind === "arp" ? arpBytes(body, ends) : ipBytes(packet, body, ends, numbers);
  // ARP says by itself no link layer: it has that of Ethernet, whose addresses are not told.
  const ethernet = packet.ethernet ?? (body.kind === "arp" ? UNTOLD_ETHERNET : null);
  if (!ethernet) return { ...inner, linkType: RAW_LINK };
  const type = body.kind === "arp" ? 0x0806 : packet.version === 6 ? 0x86dd : 0x0800;
  const link = ethernetBytes(ethernet, type);
  const wireLength = Math.max(ethernet.length, link.length + inner.wireLength);
  return { ...inner, linkType: ETHERNET_LINK, bytes: joined([link, inner.bytes]), wireLength };
}

/** Ethernet's header where the text shows none. */
export const UNTOLD_ETHERNET: EthernetText = {
  source: "00:00:00:00:00:00",
  destination: "00:00:00:00:00:00",
  length: -1,
  tags: [],
};

/** The same without a link layer. */
type Inner = Omit<FrameBytes, "linkType">;

function ipBytes(packet: PacketText, body: BodyText, ends: Ends, numbers: RawNumbers | null): Inner {
  const { bytes, length, untold } = transportBytes(packet, body, numbers, ends);
  const header = packet.version === 6 ? ipv6Bytes(packet, body, ends, length) : ipv4Bytes(packet, body, ends, length);
  const whole = joined([header.bytes, bytes]);
  const segmentChecksum = body.kind === "tcp" && body.length === 0 ? checksumOf(bytes, ends) : -1;
  const wireLength = header.bytes.length + length;
  return { bytes: whole, wireLength, untold: [...header.untold, ...untold], segmentChecksum };
}

function checksumOf(segment: Uint8Array, { source, destination }: Ends): number {
  const addresses = joined([source, destination]);
  const { length: addressLength } = source;
  const place = { key: "", view: viewOf(addresses), at: 0, sourceAt: 0, destinationAt: addressLength, addressLength };
  const view = viewOf(segment);
  const own = wordSum(view, 0, segment.length) - tcpHeader.checksum(view, 0);
  return complement(pseudoHeaderSum(place, NUMBERS.tcp, segment.length) + own);
}

/** The header above IP, and the length with what it carries. */
interface Transport {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly untold: readonly Untold[];
}

function transportBytes(packet: PacketText, body: BodyText, numbers: RawNumbers | null, ends: Ends): Transport {
  const { version, source, destination } = packet;
  switch (body.kind) {
    case "tcp": {
      const segment = segmentBytes(body, numbers ?? { seq: 0, ack: 0, sackBase: 0, isSeqTold: false });
      putField(viewOf(segment.bytes), 0, tcpHeader.srcPort, source.port);
      putField(viewOf(segment.bytes), 0, tcpHeader.dstPort, destination.port);
      return segment;
    }
    case "udp": {
      const bytes = new Uint8Array(headerLength(udpHeader));
      putField(viewOf(bytes), 0, udpHeader.srcPort, source.port);
      putField(viewOf(bytes), 0, udpHeader.dstPort, destination.port);
      putField(viewOf(bytes), 0, udpHeader.length, bytes.length + body.length);
      return { bytes, length: bytes.length + body.length, untold: ["checksum", ...payload(body.length)] };
    }
    case "icmpError":
      return icmpErrorBytes(body, ends.quoted ?? null);
    case "numbered": {
      const length = body.length >= 0 ? body.length : toldLength(packet);
      return { bytes: new Uint8Array(0), length, untold: payload(length) };
    }
    default:
      return {
        bytes: echoBytes(body, version),
        length: body.length,
        untold: ["checksum", ...payload(body.length - ECHO_LENGTH)],
      };
  }
}

const payload = (length: number): Untold[] => (length > 0 ? ["payload"] : []);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset);

function segmentBytes(segment: SegmentText, { seq, ack, sackBase, isSeqTold }: RawNumbers): Transport {
  const fixed = headerLength(tcpHeader);
  const bytes = new Uint8Array(fixed + segment.options.length);
  const view = viewOf(bytes);
  bytes.set(segment.options, fixed);
  for (const edge of segment.sackEdges) view.setUint32(fixed + edge, view.getUint32(fixed + edge) + sackBase);
  putField(view, 0, tcpHeader.seq, seq);
  putField(view, 0, tcpHeader.ack, ack);
  putField(view, 0, tcpHeader.headerLength, bytes.length);
  putField(view, 0, tcpHeader.flags, segment.flags);
  putField(view, 0, tcpHeader.window, segment.window);
  putField(view, 0, tcpHeader.checksum, segment.checksum?.stored ?? 0);
  putField(view, 0, tcpHeader.urgent, segment.urgent);
  const untold: Untold[] = [
    ...(segment.checksum ? [] : ["checksum" as const]),
    ...(isSeqTold ? [] : ["sequence" as const]),
  ];
  return { bytes, length: bytes.length + segment.length, untold: [...untold, ...payload(segment.length)] };
}

/** Bytes behind IP's header by what -v shows of it; 0 without. */
function toldLength({ ip }: PacketText): number {
  if (!ip) return 0;
  return ip.version === 6 ? ip.length : Math.max(0, ip.length - headerLength(ipv4Header));
}

/** Bytes of the transport's header that an error quotes at least (RFC 792). */
const QUOTED_LENGTH = 8;

/** The message with the header of the packet that it quotes, of which the text names a field or two. */
function icmpErrorBytes(error: IcmpErrorText, quoted: Uint8Array | null): Transport {
  const ipAt = headerLength(icmpHeader) + 4;
  const transportAt = ipAt + headerLength(ipv4Header);
  const bytes = new Uint8Array(transportAt + (error.port >= 0 ? QUOTED_LENGTH : 0));
  const view = viewOf(bytes);
  putField(view, 0, icmpHeader.type, error.type);
  putField(view, 0, icmpHeader.code, error.code);
  view.setUint16(6, error.mtu);
  putField(view, ipAt, ipv4Header.version, 4);
  putField(view, ipAt, ipv4Header.headerLength, headerLength(ipv4Header));
  putField(view, ipAt, ipv4Header.protocol, Math.max(0, error.protocol));
  if (quoted) putBytes(view, ipAt, ipv4Header.dst, quoted);
  if (error.port >= 0) putField(view, transportAt, udpHeader.dstPort, error.port);
  const length = Math.max(bytes.length, error.length);
  return { bytes, length, untold: ["checksum", "quoted", ...payload(length - bytes.length)] };
}

function echoBytes({ isRequest, id, seq }: EchoText, version: number): Uint8Array {
  const bytes = new Uint8Array(ECHO_LENGTH);
  const view = viewOf(bytes);
  const [request, reply] = version === 6 ? [128, 129] : [8, 0];
  putField(view, 0, icmpHeader.type, isRequest ? request : reply);
  view.setUint16(4, id);
  view.setUint16(6, seq);
  return bytes;
}

function numberOf({ version }: PacketText, body: BodyText): number {
  switch (body.kind) {
    case "echo":
      return NUMBERS[version === 6 ? "echo6" : "echo4"];
    case "icmpError":
      return NUMBERS.echo4;
    case "numbered":
      return body.protocol;
    default:
      return NUMBERS[body.kind];
  }
}

function ipv4Bytes(packet: PacketText, body: BodyText, { source, destination }: Ends, length: number) {
  const bytes = new Uint8Array(headerLength(ipv4Header));
  const view = viewOf(bytes);
  const told = packet.ip?.version === 4 ? packet.ip : null;
  putField(view, 0, ipv4Header.version, 4);
  putField(view, 0, ipv4Header.headerLength, bytes.length);
  putField(view, 0, ipv4Header.totalLength, bytes.length + length);
  putField(view, 0, ipv4Header.protocol, numberOf(packet, body));
  putBytes(view, 0, ipv4Header.src, source);
  putBytes(view, 0, ipv4Header.dst, destination);
  if (!told) return { bytes, untold: ["ipHeader" as const] };
  putField(view, 0, ipv4Header.dsfield, told.tos);
  putField(view, 0, ipv4Header.id, told.id);
  putField(view, 0, ipv4Header.flags, told.flags);
  putField(view, 0, ipv4Header.fragmentOffset, told.offset / 8);
  putField(view, 0, ipv4Header.ttl, told.ttl);
  putField(view, 0, ipv4Header.totalLength, told.length);
  // tcpdump writes it where it is wrong: where it does not, it is right.
  const checksum = told.badChecksum < 0 ? complement(wordSum(view, 0, bytes.length)) : told.badChecksum;
  putField(view, 0, ipv4Header.checksum, checksum);
  return { bytes, untold: [] };
}

function ipv6Bytes(packet: PacketText, body: BodyText, { source, destination }: Ends, length: number) {
  const bytes = new Uint8Array(headerLength(ipv6Header));
  const view = viewOf(bytes);
  const told = packet.ip?.version === 6 ? packet.ip : null;
  putField(view, 0, ipv6Header.version, 6);
  putField(view, 0, ipv6Header.payloadLength, told?.length ?? length);
  putField(view, 0, ipv6Header.nextHeader, numberOf(packet, body));
  putBytes(view, 0, ipv6Header.src, source);
  putBytes(view, 0, ipv6Header.dst, destination);
  if (!told) return { bytes, untold: ["ipHeader" as const] };
  putField(view, 0, ipv6Header.trafficClass, told.trafficClass);
  putField(view, 0, ipv6Header.flowLabel, told.flowLabel);
  putField(view, 0, ipv6Header.hopLimit, told.hopLimit);
  return { bytes, untold: [] };
}

/** Bytes of a message of Ethernet's and IPv4's addresses. */
const ARP_LENGTH = 28;

function arpBytes(arp: ArpText, { source, destination }: Ends): Inner {
  const bytes = new Uint8Array(ARP_LENGTH);
  const view = viewOf(bytes);
  putField(view, 0, arpHeader.hardwareType, 1);
  putField(view, 0, arpHeader.protocolType, 0x0800);
  putField(view, 0, arpHeader.hardwareSize, 6);
  putField(view, 0, arpHeader.protocolSize, 4);
  putField(view, 0, arpHeader.opcode, arp.operation);
  bytes.set(macBytes(arp.senderMac), 8);
  bytes.set(source, 14);
  bytes.set(macBytes(arp.targetMac), 18);
  bytes.set(destination, 24);
  return { bytes, wireLength: Math.max(ARP_LENGTH, arp.length), untold: ["addresses"], segmentChecksum: -1 };
}

const macBytes = (text: string): number[] => bytesOfHex(text.replaceAll(":", ""));

/** Ethernet's header as the text shows it, with tags; `type` says what follows. */
export function ethernetBytes({ source, destination, tags }: EthernetText, type: number): Bytes {
  const fixed = headerLength(ethernetHeader);
  const bytes = new Uint8Array(fixed + 4 * tags.length);
  const view = viewOf(bytes);
  putBytes(view, 0, ethernetHeader.dst, Uint8Array.from(macBytes(destination)));
  putBytes(view, 0, ethernetHeader.src, Uint8Array.from(macBytes(source)));
  const types = [...tags.map(([tagType]) => tagType), type];
  for (const [index, one] of types.entries()) {
    view.setUint16(fixed - 2 + 4 * index, one);
    const tag = tags[index];
    if (tag) view.setUint16(fixed + 4 * index, tag[1]);
  }
  return bytes;
}

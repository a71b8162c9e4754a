/**
 * The way through the headers of nearly all TCP segments: a link layer that leads to IP, IP without options and
 * fragments, TCP. Finds in one step what the walk from header to header finds in four, by the same descriptions, and
 * leaves every other frame, and every doubt, to the walk.
 */
import { ethernet, ethernetHeader } from "../protocols/ethernet.ts";
import { ipv4, ipv4Header } from "../protocols/ipv4.ts";
import { ipv6, ipv6Header } from "../protocols/ipv6.ts";
import { linuxCooked, linuxCooked2, linuxCooked2Header, linuxCookedHeader } from "../protocols/linux-cooked.ts";
import { rawIp } from "../protocols/raw-ip.ts";
import { type Field, type Header, headerLength } from "../protocols/spec.ts";
import { tcp, tcpHeader } from "../protocols/tcp.ts";
import { type Protocol, reportedLength } from "../protocols/walk.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, type AddressKind } from "../table/address-table.ts";

const IPV4_LENGTH = headerLength(ipv4Header);
const IPV6_LENGTH = headerLength(ipv6Header);
const TCP_LENGTH = headerLength(tcpHeader);
const IPV4_SOURCE = ipv4Header.src.bit / 8;
const IPV4_DESTINATION = ipv4Header.dst.bit / 8;
const TCP_NUMBER = tcp.reachedBy.ipProtocol?.[0];
const IPV4_TYPE = ipv4.reachedBy.etherType?.[0];
const IPV6_TYPE = ipv6.reachedBy.etherType?.[0];
/** The lowest bit of the IP flags: more fragments follow. */
const MORE_FRAGMENTS = 1;

/** A link layer: its length, and where its EtherType stands; -1 where IP follows at once. */
interface LinkLayer {
  readonly length: number;
  readonly typeAt: number;
}

const layer = ({ reachedBy }: Protocol, header: Header<string>, type: Field) =>
  (reachedBy.linkType ?? []).map((number) => {
    return [number, { length: headerLength(header), typeAt: type.bit / 8 }] as const;
  });

/** By link type. */
const LINK_LAYERS: ReadonlyMap<number, LinkLayer> = new Map([
  ...layer(ethernet, ethernetHeader, ethernetHeader.type),
  ...layer(linuxCooked, linuxCookedHeader, linuxCookedHeader.etype),
  ...layer(linuxCooked2, linuxCooked2Header, linuxCooked2Header.etype),
  ...(rawIp.reachedBy.linkType ?? []).map((number) => [number, { length: 0, typeAt: -1 }] as const),
]);

export class StraightPath {
  /** Of the frame that it led through last: where the IP addresses stand, and of which kind they are. */
  kind: AddressKind = ADDRESS_IPV4;
  /** First byte of the IP header. */
  ipAt = 0;
  sourceAt = 0;
  destinationAt = 0;
  /** First byte of the TCP header, and the first past it, options included. */
  segmentAt = 0;
  headerEnd = 0;
  /** First byte past the segment as it was on the wire, captured or not. */
  wireEnd = 0;

  private linkType = Number.NaN;
  private link: LinkLayer | null = null;

  /**
   * Whether the path leads through a frame of `captured` bytes, `wire` of which were on the wire, at `at` of `view`: all
   * its headers were captured, and nothing is wrong with them. Never throws.
   */
  leads(view: DataView, at: number, captured: number, wire: number, linkType: number): boolean {
    if (linkType !== this.linkType) this.turnTo(linkType);
    const { link } = this;
    if (!link || captured < link.length + IPV4_LENGTH + TCP_LENGTH) return false;
    const type = link.typeAt < 0 ? -1 : view.getUint16(at + link.typeAt);
    const ipAt = at + link.length;
    const end = at + captured;
    const wireEnd = at + Math.max(captured, reportedLength(wire));
    const version = ipv4Header.version(view, ipAt);
    if (version === 4) return (type < 0 || type === IPV4_TYPE) && this.leadsOverIpv4(view, ipAt, end, wireEnd);
    return version === 6 && (type < 0 || type === IPV6_TYPE) && this.leadsOverIpv6(view, ipAt, end, wireEnd);
  }

  private turnTo(linkType: number): void {
    this.linkType = linkType;
    this.link = LINK_LAYERS.get(linkType) ?? null;
  }

  private leadsOverIpv4(view: DataView, at: number, end: number, wireEnd: number): boolean {
    if (ipv4Header.headerLength(view, at) !== IPV4_LENGTH || ipv4Header.protocol(view, at) !== TCP_NUMBER) return false;
    if (ipv4Header.fragmentOffset(view, at) > 0 || ipv4Header.flags(view, at) & MORE_FRAGMENTS) return false;
    const total = ipv4Header.totalLength(view, at);
    if (total < IPV4_LENGTH) return false;
    this.kind = ADDRESS_IPV4;
    this.ipAt = at;
    this.sourceAt = at + IPV4_SOURCE;
    this.destinationAt = at + IPV4_DESTINATION;
    return this.leadsToEnd(view, at + IPV4_LENGTH, end, Math.min(wireEnd, at + total));
  }

  private leadsOverIpv6(view: DataView, at: number, end: number, wireEnd: number): boolean {
    if (end - at < IPV6_LENGTH || ipv6Header.nextHeader(view, at) !== TCP_NUMBER) return false;
    this.kind = ADDRESS_IPV6;
    this.ipAt = at;
    this.sourceAt = ipv6Header.src(view, at);
    this.destinationAt = ipv6Header.dst(view, at);
    const payloadAt = at + IPV6_LENGTH;
    return this.leadsToEnd(view, payloadAt, end, Math.min(wireEnd, payloadAt + ipv6Header.payloadLength(view, at)));
  }

  private leadsToEnd(view: DataView, at: number, end: number, wireEnd: number): boolean {
    const there = Math.min(end, wireEnd) - at;
    if (there < TCP_LENGTH) return false;
    const length = tcpHeader.headerLength(view, at);
    if (length < TCP_LENGTH || length > there) return false;
    this.segmentAt = at;
    this.headerEnd = at + length;
    this.wireEnd = wireEnd;
    return true;
  }
}

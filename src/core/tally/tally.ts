/**
 * From frames to conversations: walks each frame's headers and counts it in every layer that it has, as often as it has
 * that layer. What an ICMP error quotes is no packet of anybody's, but does open TCP connections, so that they are
 * numbered as everywhere (Wireshark's rules, all).
 *
 * A pass of its own over a capture: the packet table holds no MAC addresses and of nested headers only the innermost.
 */
import { ConnectionTracker } from "../analysis/connections.ts";
import { newSegment } from "../analysis/segment.ts";
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import { Fragments } from "../decode/fragments.ts";
import { ethernet, ethernetHeader } from "../protocols/ethernet.ts";
import { ipv4, ipv4DestinationAt, ipv4Header } from "../protocols/ipv4.ts";
import { ipv6, ipv6Header } from "../protocols/ipv6.ts";
import { destinationOptions, fragment, hopByHop, routing } from "../protocols/ipv6-extensions.ts";
import "../protocols/registry.ts";
import { headerLength } from "../protocols/spec.ts";
import { tcp, tcpHeader } from "../protocols/tcp.ts";
import { readOptionFacts } from "../protocols/tcp-options.ts";
import { udp, udpHeader } from "../protocols/udp.ts";
import { udpLite } from "../protocols/udp-lite.ts";
import { FINE, type Protocol, type Visitor, Walk, walkFrame } from "../protocols/walk.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, type AddressKind, AddressTable } from "../table/address-table.ts";
import { ConversationCounter, type CountedPacket } from "./conversation-counter.ts";
import type { Conversations } from "./conversations.ts";

const TCP_FIXED = headerLength(tcpHeader);
const IPV4_SOURCE = ipv4Header.src.bit / 8;
/** What stands between the header of an IPv6 packet and its payload. */
const EXTENSIONS: ReadonlySet<Protocol | null> = new Set([hopByHop, routing, fragment, destinationOptions]);

export class Tally implements Visitor {
  readonly addresses = new AddressTable();
  /** Frames counted so far. */
  length = 0;
  private readonly counters = {
    eth: new ConversationCounter(),
    ip: new ConversationCounter(),
    ipv6: new ConversationCounter(),
    tcp: new ConversationCounter(),
    udp: new ConversationCounter(),
  };
  private readonly connections = new ConnectionTracker();
  private readonly fragments = new Fragments();
  private readonly walk = new Walk(this.fragments, { readsApplications: false });
  private readonly segment = newSegment();
  private readonly packet: CountedPacket = {
    source: 0,
    destination: 0,
    sourcePort: 0,
    destinationPort: 0,
    bytes: 0,
    seconds: 0,
    nanoseconds: 0,
  };
  /** Addresses of the network header met last, as rows; -1 while there was none. */
  private source = -1;
  private destination = -1;
  private networkKind: AddressKind = ADDRESS_IPV4;
  /** An IPv6 header was met whose extensions are not all passed. */
  private isHeld = false;
  private hasStarted = false;
  private startSeconds = 0;
  private startNanoseconds = 0;

  /** Counts the next frame. Never throws: of one that cannot be read, the layers count that can. */
  frame(record: FrameRecord, { linkType }: CaptureInterface): void {
    this.length++;
    this.packet.bytes = record.wireLength;
    this.takeTime(record);
    this.source = -1;
    this.isHeld = false;
    this.fragments.beginFrame();
    this.walk.start(record.view, record.at, record.capturedLength, record.wireLength, linkType);
    walkFrame(this.walk, this);
  }

  /** A copy of what was counted so far. */
  conversations(): Conversations {
    const { eth, ip, ipv6, tcp, udp } = this.counters;
    return {
      eth: eth.snapshot(),
      ip: ip.snapshot(),
      ipv6: ipv6.snapshot(),
      tcp: tcp.snapshot(),
      udp: udp.snapshot(),
    };
  }

  /** Called by the walk for each header that could be read. */
  layer(protocol: Protocol, at: number, _end: number, _wireEnd: number, w: Walk): void {
    this.header(protocol, at, w);
    if (this.isHeld && !EXTENSIONS.has(w.next)) this.release(w);
  }

  private header(protocol: Protocol, at: number, w: Walk): void {
    const { view } = w;
    switch (protocol) {
      case ethernet:
        return this.stations(view, ethernetHeader.src(view, at), ethernetHeader.dst(view, at));
      case ipv4:
        this.network(view, ADDRESS_IPV4, at + IPV4_SOURCE, ipv4DestinationAt(view, at, w.at));
        if (!w.quotedBy) this.counters.ip.add(this.between(this.source, this.destination, 0, 0));
        return;
      case ipv6:
        this.network(view, ADDRESS_IPV6, ipv6Header.src(view, at), ipv6Header.dst(view, at));
        this.isHeld = !w.quotedBy;
        return;
      case tcp:
        return this.tcpSegment(w, at);
      case udp:
        // No length at all is a jumbogram's, which only IPv6 has (RFC 2675 §4).
        if (this.networkKind === ADDRESS_IPV6 || udpHeader.length(view, at) > 0) this.udpDatagram(w, at);
        return;
      case udpLite: // its first two fields are UDP's
        return this.udpDatagram(w, at);
    }
  }

  /**
   * Counts an IPv6 packet when its extensions are passed: of one that came in fragments only the frame that makes it
   * whole, and none whose extensions cannot be read. Each fragment of IPv4 counts (Wireshark's rules).
   */
  private release(w: Walk): void {
    this.isHeld = false;
    const isStopped = w.next === null && w.unknownTable === null;
    if (!w.failed && !isStopped) this.counters.ipv6.add(this.between(this.source, this.destination, 0, 0));
  }

  /** What carries no time counts as of the packet before. */
  private takeTime({ hasTime, seconds, nanoseconds }: FrameRecord): void {
    if (!hasTime) return;
    if (!this.hasStarted) {
      this.startSeconds = seconds;
      this.startNanoseconds = nanoseconds;
      this.hasStarted = true;
    }
    const further = nanoseconds - this.startNanoseconds;
    this.packet.seconds = seconds - this.startSeconds - (further < 0 ? 1 : 0);
    this.packet.nanoseconds = further < 0 ? further + 1e9 : further;
  }

  private stations(view: DataView, sourceAt: number, destinationAt: number): void {
    const source = this.addresses.row(view, sourceAt, ADDRESS_MAC);
    this.counters.eth.add(this.between(source, this.addresses.row(view, destinationAt, ADDRESS_MAC), 0, 0));
  }

  private network(view: DataView, kind: AddressKind, sourceAt: number, destinationAt: number): void {
    this.source = this.addresses.row(view, sourceAt, kind);
    this.destination = this.addresses.row(view, destinationAt, kind);
    this.networkKind = kind;
  }

  private tcpSegment(w: Walk, at: number): void {
    const { segment, source, destination } = this;
    const { view } = w;
    if (source < 0) return; // no IP header below: nothing that connects
    segment.source = source;
    segment.destination = destination;
    segment.sourcePort = tcpHeader.srcPort(view, at);
    segment.destinationPort = tcpHeader.dstPort(view, at);
    segment.seq = tcpHeader.seq(view, at);
    segment.ack = tcpHeader.ack(view, at);
    segment.flags = tcpHeader.flags(view, at);
    segment.quoted = w.quotedBy !== null;
    const optionsEnd = at + tcpHeader.headerLength(view, at);
    segment.whole = readOptionFacts(view, at + TCP_FIXED, optionsEnd, w.at, segment) && w.problem === FINE;
    const connection = this.connections.add(segment);
    if (segment.quoted || !segment.whole) return;
    const packet = this.between(source, destination, segment.sourcePort, segment.destinationPort);
    this.counters.tcp.addTo(connection, packet);
  }

  private udpDatagram({ view, quotedBy }: Walk, at: number): void {
    const { source, destination } = this;
    if (quotedBy || source < 0) return;
    const sourcePort = udpHeader.srcPort(view, at);
    this.counters.udp.add(this.between(source, destination, sourcePort, udpHeader.dstPort(view, at)));
  }

  /** The packet at hand, as one between these endpoints. */
  private between(source: number, destination: number, sourcePort: number, destinationPort: number): CountedPacket {
    const { packet } = this;
    packet.source = source;
    packet.destination = destination;
    packet.sourcePort = sourcePort;
    packet.destinationPort = destinationPort;
    return packet;
  }
}

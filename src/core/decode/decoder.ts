/**
 * From frames to rows: walks each frame's headers and writes what the columns hold, opens and feeds connections.
 * Reads bytes only through the protocols' descriptions; keeps none.
 */
import { ConnectionTracker } from "../analysis/connections.ts";
import { learnEcnOption, learnRoundTrip } from "../analysis/handshake.ts";
import { type Direction, newSegment, type Segment } from "../analysis/segment.ts";
import { SegmentAnalysis } from "../analysis/segment-analysis.ts";
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import { arp } from "../protocols/arp.ts";
import { icmp } from "../protocols/icmp.ts";
import { icmpv6 } from "../protocols/icmpv6.ts";
import { ipv4, ipv4DestinationAt, ipv4Header } from "../protocols/ipv4.ts";
import { ipv6, ipv6Header } from "../protocols/ipv6.ts";
import "../protocols/registry.ts";
import { headerLength } from "../protocols/spec.ts";
import { segmentBytes, tcp, tcpHeader } from "../protocols/tcp.ts";
import { eachSackBlock, readOptionFacts } from "../protocols/tcp-options.ts";
import { udp, udpHeader } from "../protocols/udp.ts";
import { FINE, type Protocol, type Visitor, Walk, walkFrame } from "../protocols/walk.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, type AddressKind, AddressTable } from "../table/address-table.ts";
import {
  CHUNK_ROWS,
  HAS_COMMENTS,
  HAS_MORE,
  HAS_NO_TIME,
  KIND_ARP,
  KIND_ICMP,
  KIND_ICMPV6,
  KIND_TCP,
  KIND_UDP,
  newChunk,
  type PacketChunk,
} from "../table/packet-table.ts";
import { RowRecordsBuilder } from "../table/sparse-rows.ts";
import { Fragments } from "./fragments.ts";
import { Quotations } from "./quotations.ts";
import { StraightPath } from "./straight-path.ts";

/**
 * Told of every TCP header, in order, those that an ICMP error quotes included. The segment is the decoder's and holds
 * good only during the call; what is known of the connection by then, the segment included, is in
 * `Decoder.connections`.
 */
export type OnSegment = (segment: Readonly<Segment>, connection: number, direction: Direction) => void;

const TCP_FIXED = headerLength(tcpHeader);
const IPV4_SOURCE = ipv4Header.src.bit / 8;

export class Decoder implements Visitor {
  readonly addresses = new AddressTable();
  readonly connections = new ConnectionTracker();
  /** Its findings are those of the segment told last, where that was one to judge. */
  readonly analysis = new SegmentAnalysis();
  /** The edges of each SACK block, left and right, by row. */
  readonly sacks = new RowRecordsBuilder();
  /** Which packets ICMP errors quote. */
  readonly quotations = new Quotations();
  /** Rows decoded so far. */
  length = 0;
  /** Chunks filled and the one being filled, last. */
  readonly chunks: PacketChunk[] = [];
  /** Time of the first packet that has one, which the time column counts from. */
  startSeconds = 0;
  startNanoseconds = 0;
  private hasStarted = false;
  private lastTime = 0;
  private lastRest = 0;

  private readonly onSegment: OnSegment | null;
  /** What became of the fragments of the frame decoded last. */
  readonly fragments = new Fragments();
  private readonly walk = new Walk(this.fragments, { readsApplications: false });
  private readonly straight = new StraightPath();
  private chunk: PacketChunk = newChunk(0);
  /** The row being written, within the chunk. */
  private at = 0;
  /** The innermost addresses of the frame's own headers: where they stand; kind 0 while none was met. */
  private readonly own: AddressPlace = nowhere();
  /** The network addresses met last, a quotation's included. */
  private readonly network: AddressPlace = nowhere();
  private readonly segment = newSegment();

  constructor(onSegment: OnSegment | null = null) {
    this.onSegment = onSegment;
  }

  /** Writes the next row. Never throws: a frame that cannot be read has a row that says so. */
  frame(record: FrameRecord, { linkType }: CaptureInterface): void {
    if (this.length % CHUNK_ROWS === 0) this.beginChunk();
    const { chunk } = this;
    const at = chunk.length++;
    this.at = at;
    const time = this.timeOf(record);
    chunk.time[at] = time;
    chunk.timeRest[at] = this.lastRest;
    chunk.fileOffset[at] = record.fileOffset;
    chunk.capturedLength[at] = record.capturedLength;
    chunk.wireLength[at] = record.wireLength;
    chunk.interfaceRow[at] = record.interfaceRow;
    chunk.marks[at] = (record.commentsEnd > 0 ? HAS_COMMENTS : 0) | (record.hasTime ? 0 : HAS_NO_TIME);
    chunk.acknowledged[at] = -1;
    chunk.related[at] = -1;
    this.segment.row = this.length;
    this.segment.time = time;
    this.segment.timed = hasOwnTime(record);
    this.segment.wireLength = record.wireLength;
    this.fragments.beginFrame();
    const isStraight = this.straight.leads(record.view, record.at, record.capturedLength, record.wireLength, linkType);
    if (isStraight) this.straightSegment(record.view);
    else this.walkThrough(record, linkType);
    this.length++;
  }

  private walkThrough({ view, at, capturedLength, wireLength }: FrameRecord, linkType: number): void {
    const { chunk, walk } = this;
    chunk.connection[this.at] = -1;
    chunk.payloadLength[this.at] = -1;
    this.own.kind = 0;
    this.network.kind = 0;
    walk.start(view, at, capturedLength, wireLength, linkType);
    walkFrame(walk, this);
    chunk.problem[this.at] = walk.problem;
    this.writeAddresses();
  }

  private timeOf({ hasTime, seconds, nanoseconds }: FrameRecord): number {
    if (!hasTime) return this.lastTime;
    if (!this.hasStarted) {
      this.startSeconds = seconds;
      this.startNanoseconds = nanoseconds;
      this.hasStarted = true;
    }
    const whole = seconds - this.startSeconds;
    const further = nanoseconds - this.startNanoseconds;
    this.lastTime = whole * 1e9 + further;
    this.lastRest = Number.isSafeInteger(this.lastTime) ? 0 : rounded(whole, further, this.lastTime);
    return this.lastTime;
  }

  /** Called by the walk for each header that could be read. */
  layer(protocol: Protocol, at: number, _end: number, wireEnd: number, w: Walk): void {
    if (w.destinationAt >= 0) {
      if (this.network.kind !== 0) this.markMore();
      place(this.own, w.view, ADDRESS_MAC, w.sourceAt, w.destinationAt);
      w.stations(-1, -1);
    }
    switch (protocol) {
      case ipv4:
        return this.networkHeader(w, ADDRESS_IPV4, at, at + IPV4_SOURCE, ipv4DestinationAt(w.view, at, w.at));
      case ipv6:
        return this.networkHeader(w, ADDRESS_IPV6, at, ipv6Header.src(w.view, at), ipv6Header.dst(w.view, at));
      case tcp:
        return this.tcpSegment(w, at, wireEnd);
      case udp:
        return this.udpDatagram(w, at);
      case icmp:
        this.chunk.kind[this.at] = KIND_ICMP;
        return;
      case icmpv6:
        this.chunk.kind[this.at] = KIND_ICMPV6;
        return;
      case arp:
        this.chunk.kind[this.at] = KIND_ARP;
        return;
    }
  }

  private markMore(): void {
    this.chunk.marks[this.at]! |= HAS_MORE;
  }

  private writeAddresses(): void {
    const { chunk, at, own, addresses, segment } = this;
    if (chunk.kind[at] === KIND_TCP) {
      chunk.source[at] = segment.source; // looked up when the segment joined its connection
      chunk.destination[at] = segment.destination;
    } else {
      // An acknowledgement of IEEE 802.11 names no source.
      chunk.source[at] = own.kind !== 0 && own.sourceAt >= 0 ? addresses.row(own.view, own.sourceAt, own.kind) : -1;
      chunk.destination[at] = own.kind === 0 ? -1 : addresses.row(own.view, own.destinationAt, own.kind);
    }
  }

  private networkHeader(w: Walk, kind: AddressKind, at: number, sourceAt: number, destinationAt: number): void {
    if (this.network.kind !== 0) this.markMore();
    place(this.network, w.view, kind, sourceAt, destinationAt);
    this.quotations.header(this.length, w.view, kind, at, sourceAt, destinationAt, w.at, w.end, w.quotedBy !== null);
    if (!w.quotedBy) place(this.own, w.view, kind, sourceAt, destinationAt);
  }

  /** What `layer` does for a TCP header, at the end of the straight path. */
  private straightSegment(view: DataView): void {
    const { segment, addresses, straight } = this;
    segment.source = addresses.row(view, straight.sourceAt, straight.kind);
    segment.destination = addresses.row(view, straight.destinationAt, straight.kind);
    const { kind, ipAt, sourceAt, destinationAt, segmentAt, headerEnd } = straight;
    this.quotations.header(this.length, view, kind, ipAt, sourceAt, destinationAt, segmentAt, headerEnd, false);
    segment.quoted = false;
    segment.length = straight.wireEnd - straight.headerEnd;
    segment.judged = true;
    segment.bogus = false;
    this.takeSegment(view, straight.segmentAt, straight.headerEnd, true);
    this.chunk.source[this.at] = segment.source;
    this.chunk.destination[this.at] = segment.destination;
  }

  private tcpSegment(w: Walk, at: number, wireEnd: number): void {
    const { segment, network, addresses } = this;
    const { view } = w;
    if (network.kind === 0) return this.markMore(); // no IP header below: nothing that connects
    segment.source = addresses.row(network.view, network.sourceAt, network.kind);
    segment.destination = addresses.row(network.view, network.destinationAt, network.kind);
    segment.quoted = w.quotedBy !== null;
    segment.length = segment.quoted || w.isBeginning ? -1 : segmentBytes(view, at, wireEnd);
    segment.judged = segment.length >= 0;
    segment.bogus = tcpHeader.headerLength(view, at) < TCP_FIXED;
    this.takeSegment(view, at, w.at, w.problem === FINE);
  }

  /** Reads the header from `at` to `end`, options included, and gives the segment to those who wait for it. */
  private takeSegment(view: DataView, at: number, end: number, isFine: boolean): void {
    const { segment, connections } = this;
    segment.sourcePort = tcpHeader.srcPort(view, at);
    segment.destinationPort = tcpHeader.dstPort(view, at);
    segment.seq = tcpHeader.seq(view, at);
    segment.ack = tcpHeader.ack(view, at);
    segment.flags = tcpHeader.flags(view, at);
    segment.window = tcpHeader.window(view, at);
    const from = at + TCP_FIXED;
    const to = isFine ? end : at + tcpHeader.headerLength(view, at); // where they end, captured or not
    segment.whole = readOptionFacts(view, from, to, end, segment) && isFine;
    const connection = connections.add(segment);
    segment.reused = connections.reused;
    segment.repeated = connections.repeated;
    if (!segment.quoted) this.writeSegment(connection);
    if (segment.judged) this.analyse(connection);
    learnRoundTrip(connections.columns, connections.place, segment);
    if (segment.sackedBytes > 0 && !segment.quoted) this.keepSackBlocks(view, from, to, end);
    this.onSegment?.(segment, connection, connections.direction);
    if (segment.accurateEcn) learnEcnOption(connections.columns, connections.place);
  }

  private keepSackBlocks(view: DataView, from: number, to: number, end: number): void {
    eachSackBlock(view, from, to, end, (left, right) => this.sacks.add(this.segment.row, left, right));
  }

  private analyse(connection: number): void {
    const { chunk, at, segment, analysis, connections } = this;
    analysis.add(segment, connection, connections.direction, connections.columns, connections.place);
    if (!segment.whole) return;
    chunk.findings[at] = analysis.findings;
    chunk.acknowledged[at] = analysis.acknowledged;
    chunk.related[at] = analysis.related;
    chunk.amount[at] = analysis.amount;
  }

  private writeSegment(connection: number): void {
    const { chunk, at, segment } = this;
    chunk.kind[at] = KIND_TCP;
    chunk.connection[at] = connection;
    chunk.direction[at] = this.connections.direction;
    chunk.payloadLength[at] = segment.length;
    if (segment.length > 0) this.quotations.segment(segment.length);
    chunk.sourcePort[at] = segment.sourcePort;
    chunk.destinationPort[at] = segment.destinationPort;
    chunk.seq[at] = segment.seq;
    chunk.ack[at] = segment.ack;
    chunk.flags[at] = segment.flags;
    chunk.window[at] = segment.window;
  }

  private udpDatagram(w: Walk, at: number): void {
    if (w.quotedBy) return;
    const { chunk } = this;
    chunk.kind[this.at] = KIND_UDP;
    chunk.payloadLength[this.at] = w.wireEnd - w.at;
    chunk.sourcePort[this.at] = udpHeader.srcPort(w.view, at);
    chunk.destinationPort[this.at] = udpHeader.dstPort(w.view, at);
  }

  private beginChunk(): void {
    this.chunk = newChunk();
    this.chunks.push(this.chunk);
  }
}

/** Captures that programs make often begin at 0: Wireshark takes that for no time. */
const hasOwnTime = ({ hasTime, seconds, nanoseconds }: FrameRecord): boolean =>
  hasTime && (seconds !== 0 || nanoseconds !== 0);

/** What a time of seconds and nanoseconds lost when it became one number. */
function rounded(seconds: number, nanoseconds: number, time: number): number {
  return Number(BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds) - BigInt(time));
}

/** Where a pair of addresses stands; kind 0 for nowhere. */
interface AddressPlace {
  kind: AddressKind | 0;
  view: DataView;
  sourceAt: number;
  destinationAt: number;
}

const nowhere = (): AddressPlace => ({
  kind: 0,
  view: new DataView(new ArrayBuffer(0)),
  sourceAt: 0,
  destinationAt: 0,
});

function place(of: AddressPlace, view: DataView, kind: AddressKind, sourceAt: number, destinationAt: number): void {
  of.kind = kind;
  of.view = view;
  of.sourceAt = sourceAt;
  of.destinationAt = destinationAt;
}

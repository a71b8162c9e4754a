/**
 * Between whom one frame goes, as a flow graph asks it: the innermost network addresses, the innermost of any layer, the
 * ports of the last transport header, the echo messages. The packet table holds neither the network addresses around a
 * bridged frame nor the ports that an error quotes, so headers are walked once more.
 */
import type { FrameRecord } from "../core/capture/reader.ts";
import { type Echo, echoAt } from "../core/protocols/echo.ts";
import { icmpv6 } from "../core/protocols/icmpv6.ts";
import { ipv4, ipv4DestinationAt, ipv4Header } from "../core/protocols/ipv4.ts";
import { ipv6, ipv6Header } from "../core/protocols/ipv6.ts";
import { sctp } from "../core/protocols/sctp.ts";
import { tcp } from "../core/protocols/tcp.ts";
import { udp, udpHeader } from "../core/protocols/udp.ts";
import { udpLite } from "../core/protocols/udp-lite.ts";
import { type Protocol, type Reassembly, type Visitor, Walk, walkFrame } from "../core/protocols/walk.ts";
import {
  ADDRESS_IPV4,
  ADDRESS_IPV6,
  ADDRESS_MAC,
  type AddressKind,
  type AddressTable,
} from "../core/table/address-table.ts";

/** Rows of the address table; -1 for none. */
export interface Ends {
  readonly source: number;
  readonly destination: number;
}

/** An echo message with the addresses that it travels between. */
export interface SentEcho extends Ends {
  readonly echo: Echo;
}

const PORTS_LENGTH = 4;
const TEREDO_PORT = 3544;

const NOBODY: Ends = { source: -1, destination: -1 };

/** Headers that begin with two ports. */
const WITH_PORTS: readonly Protocol[] = [tcp, udp, udpLite, sctp];

/** One frame's ends. Make one a frame, and read it. */
export class PacketEnds implements Visitor {
  /** Those of the innermost network header. */
  network = NOBODY;
  /** Those of the innermost header that has any. */
  any = NOBODY;
  /** Of the last transport header, a quotation's included; 0 without one. */
  sourcePort = 0;
  destinationPort = 0;
  readonly echoes: SentEcho[] = [];
  private readonly addresses: AddressTable;

  /** Reads a frame; addresses that are new get their rows in `addresses`. Never throws. */
  constructor(record: FrameRecord, linkType: number, addresses: AddressTable, reassembly: Reassembly) {
    this.addresses = addresses;
    const walk = new Walk(reassembly, { readsApplications: false });
    walk.start(record.view, record.at, record.capturedLength, record.wireLength, linkType);
    walkFrame(walk, this);
    // Of a header that is quoted in part the ports are there (Wireshark's rule).
    if (walk.refused && walk.end - walk.at >= PORTS_LENGTH) this.ports(walk.refused, walk.view, walk.at);
  }

  layer(protocol: Protocol, at: number, end: number, _wireEnd: number, w: Walk): void {
    const { view } = w;
    if (w.destinationAt >= 0) {
      this.any = this.ends(view, ADDRESS_MAC, w.sourceAt, w.destinationAt);
      w.stations(-1, -1);
    }
    this.ports(protocol, view, at);
    if (w.quotedBy && protocol !== w.quotedBy) return;
    if (protocol === ipv4) {
      this.meet(view, ADDRESS_IPV4, at + ipv4Header.src.bit / 8, ipv4DestinationAt(view, at, w.at));
    } else if (protocol === ipv6) this.meet(view, ADDRESS_IPV6, ipv6Header.src(view, at), ipv6Header.dst(view, at));
    const echo = w.quotedBy ? null : echoAt(protocol, view, at, end);
    if (echo && !this.isConnectivityTest(echo)) this.echoes.push({ echo, ...this.network });
  }

  /** A request that goes to a Teredo server asks for a way to the other host, RFC 4380 §5.2.9 (Wireshark's rule). */
  private isConnectivityTest({ protocol, isReply }: Echo): boolean {
    return protocol === icmpv6 && !isReply && this.destinationPort === TEREDO_PORT;
  }

  private ports(protocol: Protocol, view: DataView, at: number): void {
    if (!WITH_PORTS.includes(protocol)) return;
    this.sourcePort = udpHeader.srcPort(view, at);
    this.destinationPort = udpHeader.dstPort(view, at);
  }

  private meet(view: DataView, kind: AddressKind, sourceAt: number, destinationAt: number): void {
    this.network = this.ends(view, kind, sourceAt, destinationAt);
    this.any = this.network;
  }

  private ends(view: DataView, kind: AddressKind, sourceAt: number, destinationAt: number): Ends {
    const row = (at: number) => (at < 0 ? -1 : this.addresses.row(view, at, kind));
    return { source: row(sourceAt), destination: row(destinationAt) };
  }
}

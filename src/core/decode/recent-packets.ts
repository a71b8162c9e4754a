/**
 * What the latest packets begin with behind their IP headers, so that an ICMP error's quotation leads back to the packet
 * that it quotes: addresses, protocol, IPv4's identification and the first eight bytes, which are ports and sequence
 * number, or an echo's numbers (RFC 792, RFC 4443 §3). Tunnels have an entry for each IP header.
 *
 * The entries stand in a ring, chained by a hash of what has to be the same: keeping one costs a few stores, chaining it
 * more, which is done when an error asks. Most captures have none. Positions are handed over one by one: an object of
 * them would be written for every packet.
 */
import { seqDelta } from "../base/seq32.ts";
import { ipv4Header } from "../protocols/ipv4.ts";
import { ipv6Header } from "../protocols/ipv6.ts";
import { tcp } from "../protocols/tcp.ts";
import { udp } from "../protocols/udp.ts";
import { ADDRESS_IPV4, type AddressKind } from "../table/address-table.ts";

/** IP headers kept: a quotation of what lies further behind finds nothing. */
const KEPT = 1 << 17;
const LAST = KEPT - 1;
/** Numbers of an entry. */
const SOURCE = 0;
const DESTINATION = 1;
const PROTOCOL = 2;
const PORTS = 3;
const WORD = 4;
const ROW = 5;
const DATA = 6; // bytes of TCP data
const BEFORE = 7; // the entry before it in its chain, counted from 1
const WIDTH = 8;
const CHAINS = 1 << 16;
/** Entries of one chain that are looked at: a long connection has one chain, and an error quotes what is recent. */
const FARTHEST = 2000;
/** Bytes behind the IP header that any quotation has, and that are needed here. */
const QUOTED = 8;
/** Beside the protocol's number and IPv4's identification: the bit that tells the versions apart. */
const IS_IPV6 = 0x100;
const [TCP, UDP] = [tcp, udp].map(({ reachedBy }) => reachedBy.ipProtocol?.[0] ?? -1);

export class RecentPackets {
  private readonly ring = new Uint32Array(KEPT * WIDTH);
  /** By chain its latest entry, counted from 1; 0 for none. */
  private readonly latest = new Uint32Array(CHAINS);
  private count = 0;
  /** The entries up to this one are chained. */
  private chained = 0;
  /** What is asked for. */
  private readonly entry = new Uint32Array(WIDTH);

  /**
   * Keeps the packet of a row, by the IP header at `at` and its addresses; one that was captured only to before `end`,
   * less than eight bytes behind `payloadAt`, stays out.
   */
  add(
    row: number,
    view: DataView,
    kind: AddressKind,
    at: number,
    sourceAt: number,
    destinationAt: number,
    payloadAt: number,
    end: number,
  ): void {
    if (payloadAt + QUOTED > end) return;
    const { ring } = this;
    const to = (this.count & LAST) * WIDTH;
    read(ring, to, view, kind, at, sourceAt, destinationAt, payloadAt);
    ring[to + ROW] = row;
    ring[to + DATA] = 0;
    this.count++;
  }

  /** Says how many bytes of data the TCP segment has that the packet kept last holds. */
  holds(bytes: number): void {
    if (this.count > 0) this.ring[((this.count - 1) & LAST) * WIDTH + DATA] = bytes;
  }

  /** Chains the entries that were kept since this was done last. */
  private chain(): void {
    const { ring, latest, count } = this;
    for (let link = Math.max(this.chained, count - KEPT) + 1; link <= count; link++) {
      const at = ((link - 1) & LAST) * WIDTH;
      const chain = chainOf(ring, at);
      ring[at + BEFORE] = latest[chain]!;
      latest[chain] = link;
    }
    this.chained = count;
  }

  /**
   * The row of the last packet that a quotation, of which the same is told, can be of; -1 when there is none among those
   * kept. Of a large TCP segment that the network card cut up a piece may be quoted.
   */
  find(
    view: DataView,
    kind: AddressKind,
    at: number,
    sourceAt: number,
    destinationAt: number,
    payloadAt: number,
    end: number,
  ): number {
    if (payloadAt + QUOTED > end) return -1;
    const { entry, ring, count } = this;
    read(entry, 0, view, kind, at, sourceAt, destinationAt, payloadAt);
    this.chain();
    let alike = -1;
    let steps = 0;
    for (let link = this.latest[chainOf(entry, 0)]!; link > 0 && count - link < KEPT; ) {
      const kept = ((link - 1) & LAST) * WIDTH;
      if (this.isOfSamePair(kept)) {
        const row = ring[kept + ROW]!;
        if (ring[kept + PROTOCOL] === entry[PROTOCOL] && ring[kept + WORD] === entry[WORD]) return row;
        if (alike < 0 && this.isAlike(kept)) alike = row;
      }
      if (++steps >= FARTHEST) break;
      link = ring[kept + BEFORE]!;
    }
    return alike;
  }

  private isOfSamePair(at: number): boolean {
    const { entry, ring } = this;
    const isSame = (name: number) => ring[at + name] === entry[name];
    return isSame(SOURCE) && isSame(DESTINATION) && isSame(PORTS);
  }

  /**
   * Whether a packet differs from the quotation only in what may have become of it after it was captured: a network card
   * writes UDP's checksum, and cuts TCP's data into segments, which it numbers.
   */
  private isAlike(at: number): boolean {
    const { entry, ring } = this;
    const protocol = ring[at + PROTOCOL]!;
    if ((protocol ^ entry[PROTOCOL]!) & 0x1ff) return false;
    const number = protocol & 0xff;
    if (number === UDP) return protocol === entry[PROTOCOL] && (ring[at + WORD]! ^ entry[WORD]!) >>> 16 === 0;
    if (number !== TCP) return false;
    const beyond = seqDelta(entry[WORD]!, ring[at + WORD]!);
    return beyond >= 0 && beyond < ring[at + DATA]!;
  }
}

/** Reads what tells packets apart into `entry`, from `to` on. */
function read(
  entry: Uint32Array,
  to: number,
  view: DataView,
  kind: AddressKind,
  at: number,
  sourceAt: number,
  destinationAt: number,
  payloadAt: number,
): void {
  if (kind === ADDRESS_IPV4) {
    entry[to + SOURCE] = view.getUint32(sourceAt);
    entry[to + DESTINATION] = view.getUint32(destinationAt);
    entry[to + PROTOCOL] = ((ipv4Header.id(view, at) << 16) | ipv4Header.protocol(view, at)) >>> 0;
  } else {
    entry[to + SOURCE] = mixed(view, sourceAt);
    entry[to + DESTINATION] = mixed(view, destinationAt);
    entry[to + PROTOCOL] = IS_IPV6 | ipv6Header.nextHeader(view, at);
  }
  entry[to + PORTS] = view.getUint32(payloadAt);
  entry[to + WORD] = view.getUint32(payloadAt + 4);
}

/** An IPv6 address in 32 bits; two addresses hardly ever share them, and then differ in ports or numbers. */
function mixed(view: DataView, at: number): number {
  let sum = 0;
  for (let word = 0; word < 16; word += 4) sum = Math.imul(sum ^ view.getUint32(at + word), 0x9e3779b1) ^ (sum >>> 15);
  return sum >>> 0;
}

/** An echo's first four bytes differ from packet to packet by their checksum, as ports do from pair to pair. */
function chainOf(entry: Uint32Array, at: number): number {
  const ends = Math.imul(entry[at + SOURCE]!, 0x85ebca6b) ^ Math.imul(entry[at + DESTINATION]!, 0xc2b2ae35);
  const sum = ends ^ entry[at + PORTS]!;
  return Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> 16;
}

/**
 * What the latest packets begin with behind their IP headers, so that an ICMP error's quotation leads back to the packet
 * that it quotes: addresses, protocol, IPv4's identification and the first eight bytes, which are ports and sequence
 * number, or an echo's numbers (RFC 792, RFC 4443 §3). Tunnels have an entry for each IP header.
 *
 * The entries stand in a ring, chained by a hash of what has to be the same. Keeping one costs a few stores.
 */
import { seqDelta } from "../base/seq32.ts";
import { ipv4Header } from "../protocols/ipv4.ts";
import { ipv6Header } from "../protocols/ipv6.ts";
import { headerLength } from "../protocols/spec.ts";
import { tcp } from "../protocols/tcp.ts";
import { udp } from "../protocols/udp.ts";
import { ADDRESS_IPV4, type AddressKind } from "../table/address-table.ts";

/** IP headers kept: a quotation of what lies further behind finds nothing. */
const KEPT = 1 << 17;
/** Numbers of an entry. */
const WIDTH = 8;
const [SOURCE, DESTINATION, PROTOCOL, PORTS, WORD, ROW, BEFORE] = [0, 1, 2, 3, 4, 5, 6];
const CHAINS = 1 << 16;
/** Entries of one chain that are looked at: a long connection has one chain, and an error quotes what is recent. */
const FARTHEST = 2000;
/** Bytes behind the IP header that any quotation has, and that are needed here. */
const QUOTED = 8;
const IPV6_LENGTH = headerLength(ipv6Header);
/** Beside the protocol's number and IPv4's identification: the bit that tells the versions apart. */
const IS_IPV6 = 0x100;
const [TCP, UDP] = [tcp, udp].map(({ reachedBy }) => reachedBy.ipProtocol?.[0] ?? -1);

/** Where an IP header and its addresses stand. */
export interface IpPlace {
  readonly view: DataView;
  readonly kind: AddressKind;
  readonly at: number;
  readonly sourceAt: number;
  readonly destinationAt: number;
  /** First byte behind the header, and the first past what was captured. */
  readonly payloadAt: number;
  readonly end: number;
}

export class RecentPackets {
  private readonly ring = new Uint32Array(KEPT * WIDTH);
  /** By chain its latest entry, counted from 1; 0 for none. */
  private readonly latest = new Uint32Array(CHAINS);
  private count = 0;
  /** What is asked for or kept. */
  private readonly entry = new Uint32Array(WIDTH);

  /** Keeps the packet of a row; one that was cut too short stays out. */
  add(row: number, place: IpPlace): void {
    if (!this.read(place)) return;
    const { entry, latest } = this;
    const chain = chainOf(entry);
    entry[ROW] = row;
    entry[BEFORE] = latest[chain]!;
    this.ring.set(entry, (this.count++ % KEPT) * WIDTH);
    latest[chain] = this.count;
  }

  /**
   * The row of the last packet that a quotation can be of; -1 when there is none among those kept. Of a large TCP segment
   * that the network card cut up a piece may be quoted: `lengthOf` tells the bytes of data of a row.
   */
  find(place: IpPlace, lengthOf: (row: number) => number): number {
    if (!this.read(place)) return -1;
    const { entry, ring, count } = this;
    let alike = -1;
    let steps = 0;
    for (let link = this.latest[chainOf(entry)]!; link > 0 && count - link < KEPT; ) {
      const at = ((link - 1) % KEPT) * WIDTH;
      if (this.isOfSamePair(at)) {
        const row = ring[at + ROW]!;
        if (ring[at + PROTOCOL] === entry[PROTOCOL] && ring[at + WORD] === entry[WORD]) return row;
        if (alike < 0 && this.isAlike(at, lengthOf)) alike = row;
      }
      if (++steps >= FARTHEST) break;
      link = ring[at + BEFORE]!;
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
  private isAlike(at: number, lengthOf: (row: number) => number): boolean {
    const { entry, ring } = this;
    const protocol = ring[at + PROTOCOL]!;
    if ((protocol ^ entry[PROTOCOL]!) & 0x1ff) return false;
    const number = protocol & 0xff;
    if (number === UDP) return protocol === entry[PROTOCOL] && (ring[at + WORD]! ^ entry[WORD]!) >>> 16 === 0;
    if (number !== TCP) return false;
    const beyond = seqDelta(entry[WORD]!, ring[at + WORD]!);
    return beyond >= 0 && beyond < lengthOf(ring[at + ROW]!);
  }

  /** Reads what tells packets apart; false when not all of it is there. */
  private read({ view, kind, at, sourceAt, destinationAt, payloadAt, end }: IpPlace): boolean {
    if (payloadAt + QUOTED > end) return false;
    const { entry } = this;
    if (kind === ADDRESS_IPV4) {
      entry[SOURCE] = view.getUint32(sourceAt);
      entry[DESTINATION] = view.getUint32(destinationAt);
      entry[PROTOCOL] = ((ipv4Header.id(view, at) << 16) | ipv4Header.protocol(view, at)) >>> 0;
    } else {
      entry[SOURCE] = mixed(view, sourceAt);
      entry[DESTINATION] = mixed(view, destinationAt);
      entry[PROTOCOL] = IS_IPV6 | ipv6Header.nextHeader(view, at);
    }
    entry[PORTS] = view.getUint32(payloadAt);
    entry[WORD] = view.getUint32(payloadAt + 4);
    return true;
  }
}

/** Where an IP header is followed by its payload. */
export const payloadOf = (kind: AddressKind, at: number, headerEnd: number): number =>
  kind === ADDRESS_IPV4 ? headerEnd : at + IPV6_LENGTH;

/** An IPv6 address in 32 bits; two addresses hardly ever share them, and then differ in ports or numbers. */
function mixed(view: DataView, at: number): number {
  let sum = 0;
  for (let word = 0; word < 16; word += 4) sum = Math.imul(sum ^ view.getUint32(at + word), 0x9e3779b1) ^ (sum >>> 15);
  return sum >>> 0;
}

/** An echo's first four bytes differ from packet to packet by their checksum, as ports do from pair to pair. */
function chainOf(entry: Uint32Array): number {
  const sum = Math.imul(entry[SOURCE]!, 0x85ebca6b) ^ Math.imul(entry[DESTINATION]!, 0xc2b2ae35) ^ entry[PORTS]!;
  return Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> 16;
}

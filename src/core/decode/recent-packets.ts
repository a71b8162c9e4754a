/**
 * What the latest packets begin with behind their IP headers, so that an ICMP error's quotation leads back to the packet
 * that it quotes: addresses, protocol, IPv4's identification and the first eight bytes, which are ports and sequence
 * number, or an echo's numbers (RFC 792, RFC 4443 §3). Tunnels have an entry for each IP header.
 *
 * The entries stand in a ring, chained by a hash of what has to be the same: keeping one costs a few stores, chaining it
 * more, which is done when an error asks. Most captures have none.
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
const [SOURCE, DESTINATION, PROTOCOL, PORTS, WORD, ROW, DATA, BEFORE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
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
  /** The entries up to this one are chained. */
  private chained = 0;
  /** What is asked for. */
  private readonly entry = new Uint32Array(WIDTH);

  /** Keeps the packet of a row; one that was cut too short stays out. */
  add(row: number, place: IpPlace): void {
    const at = (this.count % KEPT) * WIDTH;
    if (!read(place, this.ring, at)) return;
    this.ring[at + ROW] = row;
    this.ring[at + DATA] = 0;
    this.count++;
  }

  /** Says how many bytes of data the TCP segment in the packet kept last has. */
  holds(bytes: number): void {
    if (this.count > 0) this.ring[((this.count - 1) % KEPT) * WIDTH + DATA] = bytes;
  }

  /** Chains the entries that were kept since this was done last. */
  private chain(): void {
    const { ring, latest, count } = this;
    for (let link = Math.max(this.chained, count - KEPT) + 1; link <= count; link++) {
      const at = ((link - 1) % KEPT) * WIDTH;
      const chain = chainOf(ring, at);
      ring[at + BEFORE] = latest[chain]!;
      latest[chain] = link;
    }
    this.chained = count;
  }

  /**
   * The row of the last packet that a quotation can be of; -1 when there is none among those kept. Of a large TCP segment
   * that the network card cut up a piece may be quoted.
   */
  find(place: IpPlace): number {
    const { entry, ring, count } = this;
    if (!read(place, entry, 0)) return -1;
    this.chain();
    let alike = -1;
    let steps = 0;
    for (let link = this.latest[chainOf(entry, 0)]!; link > 0 && count - link < KEPT; ) {
      const at = ((link - 1) % KEPT) * WIDTH;
      if (this.isOfSamePair(at)) {
        const row = ring[at + ROW]!;
        if (ring[at + PROTOCOL] === entry[PROTOCOL] && ring[at + WORD] === entry[WORD]) return row;
        if (alike < 0 && this.isAlike(at)) alike = row;
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

/** Reads what tells packets apart into `entry`, from `to` on; false when not all of it is there. */
function read(
  { view, kind, at, sourceAt, destinationAt, payloadAt, end }: IpPlace,
  entry: Uint32Array,
  to: number,
): boolean {
  if (payloadAt + QUOTED > end) return false;
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
  return true;
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
function chainOf(entry: Uint32Array, at: number): number {
  const ends = Math.imul(entry[at + SOURCE]!, 0x85ebca6b) ^ Math.imul(entry[at + DESTINATION]!, 0xc2b2ae35);
  const sum = ends ^ entry[at + PORTS]!;
  return Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> 16;
}

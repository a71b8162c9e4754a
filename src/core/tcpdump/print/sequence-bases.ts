/**
 * tcpdump's table of connections: what relative sequence numbers count from.
 *
 * It has one entry for both directions of two endpoints, made by the first segment with ACK and made anew by each SYN
 * with ACK; that segment shows its numbers as they are. A SYN without ACK does not touch it. This differs from the
 * connections of `analysis`, which are Wireshark's.
 */

/** The numbers that count as 0 at the lower and at the higher endpoint. */
export interface Bases {
  readonly low: number;
  readonly high: number;
}

/** An end of a connection: its address, as text that sorts as its bytes do, and its port. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** What the numbers of a segment count from; 0 for numbers as they are. */
export interface SegmentBases {
  readonly seq: number;
  readonly ack: number;
  /** SACK blocks count from the acknowledged side even where the numbers themselves are shown as they are. */
  readonly sack: number;
}

/** What of a segment with ACK the table takes. */
export interface SegmentNumbers {
  readonly seq: number;
  readonly ack: number;
  readonly isSyn: boolean;
}

/** Tells a printer what numbers count from. */
export interface ConnectionBases {
  /** Takes a segment with ACK, and tells what its own numbers count from. */
  take(source: Endpoint, destination: Endpoint, numbers: SegmentNumbers): SegmentBases;
}

export class SequenceBases implements ConnectionBases {
  private readonly table = new Map<string, Bases>();

  take(source: Endpoint, destination: Endpoint, numbers: SegmentNumbers): SegmentBases {
    const known = numbers.isSyn ? null : this.known(source, destination);
    if (known) return known;
    this.table.set(pairKey(source, destination), basesOf(source, destination, numbers));
    return newBases(numbers);
  }

  /** What a segment without SYN counts from; null where no segment with ACK was there before. */
  known(source: Endpoint, destination: Endpoint): SegmentBases | null {
    const bases = this.table.get(pairKey(source, destination));
    return bases ? sidedBases(bases, source, destination) : null;
  }

  /** Makes both directions count from `base`. */
  preset(source: Endpoint, destination: Endpoint, base: number): void {
    this.table.set(pairKey(source, destination), { low: base, high: base });
  }
}

function isHigh(source: Endpoint, destination: Endpoint): boolean {
  return source.port > destination.port || (source.port === destination.port && source.address > destination.address);
}

/** What counts as 0 from a segment on that begins an entry. */
export function basesOf(source: Endpoint, destination: Endpoint, { seq, ack }: SegmentNumbers): Bases {
  const acked = (ack - 1) >>> 0;
  return isHigh(source, destination) ? { low: acked, high: seq } : { low: seq, high: acked };
}

/** What the numbers of that segment itself count from. */
export const newBases = ({ ack }: SegmentNumbers): SegmentBases => ({ seq: 0, ack: 0, sack: (ack - 1) >>> 0 });

/** What a segment from `source` counts from, where the entry is there. */
export function sidedBases(bases: Bases, source: Endpoint, destination: Endpoint): SegmentBases {
  const [own, other] = isHigh(source, destination) ? [bases.high, bases.low] : [bases.low, bases.high];
  return { seq: own, ack: other, sack: other };
}

/** The same for both directions of two endpoints. */
export function pairKey(source: Endpoint, destination: Endpoint): string {
  const [low, high] = isHigh(source, destination) ? [destination, source] : [source, destination];
  return `${low.address}/${low.port}/${high.address}/${high.port}`;
}

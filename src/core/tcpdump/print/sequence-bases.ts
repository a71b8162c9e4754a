/**
 * tcpdump's table of connections: what relative sequence numbers count from.
 *
 * It has one entry for both directions of two endpoints, made by the first segment with ACK and made anew by each SYN
 * with ACK; that segment shows its numbers as they are. A SYN without ACK does not touch it. This differs from the
 * connections of `analysis`, which are Wireshark's.
 */

/** The numbers that count as 0 at the lower and at the higher endpoint. */
interface Bases {
  low: number;
  high: number;
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

export class SequenceBases {
  private readonly table = new Map<string, Bases>();

  /** Takes a segment with ACK. */
  take(
    source: Endpoint,
    destination: Endpoint,
    { seq, ack, isSyn }: { readonly seq: number; readonly ack: number; readonly isSyn: boolean },
  ): SegmentBases {
    const known = isSyn ? null : this.known(source, destination);
    if (known) return known;
    const acked = (ack - 1) >>> 0;
    const bases = isHigh(source, destination) ? { low: acked, high: seq } : { low: seq, high: acked };
    this.table.set(keyOf(source, destination), bases);
    return { seq: 0, ack: 0, sack: acked };
  }

  /** What a segment without SYN counts from; null where no segment with ACK was there before. */
  known(source: Endpoint, destination: Endpoint): SegmentBases | null {
    const bases = this.table.get(keyOf(source, destination));
    if (!bases) return null;
    const [own, other] = isHigh(source, destination) ? [bases.high, bases.low] : [bases.low, bases.high];
    return { seq: own, ack: other, sack: other };
  }

  /** Makes both directions count from `base`. */
  preset(source: Endpoint, destination: Endpoint, base: number): void {
    this.table.set(keyOf(source, destination), { low: base, high: base });
  }
}

function isHigh(source: Endpoint, destination: Endpoint): boolean {
  return source.port > destination.port || (source.port === destination.port && source.address > destination.address);
}

function keyOf(source: Endpoint, destination: Endpoint): string {
  const [low, high] = isHigh(source, destination) ? [destination, source] : [source, destination];
  return `${low.address}/${low.port}/${high.address}/${high.port}`;
}

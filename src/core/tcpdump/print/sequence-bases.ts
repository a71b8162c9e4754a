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

/** What the numbers of a segment count from; 0 for numbers as they are. */
export interface SegmentBases {
  readonly seq: number;
  readonly ack: number;
  /** SACK blocks count from the acknowledged side even where the numbers themselves are shown as they are. */
  readonly sack: number;
}

export class SequenceBases {
  private readonly table = new Map<string, Bases>();

  /**
   * Takes a segment with ACK. Endpoints are an address, as text that sorts as its bytes do, and a port.
   */
  take(
    source: { readonly address: string; readonly port: number },
    destination: { readonly address: string; readonly port: number },
    { seq, ack, isSyn }: { readonly seq: number; readonly ack: number; readonly isSyn: boolean },
  ): SegmentBases {
    const isHigh =
      source.port > destination.port || (source.port === destination.port && source.address > destination.address);
    const [low, high] = isHigh ? [destination, source] : [source, destination];
    const key = `${low.address}/${low.port}/${high.address}/${high.port}`;
    const known = this.table.get(key);
    if (known && !isSyn) {
      return isHigh
        ? { seq: known.high, ack: known.low, sack: known.low }
        : { seq: known.low, ack: known.high, sack: known.high };
    }
    const acked = (ack - 1) >>> 0;
    this.table.set(key, isHigh ? { low: acked, high: seq } : { low: seq, high: acked });
    return { seq: 0, ack: 0, sack: acked };
  }
}

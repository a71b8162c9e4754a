/**
 * tcpdump's table of connections as it was before any packet of a capture, so that a line in the middle is printed
 * without those before it. An entry changes seldom: with the first segment with ACK between two endpoints, and with each
 * SYN that has ACK. These changes are kept, by the packet that makes them.
 */
import {
  type Bases,
  basesOf,
  type ConnectionBases,
  type Endpoint,
  newBases,
  pairKey,
  type SegmentBases,
  type SegmentNumbers,
  sidedBases,
} from "./sequence-bases.ts";

interface Change {
  /** The packet's place in the capture; -1 for what held before the first. */
  readonly packet: number;
  readonly isSyn: boolean;
  readonly bases: Bases;
}

export class SequenceHistory {
  private readonly changes = new Map<string, Change[]>();

  /**
   * Takes a segment with ACK that may change the table: for each pair of endpoints the first one, and each with SYN.
   * Packets may come in any order.
   */
  add(packet: number, source: Endpoint, destination: Endpoint, numbers: SegmentNumbers): void {
    const change = { packet, isSyn: numbers.isSyn, bases: basesOf(source, destination, numbers) };
    this.insert(pairKey(source, destination), change);
  }

  /** Makes both directions count from `base` until a segment changes that. */
  preset(source: Endpoint, destination: Endpoint, base: number): void {
    this.insert(pairKey(source, destination), { packet: -1, isSyn: false, bases: { low: base, high: base } });
  }

  /** The table as `packet` finds it. */
  before(packet: number): ConnectionBases {
    return { take: (source, destination, numbers) => this.take(packet, source, destination, numbers) };
  }

  private take(packet: number, source: Endpoint, destination: Endpoint, numbers: SegmentNumbers): SegmentBases {
    if (numbers.isSyn) return newBases(numbers);
    const last = this.changes.get(pairKey(source, destination))?.findLast((change) => change.packet < packet);
    return last ? sidedBases(last.bases, source, destination) : newBases(numbers);
  }

  /** Keeps the changes in order; a segment without SYN changes nothing but where it is the first. */
  private insert(key: string, change: Change): void {
    const all = this.changes.get(key);
    if (!all) this.changes.set(key, [change]);
    else if (change.packet >= all.at(-1)!.packet) {
      if (change.isSyn) all.push(change);
    } else {
      const ordered = [...all, change].sort((a, b) => a.packet - b.packet);
      this.changes.set(
        key,
        ordered.filter(({ isSyn }, index) => isSyn || index === 0),
      );
    }
  }
}

/** Counts the packets of one layer into its conversations, which it finds by their endpoints or by their number. */
import { EndpointPairs } from "../analysis/endpoint-pairs.ts";
import { copied, grown } from "../table/columns.ts";
import { type ConversationColumns, type ConversationTable, newConversationColumns } from "./conversations.ts";

/** A packet as the counter is told of it. The same object is filled again for the next. */
export interface CountedPacket {
  source: number; // row of the address table
  destination: number;
  sourcePort: number; // 0 where the layer has no ports
  destinationPort: number;
  bytes: number; // of the whole frame, as on the wire
  seconds: number; // since the capture's first packet
  nanoseconds: number; // 0 .. 999,999,999
}

export class ConversationCounter {
  length = 0;
  private columns: ConversationColumns = newConversationColumns(64);
  private readonly pairs = new EndpointPairs();
  /** Row of each connection that has one. */
  private readonly rowOf: number[] = [];

  /** Counts a packet in, whose conversation is all that goes on between its endpoints. */
  add(packet: Readonly<CountedPacket>): void {
    // Pairs are numbered as they come, and so are conversations.
    const row = this.pairs.row(packet.source, packet.sourcePort, packet.destination, packet.destinationPort);
    if (row === this.length) this.open(packet, -1);
    this.count(row, packet);
  }

  /** Counts a packet in whose conversation is a connection: the next one on the same ports is another (Wireshark's rule). */
  addTo(connection: number, packet: Readonly<CountedPacket>): void {
    const row = this.rowOf[connection] ?? this.open(packet, connection);
    this.rowOf[connection] = row;
    this.count(row, packet);
  }

  /** A copy of what was counted so far. */
  snapshot(): ConversationTable {
    return { length: this.length, columns: copied(this.columns, this.length) };
  }

  private open(packet: Readonly<CountedPacket>, connection: number): number {
    const row = this.length++;
    if (this.length > this.columns.addressA.length) this.columns = grown(this.columns, this.length);
    const { columns } = this;
    columns.addressA[row] = packet.source;
    columns.addressB[row] = packet.destination;
    columns.portA[row] = packet.sourcePort;
    columns.portB[row] = packet.destinationPort;
    columns.connection[row] = connection;
    columns.startSeconds[row] = packet.seconds;
    columns.startNanoseconds[row] = packet.nanoseconds;
    columns.endSeconds[row] = packet.seconds;
    columns.endNanoseconds[row] = packet.nanoseconds;
    return row;
  }

  private count(row: number, packet: Readonly<CountedPacket>): void {
    const { columns } = this;
    const out = packet.source === columns.addressA[row] && packet.sourcePort === columns.portA[row];
    (out ? columns.packetsOut : columns.packetsIn)[row]! += 1;
    (out ? columns.bytesOut : columns.bytesIn)[row]! += packet.bytes;
    this.stretch(row, packet);
  }

  /** Clocks run back at times: the earliest packet need not be the first. */
  private stretch(row: number, { seconds, nanoseconds }: Readonly<CountedPacket>): void {
    const { startSeconds, startNanoseconds, endSeconds, endNanoseconds } = this.columns;
    if (isBefore(endSeconds[row]!, endNanoseconds[row]!, seconds, nanoseconds)) {
      endSeconds[row] = seconds;
      endNanoseconds[row] = nanoseconds;
    } else if (isBefore(seconds, nanoseconds, startSeconds[row]!, startNanoseconds[row]!)) {
      startSeconds[row] = seconds;
      startNanoseconds[row] = nanoseconds;
    }
  }
}

function isBefore(seconds: number, nanoseconds: number, otherSeconds: number, otherNanoseconds: number): boolean {
  return seconds < otherSeconds || (seconds === otherSeconds && nanoseconds < otherNanoseconds);
}

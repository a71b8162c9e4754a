/**
 * Which connection a segment belongs to, and what its header adds to what is known of that connection: roles, first
 * sequence numbers, window scales, what was seen. Numbered as Wireshark numbers `tcp.stream`.
 *
 * Works on numbers that the decoder read; knows no bytes. Verdicts about segments are not made here.
 */
import { seqAdd } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { copied, grown } from "../table/columns.ts";
import {
  type ConnectionColumns,
  type ConnectionTable,
  FIN_BY_CLIENT,
  FIN_BY_SERVER,
  newConnectionColumns,
  SAW_ACK,
  SAW_DATA,
  SAW_FIN,
  SAW_RST,
  SAW_SYN,
  SAW_SYN_ACK,
  SHIFT_UNKNOWN,
  SHIFT_UNUSED,
} from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { EndpointPairs } from "./endpoint-pairs.ts";

/** One TCP header, as the decoder read it. The decoder fills the same object again for the next. */
export interface Segment {
  row: number; // of the packet table
  time: number; // ns since the capture's first packet
  source: number; // row of the address table
  destination: number;
  sourcePort: number;
  destinationPort: number;
  seq: number;
  ack: number;
  flags: number;
  length: number; // payload bytes
  wireLength: number; // of the whole frame
  windowShift: number; // the window scale option's count; -1 without the option
}

const UNKNOWN = -1;

export class ConnectionTracker {
  length = 0;
  /** Of the segment told last: CLIENT_TO_SERVER or SERVER_TO_CLIENT. */
  direction: typeof CLIENT_TO_SERVER | typeof SERVER_TO_CLIENT = CLIENT_TO_SERVER;
  columns: ConnectionColumns = newConnectionColumns(256);
  private readonly pairs = new EndpointPairs();

  /** Counts a segment in; returns its connection's row, and leaves its direction in `direction`. */
  add(segment: Segment): number {
    const connection = this.find(segment);
    const { columns } = this;
    if (columns.firstRow[connection] === -1) {
      columns.firstRow[connection] = segment.row;
      columns.firstTime[connection] = segment.time;
    }
    this.count(connection, segment);
    this.learnBases(connection, segment);
    if (segment.flags & SYN) this.learnWindowShift(connection, segment);
    columns.lastRow[connection] = segment.row;
    columns.lastTime[connection] = segment.time;
    return connection;
  }

  /**
   * The connection of a header that an ICMP error quotes: it takes a number when it is new (Wireshark's rule), but the
   * quotation counts for nothing else. A later packet of the same endpoints continues it.
   */
  addQuoted(segment: Segment): number {
    return this.find(segment);
  }

  /** A copy of what is known so far. */
  snapshot(): ConnectionTable {
    return { length: this.length, columns: copied(this.columns, this.length) };
  }

  private find(segment: Segment): number {
    const pair = this.pairs.row(segment.source, segment.sourcePort, segment.destination, segment.destinationPort);
    const known = this.pairs.connection[pair] ?? UNKNOWN;
    if (known !== UNKNOWN) {
      this.direction = this.directionIn(known, segment);
      if (!this.isReuse(known, segment)) return known;
    }
    const made = this.open(segment);
    this.pairs.connection[pair] = made;
    return made;
  }

  private directionIn(connection: number, segment: Segment) {
    const { client, clientPort } = this.columns;
    return segment.source === client[connection] && segment.sourcePort === clientPort[connection]
      ? CLIENT_TO_SERVER
      : SERVER_TO_CLIENT;
  }

  /** A SYN with another number than its direction began with opens a new connection on the old ports. */
  private isReuse(connection: number, segment: Segment): boolean {
    if ((segment.flags & (SYN | ACK)) !== SYN) return false;
    const base = this.base(this.direction)[connection];
    return base !== UNKNOWN && base !== segment.seq;
  }

  private open(segment: Segment): number {
    const connection = this.length++;
    if (this.length > this.columns.client.length) this.columns = grown(this.columns, this.length);
    const { columns } = this;
    const fromClient = isFromClient(segment);
    this.direction = fromClient ? CLIENT_TO_SERVER : SERVER_TO_CLIENT;
    columns.client[connection] = fromClient ? segment.source : segment.destination;
    columns.server[connection] = fromClient ? segment.destination : segment.source;
    columns.clientPort[connection] = fromClient ? segment.sourcePort : segment.destinationPort;
    columns.serverPort[connection] = fromClient ? segment.destinationPort : segment.sourcePort;
    columns.rolesSeen[connection] = segment.flags & SYN ? 1 : 0;
    columns.firstRow[connection] = -1;
    columns.lastRow[connection] = -1;
    columns.seqBaseOut[connection] = UNKNOWN;
    columns.seqBaseIn[connection] = UNKNOWN;
    columns.windowShiftOut[connection] = SHIFT_UNKNOWN;
    columns.windowShiftIn[connection] = SHIFT_UNKNOWN;
    return connection;
  }

  private base(direction: number) {
    return direction === CLIENT_TO_SERVER ? this.columns.seqBaseOut : this.columns.seqBaseIn;
  }

  /**
   * A direction counts from its SYN, or so that the first segment seen shows 1; where only the other side was heard,
   * its acknowledgment tells (Wireshark's rule). A SYN, ACK with a new number moves the base.
   */
  private learnBases(connection: number, { seq, ack, flags }: Segment): void {
    const own = this.base(this.direction);
    if (own[connection] === UNKNOWN || (flags & (SYN | ACK)) === (SYN | ACK)) {
      own[connection] = flags & SYN ? seq : seqAdd(seq, -1);
    }
    const other = this.base(1 - this.direction);
    if (other[connection] === UNKNOWN && flags & ACK) other[connection] = seqAdd(ack, -1);
  }

  /** Scaling holds only when both SYNs carry the option (RFC 7323 §1.3). */
  private learnWindowShift(connection: number, { flags, windowShift }: Segment): void {
    const { windowShiftOut, windowShiftIn } = this.columns;
    const own = this.direction === CLIENT_TO_SERVER ? windowShiftOut : windowShiftIn;
    if (windowShift < 0) {
      windowShiftOut[connection] = SHIFT_UNUSED;
      windowShiftIn[connection] = SHIFT_UNUSED;
    } else if (own[connection] !== SHIFT_UNUSED || !(flags & ACK)) {
      own[connection] = windowShift;
    }
  }

  private count(connection: number, { flags, length, wireLength, row }: Segment): void {
    const { columns } = this;
    const out = this.direction === CLIENT_TO_SERVER;
    (out ? columns.packetsOut : columns.packetsIn)[connection]! += 1;
    (out ? columns.bytesOut : columns.bytesIn)[connection]! += wireLength;
    (out ? columns.payloadOut : columns.payloadIn)[connection]! += length;
    columns.completeness[connection]! |= seen(flags, length, columns.firstRow[connection] === row);
    if (flags & FIN) columns.finBy[connection]! |= out ? FIN_BY_CLIENT : FIN_BY_SERVER;
  }
}

/** Who a first segment comes from: the SYN tells; else the lower port is taken for the server's, as by custom. */
function isFromClient({ flags, sourcePort, destinationPort }: Segment): boolean {
  if (flags & SYN) return !(flags & ACK);
  return sourcePort >= destinationPort;
}

/** What a segment adds to the completeness; a connection's first segment counts only when it is a SYN. */
function seen(flags: number, length: number, isFirst: boolean): number {
  const data = length > 0 ? SAW_DATA : 0;
  if (isFirst) return (flags & (SYN | ACK)) === SYN ? SAW_SYN | data : 0;
  if (flags & RST) return SAW_RST;
  if ((flags & (SYN | ACK)) === (SYN | ACK)) return SAW_SYN_ACK;
  if (flags & SYN || !(flags & ACK)) return 0;
  return (length > 0 ? SAW_DATA : SAW_ACK) | (flags & FIN ? SAW_FIN : 0);
}

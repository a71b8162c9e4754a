/**
 * Which connection a segment belongs to, and what its header adds to what is known of that connection: roles, first
 * sequence numbers, window scales, what was seen. Numbered as Wireshark numbers `tcp.stream`.
 *
 * Works on numbers that the decoder read; knows no bytes. Verdicts about segments are not made here.
 */
import { ACK, FIN, SYN } from "../protocols/tcp.ts";
import { copied, grown } from "../table/columns.ts";
import {
  type ConnectionColumns,
  type ConnectionTable,
  FIN_BY_CLIENT,
  FIN_BY_SERVER,
  newConnectionColumns,
  SHIFT_UNKNOWN,
} from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { EndpointPairs } from "./endpoint-pairs.ts";
import { isMoved, learnBases, learnEcn, learnWindowShift, seen, UNKNOWN } from "./handshake.ts";
import { type Direction, FIRST, FIRST_AGAIN, FURTHER, type Segment, type Standing } from "./segment.ts";

export class ConnectionTracker {
  length = 0;
  /** Of the segment told last. */
  direction: Direction = CLIENT_TO_SERVER;
  standing: Standing = FURTHER;
  /** The segment told last began a connection on old ports, or is a SYN, ACK with another number than before. */
  reused = false;
  /** The segment told last is a SYN with the number that its direction was known to count from. */
  repeated = false;
  columns: ConnectionColumns = newConnectionColumns(256);
  private readonly pairs = new EndpointPairs();

  /**
   * Counts a segment in; returns its connection's row, and leaves its direction in `direction`. A quoted one opens a
   * connection as any other does and adds to its completeness (Wireshark's rules), but is no packet of it.
   */
  add(segment: Segment): number {
    const connection = this.find(segment);
    const { columns, direction, standing } = this;
    if (standing !== FURTHER) columns.firstTime[connection] = segment.time;
    columns.completeness[connection]! |= seen(segment, standing);
    const isSyn = (segment.flags & SYN) !== 0;
    this.repeated = isSyn && standing === FURTHER && this.repeatsSyn(connection, segment);
    this.reused = standing === FIRST_AGAIN || (isSyn && isMoved(columns, connection, direction, segment));
    learnBases(columns, connection, direction, segment);
    // Of other segments these learn nothing: they are the many.
    if (isSyn || segment.windowShift >= 0) learnWindowShift(columns, connection, direction, segment);
    if (isSyn) learnEcn(columns, connection, segment);
    if (!segment.quoted) this.count(connection, segment);
    return connection;
  }

  /** A copy of what is known so far. */
  snapshot(): ConnectionTable {
    return { length: this.length, columns: copied(this.columns, this.length) };
  }

  private find(segment: Segment): number {
    const pair = this.pairs.row(segment.source, segment.sourcePort, segment.destination, segment.destinationPort);
    const known = this.pairs.connection(pair);
    this.standing = FURTHER;
    if (known !== UNKNOWN) {
      this.direction = this.directionIn(known, segment);
      if (!this.isReuse(known, segment)) return known;
    }
    this.standing = known === UNKNOWN ? FIRST : FIRST_AGAIN;
    const made = this.open(segment);
    this.pairs.connect(pair, made);
    return made;
  }

  private directionIn(connection: number, segment: Segment): Direction {
    const { client, clientPort } = this.columns;
    return segment.source === client[connection] && segment.sourcePort === clientPort[connection]
      ? CLIENT_TO_SERVER
      : SERVER_TO_CLIENT;
  }

  /** A SYN with another number than its direction began with opens a new connection on the old ports. */
  private isReuse(connection: number, segment: Segment): boolean {
    if ((segment.flags & (SYN | ACK)) !== SYN) return false;
    const { seqBaseOut, seqBaseIn } = this.columns;
    const base = (this.direction === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn)[connection];
    return base !== UNKNOWN && base !== segment.seq;
  }

  private repeatsSyn(connection: number, { flags, seq }: Segment): boolean {
    if ((flags & (SYN | ACK)) !== SYN) return false;
    const { seqBaseOut, seqBaseIn } = this.columns;
    return (this.direction === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn)[connection] === seq;
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
    columns.synRow[connection] = -1;
    columns.roundTripRow[connection] = -1;
    columns.firstRow[connection] = -1;
    columns.lastRow[connection] = -1;
    columns.seqBaseOut[connection] = UNKNOWN;
    columns.seqBaseIn[connection] = UNKNOWN;
    columns.windowShiftOut[connection] = SHIFT_UNKNOWN;
    columns.windowShiftIn[connection] = SHIFT_UNKNOWN;
    return connection;
  }

  private count(connection: number, { flags, length, wireLength, row, time }: Segment): void {
    const { columns } = this;
    const out = this.direction === CLIENT_TO_SERVER;
    if (columns.firstRow[connection] === -1) columns.firstRow[connection] = row;
    columns.lastRow[connection] = row;
    columns.lastTime[connection] = time;
    (out ? columns.packetsOut : columns.packetsIn)[connection]! += 1;
    (out ? columns.bytesOut : columns.bytesIn)[connection]! += wireLength;
    (out ? columns.payloadOut : columns.payloadIn)[connection]! += Math.max(length, 0);
    if (flags & FIN) columns.finBy[connection]! |= out ? FIN_BY_CLIENT : FIN_BY_SERVER;
  }
}

/** Who a first segment comes from: the SYN tells; else the lower port is taken for the server's, as by custom. */
function isFromClient({ flags, sourcePort, destinationPort }: Segment): boolean {
  if (flags & SYN) return !(flags & ACK);
  return sourcePort >= destinationPort;
}

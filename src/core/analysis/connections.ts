/**
 * Which connection a segment belongs to, and what its header adds to what is known of that connection: roles, first
 * sequence numbers, window scales, what was seen. Numbered as Wireshark numbers `tcp.stream`.
 *
 * Works on numbers that the decoder read; knows no bytes. Verdicts about segments are not made here.
 */
import { ACK, FIN, SYN } from "../protocols/tcp.ts";
import { BLOCK_MASK, BLOCK_ROWS, BLOCK_SHIFT, joined } from "../table/columns.ts";
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
import { isMoved, knowsBases, learnBases, learnEcn, learnWindowShift, seen, UNKNOWN } from "./handshake.ts";
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
  /** Where its connection is written: columns, and the place in them. */
  columns: ConnectionColumns = newConnectionColumns(BLOCK_ROWS);
  place = 0;
  private readonly blocks: ConnectionColumns[] = [this.columns];
  /** The block that `columns` are. */
  private block = 0;
  private readonly pairs = new EndpointPairs();

  /**
   * Counts a segment in; returns its connection's row, and leaves its direction in `direction`. A quoted one opens a
   * connection as any other does and adds to its completeness (Wireshark's rules), but is no packet of it.
   */
  add(segment: Segment): number {
    const connection = this.find(segment);
    const { columns, place, direction, standing } = this;
    if (standing !== FURTHER) columns.firstTime[place] = segment.time;
    columns.completeness[place]! |= seen(segment, standing);
    const isSyn = (segment.flags & SYN) !== 0;
    this.repeated = isSyn && standing === FURTHER && this.repeatsSyn(segment);
    this.reused = standing === FIRST_AGAIN || (isSyn && isMoved(columns, place, direction, segment));
    if (isSyn || !knowsBases(columns, place)) learnBases(columns, place, direction, segment);
    // Of other segments these learn nothing: they are the many.
    if (isSyn || segment.windowShift >= 0) learnWindowShift(columns, place, direction, segment);
    if (isSyn) learnEcn(columns, place, segment);
    if (!segment.quoted) this.count(segment);
    return connection;
  }

  /** A copy of what is known so far. */
  snapshot(): ConnectionTable {
    return { length: this.length, columns: joined(this.blocks, this.length, newConnectionColumns) };
  }

  private find(segment: Segment): number {
    const pair = this.pairs.row(segment.source, segment.sourcePort, segment.destination, segment.destinationPort);
    const known = this.pairs.connection(pair);
    this.standing = FURTHER;
    if (known !== UNKNOWN) {
      this.turnTo(known);
      this.direction = this.directionOf(segment);
      if (!this.isReuse(segment)) return known;
    }
    this.standing = known === UNKNOWN ? FIRST : FIRST_AGAIN;
    const made = this.open(segment);
    this.pairs.connect(pair, made);
    return made;
  }

  private turnTo(connection: number): void {
    const block = connection >>> BLOCK_SHIFT;
    if (block !== this.block) {
      this.block = block;
      this.columns = this.blocks[block]!; // every connection has been opened
    }
    this.place = connection & BLOCK_MASK;
  }

  private directionOf(segment: Segment): Direction {
    const { place } = this;
    const { client, clientPort } = this.columns;
    return segment.source === client[place] && segment.sourcePort === clientPort[place]
      ? CLIENT_TO_SERVER
      : SERVER_TO_CLIENT;
  }

  /** A SYN with another number than its direction began with opens a new connection on the old ports. */
  private isReuse({ flags, seq }: Segment): boolean {
    if ((flags & (SYN | ACK)) !== SYN) return false;
    const base = this.base();
    return base !== UNKNOWN && base !== seq;
  }

  private repeatsSyn({ flags, seq }: Segment): boolean {
    return (flags & (SYN | ACK)) === SYN && this.base() === seq;
  }

  /** What the direction at hand counts from; UNKNOWN before its first segment. */
  private base(): number {
    const { seqBaseOut, seqBaseIn } = this.columns;
    return (this.direction === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn)[this.place]!;
  }

  private open(segment: Segment): number {
    const connection = this.length++;
    this.blocks[connection >>> BLOCK_SHIFT] ??= newConnectionColumns(BLOCK_ROWS);
    this.turnTo(connection);
    const { columns, place } = this;
    const fromClient = isFromClient(segment);
    this.direction = fromClient ? CLIENT_TO_SERVER : SERVER_TO_CLIENT;
    columns.client[place] = fromClient ? segment.source : segment.destination;
    columns.server[place] = fromClient ? segment.destination : segment.source;
    columns.clientPort[place] = fromClient ? segment.sourcePort : segment.destinationPort;
    columns.serverPort[place] = fromClient ? segment.destinationPort : segment.sourcePort;
    columns.rolesSeen[place] = segment.flags & SYN ? 1 : 0;
    columns.synRow[place] = -1;
    columns.roundTripRow[place] = -1;
    columns.firstRow[place] = -1;
    columns.lastRow[place] = -1;
    columns.seqBaseOut[place] = UNKNOWN;
    columns.seqBaseIn[place] = UNKNOWN;
    columns.windowShiftOut[place] = SHIFT_UNKNOWN;
    columns.windowShiftIn[place] = SHIFT_UNKNOWN;
    return connection;
  }

  private count({ flags, length, wireLength, row, time }: Segment): void {
    const { columns, place } = this;
    const out = this.direction === CLIENT_TO_SERVER;
    if (columns.firstRow[place] === -1) columns.firstRow[place] = row;
    columns.lastRow[place] = row;
    columns.lastTime[place] = time;
    (out ? columns.packetsOut : columns.packetsIn)[place]! += 1;
    (out ? columns.bytesOut : columns.bytesIn)[place]! += wireLength;
    (out ? columns.payloadOut : columns.payloadIn)[place]! += Math.max(length, 0);
    if (flags & FIN) columns.finBy[place]! |= out ? FIN_BY_CLIENT : FIN_BY_SERVER;
  }
}

/** Who a first segment comes from: the SYN tells; else the lower port is taken for the server's, as by custom. */
function isFromClient({ flags, sourcePort, destinationPort }: Segment): boolean {
  if (flags & SYN) return !(flags & ACK);
  return sourcePort >= destinationPort;
}

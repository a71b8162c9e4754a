/**
 * What the numbers of one connection's packets are explained by, made once for the connection: its segments, who sent
 * which number first, what counts as 0, by how much windows are shifted. Explaining a packet then takes look-ups.
 */

import { type ConnectionSegments, endOfSegment } from "../analysis/connection-segments.ts";
import type { Direction } from "../analysis/segment.ts";
import { ACK, FIN, isSynAck, RST, SYN } from "../protocols/tcp.ts";
import { type ConnectionTable, countsEcn } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER, cell, type PacketTable, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import type { Operand } from "./reason.ts";
import { NONE, SentOrder } from "./sent-order.ts";

/** What is known of one side, the one that sends in a direction. */
export interface SideNumbers {
  readonly sent: SentOrder;
  /** Raw number that counts as 0; -1 while unknown. */
  readonly base: number;
  /** Bits that its windows are shifted by; SHIFT_* of the connection table. */
  readonly shift: number;
  /** Place of its SYN, of several the first with the number that counts as 0; NONE when none was captured. */
  readonly syn: number;
}

export interface ConnectionNumbers {
  readonly packets: PacketTable;
  readonly segments: ConnectionSegments;
  readonly client: SideNumbers;
  readonly server: SideNumbers;
  /** Whether AE, CWR and ECE are one number in its packets. */
  readonly countsEcn: boolean;
}

/** Prepares a connection by its row and its segments. Two walks; 12 bytes for each segment with data. */
export function connectionNumbers(
  packets: PacketTable,
  { columns }: ConnectionTable,
  connection: number,
  segments: ConnectionSegments,
): ConnectionNumbers {
  const counts = [0, 0];
  for (let i = 0; i < segments.length; i++) if (isTakingUp(packets, segments, i)) counts[segments.direction[i]!]!++;
  const orders = counts.map((count) => new SentOrder(segments, count + 1));
  const syns = [NONE, NONE];
  const bases = [columns.seqBaseOut[connection]!, columns.seqBaseIn[connection]!];
  for (let i = 0; i < segments.length; i++) {
    const side = segments.direction[i]!;
    const order = orders[side]!;
    if (isTakingUp(packets, segments, i) || (order.isEmpty && isBeginning(packets, segments, i))) order.add(i);
    if (segments.flags[i]! & SYN && (syns[side] === NONE || segments.seq[syns[side]!] !== bases[side])) syns[side] = i;
  }
  const side = (of: Direction, bases: Float64Array, shifts: Int8Array): SideNumbers => ({
    sent: orders[of]!, // one for each side
    base: bases[connection]!,
    shift: shifts[connection]!,
    syn: syns[of]!,
  });
  const client = side(CLIENT_TO_SERVER, columns.seqBaseOut, columns.windowShiftOut);
  const server = side(SERVER_TO_CLIENT, columns.seqBaseIn, columns.windowShiftIn);
  return { packets, segments, client, server, countsEcn: countsEcn(columns.accurateEcn[connection]!) };
}

/** Of a header that claims more than there is nobody knows what it takes up. */
const isTakingUp = (packets: PacketTable, { payload, flags, rows }: ConnectionSegments, i: number) =>
  payload[i]! > 0 || ((flags[i]! & (SYN | FIN)) !== 0 && cell(packets, "payloadLength", rows[i]!) >= 0);

/**
 * Whether a side's order may begin with a segment: where the capture begins later than the connection, the first ACK
 * without data says where the side has got to. A reset has a number of its own.
 */
const isBeginning = (packets: PacketTable, { flags, rows }: ConnectionSegments, i: number) =>
  (flags[i]! & (ACK | RST)) === ACK && cell(packets, "payloadLength", rows[i]!) >= 0;

/** A packet to explain, by its place in its connection. */
export class ExplainedPacket {
  readonly numbers: ConnectionNumbers;
  readonly place: number;
  readonly isRaw: boolean;
  /** The side that sent it, and the other. */
  readonly own: SideNumbers;
  readonly other: SideNumbers;

  /** `isRaw`: whether sequence numbers shall be told raw, and not relative. */
  constructor(numbers: ConnectionNumbers, place: number, isRaw = false) {
    const isOut = numbers.segments.direction[place] === CLIENT_TO_SERVER;
    this.numbers = numbers;
    this.place = place;
    this.isRaw = isRaw;
    const own = isOut ? numbers.client : numbers.server;
    const seq = numbers.segments.seq[place]!;
    // Another SYN, ACK may move what counts as 0 afterwards: in this one it is its own number.
    const isMoved = own.base >= 0 && own.base !== seq && isSynAck(numbers.segments.flags[place]!);
    this.own = isMoved ? { ...own, base: seq, syn: place } : own;
    this.other = isOut ? numbers.server : numbers.client;
  }

  get segments(): ConnectionSegments {
    return this.numbers.segments;
  }

  get flags(): number {
    return this.segments.flags[this.place]!;
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** Whether its header is sound, so that its length counts. */
  get isWhole(): boolean {
    return cell(this.numbers.packets, "payloadLength", this.segments.rows[this.place]!) >= 0;
  }

  /** A raw number of a side as it is told. */
  told({ base }: SideNumbers, raw: number): number {
    return this.isRaw || base < 0 ? raw : (raw - base) >>> 0;
  }

  /** A number of the packet in a place, with where it stands. */
  operand(place: number, what: string, value: number): Operand {
    return { value, packet: this.frameAt(place), what };
  }

  /** The number of the packet in a place, from 1; 0 for no place. */
  frameAt(place: number): number {
    return place === NONE ? 0 : this.segments.rows[place]! + 1;
  }

  /** Where a segment of a side begins and what it takes up, as operands of what follows it. */
  through(side: SideNumbers, place: number): readonly Operand[] {
    const { seq, payload, flags } = this.segments;
    const operands = [this.operand(place, "seq", this.told(side, seq[place]!))];
    if (flags[place]! & SYN) operands.push(this.operand(place, "syn", 1));
    if (payload[place]! > 0) operands.push(this.operand(place, "payload", payload[place]!));
    if (flags[place]! & FIN) operands.push(this.operand(place, "fin", 1));
    return operands;
  }

  /** The number behind a segment of a side, as it is told. */
  endAt(side: SideNumbers, place: number): number {
    return this.told(side, endOfSegment(this.segments, place));
  }

  /** The place of the sender's packet with ACK before this one; NONE without one. */
  acknowledgedBefore(): number {
    const { direction, flags } = this.segments;
    for (let at = this.place - 1; at >= 0; at--) {
      if (direction[at] === direction[this.place] && flags[at]! & ACK) return at;
    }
    return NONE;
  }
}

/** What a segment takes up, as kinds of reasons name it; an ACK alone takes up nothing. */
export type Ending = "Syn" | "SynAndData" | "Data" | "DataAndFin" | "Fin" | "Ack";

/** What the segment in a place takes up; of a SYN with FIN, which nobody sends, the SYN counts. */
export function endingAt({ flags, payload }: ConnectionSegments, place: number): Ending {
  const hasData = payload[place]! > 0;
  if (flags[place]! & SYN) return hasData ? "SynAndData" : "Syn";
  if (flags[place]! & FIN) return hasData ? "DataAndFin" : "Fin";
  return hasData ? "Data" : "Ack";
}

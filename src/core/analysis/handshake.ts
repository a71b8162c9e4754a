/**
 * What single segments tell of their connection as a whole: the numbers that sequence numbers count from, window
 * scaling, Accurate ECN, and how much of the connection was seen. Wireshark's rules, applied to columns in place.
 */
import { seqAdd } from "../base/seq32.ts";
import { ACK, AE, CWR, ECE, FIN, isSynAck, RST, SYN } from "../protocols/tcp.ts";
import {
  type ConnectionColumns,
  ECN_ANSWERED,
  ECN_BY_OPTION,
  ECN_OFFERED,
  SAW_ACK,
  SAW_DATA,
  SAW_FIN,
  SAW_RST,
  SAW_SYN,
  SAW_SYN_ACK,
  SHIFT_UNKNOWN,
  SHIFT_UNUSED,
} from "../table/connection-table.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import { type Direction, FIRST, FIRST_AGAIN, FURTHER, type Segment, type Standing } from "./segment.ts";

/** A sequence number's base that no segment told of yet. */
export const UNKNOWN = -1;

const ALL_ECN = AE | CWR | ECE;
/** What a server may answer with that takes up the offer of Accurate ECN (RFC 9768 §3.1.1, table 2). */
const ECN_ANSWERS: readonly number[] = [CWR, CWR | ECE, AE, AE | CWR];

/** Whether a SYN, ACK with these flags takes up an offer of Accurate ECN. */
export const takesUpAccurateEcn = (flags: number): boolean => ECN_ANSWERS.includes(flags & ALL_ECN);

/**
 * Takes in what the flags of a SYN say of Accurate ECN. The last SYN and the last SYN, ACK count, whoever sent them
 * (Wireshark's rule).
 */
export function learnEcn({ accurateEcn }: ConnectionColumns, connection: number, { flags }: Readonly<Segment>): void {
  if (!(flags & SYN)) return;
  const bit = flags & ACK ? ECN_ANSWERED : ECN_OFFERED;
  const holds = flags & ACK ? takesUpAccurateEcn(flags) : (flags & ALL_ECN) === ALL_ECN;
  if (holds) accurateEcn[connection]! |= bit;
  else accurateEcn[connection]! &= ~bit;
}

/**
 * Takes in that a segment has an option of Accurate ECN. To be told when the segment was: it counts from the next one on
 * (Wireshark's rule).
 */
export function learnEcnOption({ accurateEcn }: ConnectionColumns, connection: number): void {
  accurateEcn[connection]! |= ECN_BY_OPTION;
}

/**
 * Takes in what a segment says of the handshake's round-trip time: from the latest SYN before it to the first segment
 * with ACK that is no SYN, whoever sent it; from a SYN without time none can be told. Quotations and headers that are
 * longer than their packet have their part in it, bogus ones have none (Wireshark's rules).
 */
export function learnRoundTrip(
  { synTime, synRow, roundTripRow, initialRtt }: ConnectionColumns,
  connection: number,
  { flags, time, timed, row, bogus }: Readonly<Segment>,
): void {
  if (bogus || initialRtt[connection] !== 0) return;
  if ((flags & (SYN | ACK)) === SYN) {
    synTime[connection] = time;
    synRow[connection] = timed ? row : -1;
  }
  if ((flags & (SYN | ACK)) !== ACK || synRow[connection] === -1) return;
  initialRtt[connection] = time - synTime[connection]!;
  roundTripRow[connection] = row;
}

/** Whether a SYN, ACK has another number than its direction counts from. */
export function isMoved(
  { seqBaseOut, seqBaseIn }: ConnectionColumns,
  connection: number,
  direction: Direction,
  { seq, flags }: Readonly<Segment>,
): boolean {
  if (!isSynAck(flags)) return false;
  const base = (direction === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn)[connection];
  return base !== UNKNOWN && base !== seq;
}

/** Whether both directions' numbers that count as 0 are known: only a SYN changes them then. */
export const knowsBases = ({ seqBaseOut, seqBaseIn }: ConnectionColumns, connection: number): boolean =>
  seqBaseOut[connection]! >= 0 && seqBaseIn[connection]! >= 0;

/**
 * Takes in what a segment says of the numbers that count as 0. A direction counts from its SYN, or so that the first
 * segment seen shows 1; where only the other side was heard, its acknowledgment tells. A SYN, ACK with a new number
 * moves the base. A quotation, whose length nobody knows, only moves one.
 */
export function learnBases(
  { seqBaseOut, seqBaseIn }: ConnectionColumns,
  connection: number,
  direction: Direction,
  { seq, ack, flags, length }: Readonly<Segment>,
): void {
  const out = direction === CLIENT_TO_SERVER;
  const own = out ? seqBaseOut : seqBaseIn;
  const other = out ? seqBaseIn : seqBaseOut;
  const known = own[connection] !== UNKNOWN;
  if (known && isSynAck(flags)) own[connection] = seq;
  if (length < 0) return;
  if (!known) own[connection] = flags & SYN ? seq : seqAdd(seq, -1);
  if (other[connection] === UNKNOWN && flags & ACK) other[connection] = seqAdd(ack, -1);
}

/**
 * Takes in a segment's window scale option, or that a SYN has none. The option sets its direction's scale wherever it
 * stands. Scaling holds only when both SYNs carry it (RFC 7323 §1.3): the first SYN without it turns scaling off for
 * both, and a SYN, ACK cannot turn it on again by itself.
 */
export function learnWindowShift(
  { windowShiftOut, windowShiftIn }: ConnectionColumns,
  connection: number,
  direction: Direction,
  { flags, windowShift, whole }: Readonly<Segment>,
): void {
  const out = direction === CLIENT_TO_SERVER;
  const own = out ? windowShiftOut : windowShiftIn;
  const other = out ? windowShiftIn : windowShiftOut;
  if (windowShift >= 0) own[connection] = windowShift;
  if (!(flags & SYN) || !whole) return; // of options that break off nobody knows what they lack
  const refused = (flags & ACK) !== 0 && other[connection] === SHIFT_UNUSED;
  if (own[connection] !== SHIFT_UNKNOWN && !refused) return;
  windowShiftOut[connection] = SHIFT_UNUSED;
  windowShiftIn[connection] = SHIFT_UNUSED;
}

/**
 * SAW_* bits that a segment adds to its connection's completeness; a SYN's only when it is the first, and its data only
 * when there was no connection on the same endpoints before. Of a bogus one nothing counts, but that it began anew.
 */
export function seen({ flags, length, bogus }: Readonly<Segment>, standing: Standing): number {
  if (bogus) return standing === FIRST_AGAIN ? SAW_SYN : 0;
  let bits = 0;
  if ((flags & (SYN | ACK)) === SYN && standing !== FURTHER) {
    bits |= SAW_SYN | (length > 0 && standing === FIRST ? SAW_DATA : 0);
  }
  if (isSynAck(flags)) bits |= SAW_SYN_ACK;
  if ((flags & (SYN | ACK)) === ACK) bits |= length > 0 ? SAW_DATA : SAW_ACK;
  if ((flags & (FIN | ACK)) === (FIN | ACK)) bits |= SAW_FIN;
  if (flags & RST) bits |= SAW_RST;
  return bits;
}

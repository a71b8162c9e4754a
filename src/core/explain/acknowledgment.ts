/**
 * Why a segment has its acknowledgment number: the last byte, SYN or FIN of the other side that it covers (RFC 9293
 * §3.4), what it covers more than the one before, and what the capture does not have of it.
 */
import { seqDelta } from "../base/seq32.ts";
import { ACK, SYN } from "../protocols/tcp.ts";
import { type ExplainedPacket, endingAt } from "./connection-numbers.ts";
import { type Operand, type Reason, reason } from "./reason.ts";
import { NONE } from "./sent-order.ts";

/** The acknowledgment number; then what is new in it, and the raw number where a relative one is told. */
export function acknowledgmentReasons(p: ExplainedPacket): readonly Reason[] {
  if (!p.isWhole) return [];
  const { segments, place, other } = p;
  const raw = segments.ack[place]!;
  if (!p.has(ACK)) return [reason("ack", "ackUnused", raw)];
  const why = acknowledgmentReason(p, raw);
  const reasons = [why, ...comparedReasons(p, raw, why.value)];
  if (p.isRaw || other.base < 0) return reasons;
  return [...reasons, rawReason(p, raw, why.value)];
}

function acknowledgmentReason(p: ExplainedPacket, raw: number): Reason {
  const { other, place, segments } = p;
  const { sent } = other;
  const value = p.told(other, raw);
  const count = sent.countBefore(place);
  if (count === 0) return reason("ack", "ackOfNothingSeen", value, [], true);
  const last = sent.lastUpTo(count, raw);
  if (last === NONE) return beforeFirst(p, count, raw, value);
  const covered = sent.placeAt(last);
  if (sent.distance(last, raw, count) === 0) {
    return reason("ack", `ackOf${endingAt(segments, covered)}`, value, p.through(other, covered));
  }
  const holder = sent.placeAt(sent.holder(count, raw));
  if (holder !== NONE) return within(p, holder, raw, value);
  const unseen = { value: sent.distance(last, raw, count), packet: 0, what: "unseen" };
  const captured = p.operand(covered, "captured", p.endAt(other, covered));
  return reason("ack", "ackOfUnseen", value, [captured, unseen], true);
}

/** All that was captured of the other side lies behind it, or it ends within the first segment. */
function beforeFirst(p: ExplainedPacket, count: number, raw: number, value: number): Reason {
  const { other, segments } = p;
  const holder = other.sent.placeAt(other.sent.holder(count, raw));
  if (holder !== NONE && segments.seq[holder] !== raw) return within(p, holder, raw, value);
  const first = other.sent.placeAt(0);
  const begin = p.operand(first, "expected", p.told(other, segments.seq[first]!));
  const back = seqDelta(raw, segments.seq[first]!);
  if (back === 0) return reason("ack", "ackOfExpected", value, [begin]);
  return reason("ack", "ackBeforeFirst", value, [begin, { value: back, packet: 0, what: "back" }], true);
}

function within(p: ExplainedPacket, holder: number, raw: number, value: number): Reason {
  const { other, segments } = p;
  const part = seqDelta(raw, segments.seq[holder]!);
  if (part === 0) return reason("ack", "ackOfHole", value, [p.operand(holder, "expected", value)], true);
  const begin = p.operand(holder, "seq", p.told(other, segments.seq[holder]!));
  // Of a SYN with data the SYN alone.
  if (segments.flags[holder]! & SYN && part === 1) {
    return reason("ack", "ackOfSyn", value, [begin, p.operand(holder, "syn", 1)]);
  }
  return reason("ack", "ackWithin", value, [begin, p.operand(holder, "part", part)]);
}

/** Segments told one by one of those that an acknowledgment covers; of more, the sum. */
const MOST_COVERED = 64;

/** What it says more than the one before. */
function comparedReasons(p: ExplainedPacket, raw: number, value: number): readonly Reason[] {
  const at = p.acknowledgedBefore();
  if (at === NONE) return [];
  const { segments, other } = p;
  const earlier = segments.ack[at]!;
  const before = p.operand(at, "before", p.told(other, earlier));
  const more = seqDelta(raw, earlier);
  if (more === 0) return [reason("ack", "ackStays", value, [before])];
  if (more < 0) return [];
  const covered = coveredBetween(p, earlier, raw);
  if (covered.length < 2) return [];
  const rest = more - covered.reduce((sum, operand) => sum + operand.value, 0);
  const unseen = rest > 0 ? [{ value: rest, packet: 0, what: "unseen" }] : [];
  return [reason("ack", "ackAdvances", value, [before, ...covered, ...unseen], rest > 0)];
}

/** The segments that an acknowledgment is the first to cover, each with what it adds; none where they are too many. */
function coveredBetween(p: ExplainedPacket, earlier: number, raw: number): readonly Operand[] {
  const { sent } = p.other;
  const { seq } = p.segments;
  const count = sent.countBefore(p.place);
  const from = sent.lastUpTo(count, earlier) + 1;
  const to = sent.lastUpTo(count, raw);
  if (to - from >= MOST_COVERED) return [];
  const covered: Operand[] = [];
  let reached = earlier;
  for (let index = from; index <= to; index++) {
    const place = sent.placeAt(index);
    const begin = seqDelta(seq[place]!, reached) > 0 ? seq[place]! : reached;
    const end = (raw - sent.distance(index, raw, count)) >>> 0;
    reached = end;
    if (end !== begin) covered.push(p.operand(place, "segment", seqDelta(end, begin)));
  }
  return covered;
}

/** The number as it stands in the packet. */
function rawReason(p: ExplainedPacket, raw: number, value: number): Reason {
  const { other, segments, place } = p;
  const isSeen = other.syn !== NONE && segments.seq[other.syn] === other.base;
  const base = p.operand(isSeen ? other.syn : NONE, "initial", other.base);
  return reason("ack", isSeen ? "ackRaw" : "ackRawGuessed", raw, [base, p.operand(place, "relative", value)], !isSeen);
}

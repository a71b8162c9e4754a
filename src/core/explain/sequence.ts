/** Why a segment has its sequence number: what its sender had sent before (RFC 9293 §3.4), and what counts as 0. */
import { KEEP_ALIVE } from "../analysis/findings.ts";
import { seqDelta } from "../base/seq32.ts";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { type ExplainedPacket, endingAt } from "./connection-numbers.ts";
import { type Reason, reason } from "./reason.ts";
import { NONE } from "./sent-order.ts";

/** The sequence number: what it follows; then the raw number, where a relative one is told. */
export function sequenceReasons(p: ExplainedPacket): readonly Reason[] {
  if (!p.isWhole) return [];
  const why = sequenceReason(p);
  return p.isRaw || p.own.base < 0 ? [why] : [why, rawReason(p, why.value)];
}

function sequenceReason(p: ExplainedPacket): Reason {
  const { own, place, segments } = p;
  const seq = segments.seq[place]!;
  const value = p.told(own, seq);
  const count = own.sent.countBefore(place);
  const before = own.sent.lastUpTo(count, seq);
  const isExact = before !== NONE && own.sent.distance(before, seq, count) === 0;
  if (p.has(RST) && !isExact) {
    const reset = resetReason(p, seq, value);
    if (reset) return reset;
  }
  const isKeepAlive = (segments.findings[place]! & KEEP_ALIVE) !== 0;
  if (takesUp(p) && !isKeepAlive) {
    const again = againReason(p, count, seq, value);
    if (again) return again;
  }
  if (p.has(SYN)) return reason("seq", "seqOfSyn", value);
  if (isKeepAlive) return keepAliveReason(p, own.sent.placeAt(count - 1), value);
  if (before === NONE) return firstReason(p, count, seq, value);
  const previous = own.sent.placeAt(before);
  if (isExact) return reason("seq", `seqAfter${endingAt(segments, previous)}`, value, p.through(own, previous));
  return gapReason(p, previous, seq, value);
}

/** A pure ACK sends nothing again, whatever its number. */
const takesUp = (p: ExplainedPacket) => p.segments.payload[p.place]! > 0 || p.has(SYN | FIN);

/** Another segment sent its first byte before. */
function againReason(p: ExplainedPacket, count: number, seq: number, value: number): Reason | null {
  const { own, segments } = p;
  const first = own.sent.placeAt(own.sent.holder(count, seq));
  if (first === NONE) return null;
  const offset = seqDelta(seq, segments.seq[first]!);
  const begin = p.operand(first, "first", p.told(own, segments.seq[first]!));
  const [whole, within] = againKinds(p, first, offset);
  if (offset === 0) return reason("seq", whole, value, [begin]);
  if (segments.flags[first]! & SYN) {
    const syn = p.operand(first, "syn", 1);
    if (offset === 1) return reason("seq", "seqAgainBehindSyn", value, [begin, syn]);
    return reason("seq", within, value, [begin, syn, p.operand(first, "offset", offset - 1)]);
  }
  return reason("seq", within, value, [begin, p.operand(first, "offset", offset)]);
}

/** A repeated SYN or FIN without data brings no byte again. */
function againKinds({ segments, flags, place }: ExplainedPacket, first: number, offset: number) {
  const repeats = flags & segments.flags[first]!;
  if (repeats & SYN) return ["seqAgainSyn", "seqAgainWithin"] as const;
  const isFin = repeats & FIN && segments.payload[place] === 0 && segments.payload[first] === offset;
  return isFin ? (["seqAgainFin", "seqAgainFinWithin"] as const) : (["seqAgain", "seqAgainWithin"] as const);
}

function keepAliveReason(p: ExplainedPacket, last: number, value: number): Reason {
  if (last === NONE) return reason("seq", "seqFirstSeen", value, [], true);
  const next = p.operand(last, "next", p.endAt(p.own, last));
  // What stood behind the last byte sent is one more, where it was captured.
  const back = seqDelta(value, next.value);
  return reason("seq", "seqOfKeepAlive", value, [next, { value: back, packet: 0, what: "oneBefore" }], back !== -1);
}

function gapReason(p: ExplainedPacket, previous: number, seq: number, value: number): Reason {
  const next = p.operand(previous, "next", p.endAt(p.own, previous));
  const missing = {
    value: seqDelta(seq, p.segments.seq[previous]!) - takenUp(p, previous),
    packet: 0,
    what: "missing",
  };
  return reason("seq", "seqAfterGap", value, [next, missing], true);
}

const takenUp = ({ segments }: ExplainedPacket, place: number) =>
  segments.payload[place]! + (segments.flags[place]! & SYN ? 1 : 0) + (segments.flags[place]! & FIN ? 1 : 0);

/** Nothing that ends before it was captured. */
function firstReason(p: ExplainedPacket, count: number, seq: number, value: number): Reason {
  const first = count > 0 ? p.own.sent.placeAt(0) : NONE;
  if (first === NONE) return reason("seq", "seqFirstSeen", value, [], true);
  const begin = p.segments.seq[first]!;
  const operands = [p.operand(first, "first", p.told(p.own, begin))];
  const back = { value: seqDelta(seq, begin), packet: 0, what: "back" };
  return reason("seq", "seqBeforeFirst", value, back.value === 0 ? operands : [...operands, back], back.value !== 0);
}

/** A RST that does not go on from what its sender sent answers a segment (RFC 9293 §3.10.7.1); null when none fits. */
function resetReason(p: ExplainedPacket, seq: number, value: number): Reason | null {
  if (p.has(ACK) && seq === 0) return reason("seq", "seqOfRefusal", value);
  const { segments, place } = p;
  for (let at = place - 1; at >= Math.max(0, place - FARTHEST); at--) {
    if (segments.direction[at] === segments.direction[place] || !(segments.flags[at]! & ACK)) continue;
    if (segments.ack[at] === seq) return reason("seq", "seqOfReset", value, [p.operand(at, "acknowledged", value)]);
  }
  return null;
}

/** Packets that a reset is looked back over for: it answers at once. */
const FARTHEST = 1000;

/** The number as it stands in the packet. */
function rawReason(p: ExplainedPacket, value: number): Reason {
  const { own, segments, place } = p;
  const isSeen = own.syn !== NONE && segments.seq[own.syn] === own.base;
  const base = p.operand(isSeen ? own.syn : NONE, "initial", own.base);
  const relative = p.operand(place, "relative", value);
  return reason("seq", isSeen ? "seqRaw" : "seqRawGuessed", segments.seq[place]!, [base, relative], !isSeen);
}

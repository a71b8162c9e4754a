/** Questions whose answer is one packet or several: what an ACK covers, which one was sent again. */
import { FAST_RETRANSMISSION, RETRANSMISSION, SPURIOUS_RETRANSMISSION } from "../analysis/findings.ts";
import { acknowledgmentReasons } from "../explain/acknowledgment.ts";
import type { ExplainedPacket } from "../explain/connection-numbers.ts";
import type { PacketsQuestion } from "./question.ts";

const SENT_AGAIN = RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION;
/** Packets to choose from, at most. */
const CHOICES = 6;

/** What can be asked of a packet. */
export function* packetQuestions(p: ExplainedPacket): Generator<PacketsQuestion> {
  yield* coversQuestion(p);
  yield* againQuestion(p);
}

/** Which segments an ACK is the first to cover, among the latest of the other side. */
function* coversQuestion(p: ExplainedPacket): Generator<PacketsQuestion> {
  const why = acknowledgmentReasons(p).find(({ kind }) => kind === "ackAdvances");
  if (!why || why.isInferred) return;
  const answer = why.operands.filter(({ what }) => what === "segment").map(({ packet }) => packet - 1);
  const latest = segmentsBefore(p, p.place, (at) => p.segments.direction[at] !== p.segments.direction[p.place]);
  const choices = ascending([...answer, ...latest.slice(0, Math.max(0, CHOICES - answer.length))]);
  if (answer.length <= CHOICES && choices.length > answer.length) {
    yield { topic: "covers", row: p.segments.rows[p.place]!, form: "packets", choices, answer: ascending(answer), why };
  }
}

/** Which segment of a side was sent before; asked at the packet itself, findings hidden. */
function* againQuestion(p: ExplainedPacket): Generator<PacketsQuestion> {
  const { segments, place } = p;
  if ((segments.findings[place]! & SENT_AGAIN) === 0 || segments.payload[place] === 0) return;
  const isOwn = (at: number) => segments.direction[at] === segments.direction[place];
  const others = segmentsBefore(p, place, (at) => isOwn(at) && (segments.findings[at]! & SENT_AGAIN) === 0);
  const row = segments.rows[place]!;
  const choices = ascending([row, ...others.slice(0, CHOICES - 1)]);
  if (choices.length > 2) yield { topic: "again", row, form: "packets", choices, answer: [row], why: null };
}

/** Rows of segments with data before a place, the latest first. */
function segmentsBefore({ segments }: ExplainedPacket, place: number, isWanted: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = place - 1; at >= 0 && found.length < CHOICES; at--) {
    if (segments.payload[at]! > 0 && isWanted(at)) found.push(segments.rows[at]!);
  }
  return found;
}

const ascending = (rows: readonly number[]): number[] => [...new Set(rows)].sort((a, b) => a - b);

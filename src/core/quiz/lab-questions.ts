/**
 * Questions for the numbers that laboratory sheets ask of a whole connection. Each says what is read off the packets; the
 * arithmetic is the student's.
 */
import type { ConversationFacts } from "../facts/conversation-facts.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { LabQuestion } from "./question.ts";

/** Estimates that are asked for: a sheet asks for the first six. */
const MOST_ESTIMATES = 6;
/** Times are in ms, to the microsecond; who rounds to four digits is right. */
const PER_MS = 1e6;
const ROUNDED = 5e-4;
/** A rate that is right to three digits. */
const THREE_DIGITS = 5e-3;

/** What a connection's facts allow to ask, each about the packet with which its answer is complete. */
export function labQuestions(facts: ConversationFacts): readonly LabQuestion[] {
  return [
    ...answerToSyn(facts),
    ...handshake(facts),
    ...estimates(facts),
    ...bytesUntilFin(facts),
    ...sentAgain(facts),
    ...throughput(facts),
  ];
}

function answerToSyn({ answer, summary }: ConversationFacts): readonly LabQuestion[] {
  const { initialSeq } = summary.client;
  if (answer?.kind !== "ackOfSyn" || !initialSeq) return [];
  const slots = { syn: initialSeq.row + 1, raw: initialSeq.raw };
  return [{ ...exactly("ackOfSyn", summary.opening.synAck, slots, answer.value), why: answer }];
}

function handshake({ summary }: ConversationFacts): readonly LabQuestion[] {
  const { syn, ack, times } = summary.opening;
  if (!times || times.total <= 0) return [];
  const slots = { syn: syn + 1, toServer: inMs(times.toServer), toClient: inMs(times.toClient) };
  return [timed("handshake", ack, slots, inMs(times.total))];
}

function estimates({ trips, numbers }: ConversationFacts): readonly LabQuestion[] {
  const { rows } = numbers.segments;
  return trips.first.slice(1, MOST_ESTIMATES).map(({ sent, ack, sample, before, estimated }) => {
    const slots = { sent: rows[sent]! + 1, before: inMs(before), sample: inMs(sample) }; // places of the connection
    return timed("estimate", rows[ack]!, slots, inMs(estimated));
  });
}

/** The bytes of one side, as its FIN's number tells them: the SYN counts one. */
function bytesUntilFin({ summary, numbers }: ConversationFacts): readonly LabQuestion[] {
  const { rows, seq, payload } = numbers.segments;
  return summary.ending.fins.flatMap(({ side, row }) => {
    const isOfClient = side === CLIENT_TO_SERVER;
    const { initialSeq } = isOfClient ? summary.client : summary.server;
    const place = rows.indexOf(row);
    if (!initialSeq || place < 0 || payload[place] !== 0) return [];
    const fin = (seq[place]! - initialSeq.raw) >>> 0;
    return fin > 1 ? [exactly(isOfClient ? "bytesOfClient" : "bytesOfServer", row, { fin }, fin - 1)] : [];
  });
}

function sentAgain({ again, numbers }: ConversationFacts): readonly LabQuestion[] {
  const last = again.at(-1);
  const { rows } = numbers.segments;
  return last ? [exactly("again", rows[last.place]!, { first: rows[0]! + 1 }, again.length)] : [];
}

function throughput({ summary, sender, numbers }: ConversationFacts): readonly LabQuestion[] {
  const { bytes, nanoseconds } = (sender === CLIENT_TO_SERVER ? summary.client : summary.server).throughput;
  if (bytes === 0 || nanoseconds <= 0) return [];
  const slots = { bytes, ms: inMs(nanoseconds) };
  const kilobits = toThousandth((bytes * 8) / (nanoseconds / PER_MS));
  return [
    { ...exactly("throughput", numbers.segments.rows.at(-1)!, slots, kilobits), tolerance: kilobits * THREE_DIGITS },
  ];
}

function exactly(ask: LabQuestion["ask"], row: number, slots: LabQuestion["slots"], answer: number): LabQuestion {
  return { topic: "lab", form: "number", ask, row, slots, answer, tolerance: 0, why: null };
}

const timed = (ask: LabQuestion["ask"], row: number, slots: LabQuestion["slots"], answer: number): LabQuestion => ({
  ...exactly(ask, row, slots, answer),
  tolerance: Math.max(answer * ROUNDED, 1e-3),
});

const inMs = (nanoseconds: number): number => toThousandth(nanoseconds / PER_MS);
const toThousandth = (value: number): number => Math.round(value * 1000) / 1000;

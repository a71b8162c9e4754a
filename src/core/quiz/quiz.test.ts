import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { factsOf } from "../facts/facts-for-tests.ts";
import { ACK, FIN, SYN } from "../protocols/tcp.ts";
import { CLIENT_TO_SERVER, cell, type PacketColumn } from "../table/packet-table.ts";
import { type Answer, check } from "./check.ts";
import { type MadeQuestion, type OwnQuestion, PACKET_TOPICS, TOPICS, type Topic } from "./question.ts";
import { questionsOn, quizOf } from "./quiz.ts";

const CLIENT = 4_294_967_290; // wraps
const SERVER = 1000;
const c = (relative: number) => (CLIENT + relative) % 2 ** 32;
const s = (relative: number) => SERVER + relative;

/** Rows 0 to 14: a handshake, a request, a lost segment sent again, one ACK for several, the close. */
const LADDER = [
  `A>B SYN      seq=${c(0)} ws=7`,
  `B>A SYN,ACK  seq=${s(0)} ack=${c(1)} ws=2`,
  `A>B ACK      seq=${c(1)} ack=${s(1)}`,
  `A>B PSH,ACK  seq=${c(1)} ack=${s(1)} len=725`,
  `B>A ACK      seq=${s(1)} ack=${c(726)}`,
  `B>A ACK      seq=${s(1)} ack=${c(726)} len=100`,
  `B>A ACK      seq=${s(101)} ack=${c(726)} len=200`,
  `B>A ACK      seq=${s(301)} ack=${c(726)} len=300`,
  `A>B ACK      seq=${c(726)} ack=${s(301)}`,
  `0.5 B>A ACK  seq=${s(301)} ack=${c(726)} len=300`,
  `A>B ACK      seq=${c(726)} ack=${s(601)}`,
  `A>B FIN,ACK  seq=${c(726)} ack=${s(601)}`,
  `B>A ACK      seq=${s(601)} ack=${c(727)}`,
  `B>A FIN,ACK  seq=${s(601)} ack=${c(727)}`,
  `A>B ACK      seq=${c(727)} ack=${s(602)}`,
].join("\n");

const { packets } = tablesOf(LADDER);
const facts = factsOf(LADDER);
const quiz = (seed: number, count = 15, topics?: readonly Topic[]) =>
  quizOf(facts, { seed, count, ...(topics && { topics }) });
const of = (column: PacketColumn, row: number) => cell(packets, column, row);
const isOut = (row: number) => of("direction", row) === CLIENT_TO_SERVER;
const relative = (row: number, column: "seq" | "ack") => {
  const base = isOut(row) === (column === "seq") ? CLIENT : SERVER;
  return (of(column, row) - base + 2 ** 32) % 2 ** 32;
};

/** The answer, as the ladder above has it. */
function answerOf(question: MadeQuestion): Answer {
  const { topic, row } = question;
  switch (topic) {
    case "seq":
    case "ack":
      return relative(row, topic);
    case "length":
      return of("payloadLength", row);
    case "window":
      return 1000 * (isOut(row) ? 128 : 4);
    case "covers":
      return row === 8 ? [5, 6] : [];
    case "again":
      return [9];
    case "flags":
      return question.choices.findIndex((choice) => choice.of === "flags" && choice.flags === of("flags", row));
    case "next":
      return question.choices.findIndex(({ ...choice }) => {
        if (choice.of !== "packet") return false;
        const { isFromClient, flags, seq, ack, payload } = choice.packet;
        const next = row + 1;
        const hasAck = (of("flags", next) & ACK) !== 0;
        return (
          isFromClient === isOut(next) &&
          flags === of("flags", next) &&
          seq === relative(next, "seq") &&
          ack === (hasAck ? relative(next, "ack") : -1) &&
          payload === of("payloadLength", next)
        );
      });
    case "lab":
    case "state":
      return question.answer; // lab-questions.test.ts has the numbers of a connection; the states are tested where they are made
  }
}

describe("quizOf", () => {
  it("asks about every topic that the packets have", () => {
    const seen = new Set(Array.from({ length: 40 }, (_, seed) => quiz(seed)).flatMap((all) => all.map((q) => q.topic)));
    expect([...seen].sort()).toEqual([...TOPICS].sort());
  });

  it("holds for right what the packets hold, and nothing else", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const question of quiz(seed)) {
          const answer = answerOf(question);
          expect(check(question, answer), `${question.topic} of row ${question.row}`).toEqual({
            isRight: true,
            slip: null,
          });
          if (question.form !== "number") continue;
          expect(check(question, question.answer + 1).isRight).toBe(false);
        }
      }),
    );
  });

  it("gives different answers to choose from, one of them right", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const question of quiz(seed)) {
          if (question.form === "number") continue;
          const choices = question.choices.map((choice) => JSON.stringify(choice));
          expect(new Set(choices).size).toBe(choices.length);
          expect(choices.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  it("asks the same by the same seed, in the order of the packets, one a packet", () => {
    expect(quiz(7)).toEqual(quiz(7));
    expect(quiz(7)).not.toEqual(quiz(8));
    const rows = quiz(7).map(({ row }) => row);
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    expect(quiz(0).length).toBeGreaterThan(5);
    expect(quiz(7, 3)).toHaveLength(3);
  });

  it("keeps to the topics wanted", () => {
    expect(new Set(quiz(1, 15, ["flags"]).map(({ topic }) => topic))).toEqual(new Set(["flags"]));
    for (const { row } of quiz(1, 15, ["flags"])) expect(of("flags", row) & (SYN | FIN)).toBeTruthy();
  });
});

describe("check", () => {
  const ack = quiz(1, 15, ["ack"]).find(({ row }) => row === 4)!;
  it.each([
    [726, true, null],
    [1, false, { kind: "left", operand: { value: 725, packet: 4, what: "payload" } }],
    [1451, false, { kind: "twice", operand: { value: 725, packet: 4, what: "payload" } }],
    [725, false, { kind: "left", operand: { value: 1, packet: 4, what: "seq" } }],
    [800, false, { kind: "off", by: 74 }],
  ])("says of %i which term is off", (answer, isRight, slip) => {
    expect(check(ack, answer)).toEqual({ isRight, slip });
  });

  it("takes packets in any order, and nothing for wrong", () => {
    const covers = quiz(1, 15, ["covers"])[0]!;
    expect(check(covers, [6, 5]).isRight).toBe(true);
    expect(check(covers, [5]).isRight).toBe(false);
    expect(check(covers, [5, 6, 7]).isRight).toBe(false);
    expect(check(covers, null).isRight).toBe(false);
  });
});

describe("questionsOn", () => {
  it("asks of each packet all that a quiz can ask, with the same answers", () => {
    const all = facts.numbers.segments.rows.length;
    const every = Array.from({ length: all }, (_, place) => questionsOn(facts.numbers, place)).flat();
    const topics = new Set(every.map(({ topic }) => topic));
    expect(topics).toEqual(new Set(PACKET_TOPICS));
    for (const question of every) expect(check(question, answerOf(question)).isRight, question.topic).toBe(true);
  });

  it("always gives the same", () => {
    expect(questionsOn(facts.numbers, 4)).toEqual(questionsOn(facts.numbers, 4));
    expect(questionsOn(facts.numbers, 4).map(({ row }) => row)).toEqual(questionsOn(facts.numbers, 4).map(() => 4));
  });
});

it("checks a question of somebody's own by the place of its answer", () => {
  const words = (en: string) => ({ of: "words" as const, words: { en } });
  const choices = [words("yes"), words("no")];
  const about = { topic: "own", form: "choice", row: 0, why: null, because: null } as const;
  const own: OwnQuestion = { ...about, text: { en: "Well?" }, choices, answer: 1 };
  expect([check(own, 1).isRight, check(own, 0).isRight, check(own, null).isRight]).toEqual([true, false, false]);
});

import { expect, it } from "vitest";
import { factsOf } from "../../core/facts/facts-for-tests.ts";
import { labQuestions } from "../../core/quiz/lab-questions.ts";
import { t } from "../words-for-tests.ts";
import { howWords, questionWords } from "./question-words.ts";

const LADDER = `
  0   A>B SYN      seq=100
  .02 B>A SYN,ACK  seq=500 ack=101
  .03 A>B ACK      seq=101 ack=501
  .04 A>B PSH,ACK  seq=101 ack=501 len=100
  .07 B>A ACK      seq=501 ack=201
  .1  A>B PSH,ACK  seq=201 ack=501 len=300
  .14 B>A PSH,ACK  seq=501 ack=501 len=70
  .2  A>B PSH,ACK  seq=501 ack=571 len=50
  .6  A>B PSH,ACK  seq=501 ack=571 len=50
  .62 B>A ACK      seq=571 ack=551
  1.0 A>B FIN,ACK  seq=551 ack=571
  1.1 B>A FIN,ACK  seq=571 ack=552
  1.2 A>B ACK      seq=552 ack=572`;

it("fills in every question for a connection's number, and its arithmetic", () => {
  const questions = labQuestions(factsOf(LADDER));
  expect([...new Set(questions.map(({ ask }) => ask))].sort()).toEqual(
    ["ackOfSyn", "again", "bytesOfClient", "bytesOfServer", "estimate", "handshake", "throughput"].sort(),
  );
  for (const question of questions) {
    const words = [questionWords(t, question), howWords(t, question) ?? "its reason tells it"];
    expect(words.join(" ")).not.toMatch(/\{\{|undefined|NaN|quiz\./);
  }
});

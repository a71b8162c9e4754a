import { expect, it } from "vitest";
import { factsOf } from "../facts/facts-for-tests.ts";
import { check } from "./check.ts";
import { labQuestions } from "./lab-questions.ts";

/** Times in front are seconds. */
const LADDER = `
  0.0   A>B SYN            seq=4294967295
  0.02  B>A SYN,ACK  seq=500 ack=0
  0.021 A>B ACK      seq=0 ack=501
  0.025 A>B PSH,ACK  seq=0 ack=501 len=100
  0.055 B>A ACK      seq=501 ack=100
  0.06  A>B PSH,ACK  seq=100 ack=501 len=300
  0.1   B>A ACK      seq=501 ack=400
  0.2   A>B PSH,ACK  seq=400 ack=501 len=50
  0.6   A>B PSH,ACK  seq=400 ack=501 len=50
  0.62  B>A ACK      seq=501 ack=450
  1.0   A>B FIN,ACK  seq=450 ack=501
  1.02  B>A FIN,ACK  seq=501 ack=451
  1.021 A>B ACK      seq=451 ack=502`;

const questions = labQuestions(factsOf(LADDER));
const asked = (ask: string) => questions.filter((question) => question.ask === ask);

it("asks for the raw number that the SYN, ACK acknowledges, across the wrap", () => {
  expect(asked("ackOfSyn")).toMatchObject([{ row: 1, slots: { syn: 1, raw: 4294967295 }, answer: 0 }]);
});

it("asks for the handshake's time, from the SYN to the ACK", () => {
  expect(asked("handshake")).toMatchObject([{ row: 2, slots: { syn: 1, toServer: 20, toClient: 1 }, answer: 21 }]);
});

it("asks for the estimates behind the first, of what was not sent twice (RFC 6298 §2.3)", () => {
  // The first sample is 30 ms; 7/8 × 30 + 1/8 × 40 = 31.25.
  expect(asked("estimate")).toMatchObject([{ row: 6, slots: { sent: 6, before: 30, sample: 40 }, answer: 31.25 }]);
});

it("asks for the bytes that a FIN's number tells, and not where there were none", () => {
  expect(asked("bytesOfClient")).toMatchObject([{ row: 10, slots: { fin: 451 }, answer: 450 }]);
  expect(asked("bytesOfServer")).toEqual([]);
});

it("asks how many packets were sent again", () => {
  expect(asked("again")).toMatchObject([{ row: 8, slots: { first: 1 }, answer: 1 }]);
});

it("asks for the throughput, and takes three digits", () => {
  const [question] = asked("throughput");
  const { bytes, ms } = question!.slots;
  expect(bytes).toBe(450);
  expect(question!.answer).toBeCloseTo((bytes! * 8) / ms!, 3);
  expect(check(question!, question!.answer * 1.004).isRight).toBe(true);
  expect(check(question!, question!.answer * 1.01)).toMatchObject({ isRight: false, slip: { kind: "off" } });
});

it("takes times to four digits", () => {
  const [question] = asked("estimate");
  expect(check(question!, 31.26).isRight).toBe(true);
  expect(check(question!, 31.3).isRight).toBe(false);
});

/**
 * The download that walk-throughs of sequence numbers are told by: 40 packets, of which the ladder here has the numbers
 * and lengths. What is expected is what the walk-throughs say of each packet.
 */
import { describe, expect, it } from "vitest";
import { reasonsOfLadder, written } from "./explained-for-tests.ts";
import { holds } from "./reason.ts";

const CLIENT = 4_129_057_982;
const SERVER = 4_294_967_290; // wraps soon
const c = (relative: number) => (CLIENT + relative) % 2 ** 32;
const s = (relative: number) => (SERVER + relative) % 2 ** 32;

const BLOCKS = Array.from({ length: 15 }, (_, at) => 1 + at * 1448);
const LADDER = [
  `A>B SYN      seq=${c(0)} win=5840 ws=7`,
  `B>A SYN,ACK  seq=${s(0)} ack=${c(1)} win=5792 ws=6`,
  `A>B ACK      seq=${c(1)} ack=${s(1)} win=46`,
  `A>B PSH,ACK  seq=${c(1)} ack=${s(1)} win=46 len=725`,
  `B>A ACK      seq=${s(1)} ack=${c(726)} win=114`,
  ...BLOCKS.flatMap((seq) => [
    `B>A ACK    seq=${s(seq)} ack=${c(726)} win=114 len=1448`,
    `A>B ACK    seq=${c(726)} ack=${s(seq + 1448)} win=${69 + seq}`,
  ]),
  `B>A PSH,ACK  seq=${s(21721)} ack=${c(726)} win=114 len=1230`,
  `A>B ACK      seq=${c(726)} ack=${s(22951)} win=408`,
  `A>B FIN,ACK  seq=${c(726)} ack=${s(22951)} win=408`,
  `B>A FIN,ACK  seq=${s(22951)} ack=${c(727)} win=114`,
  `A>B ACK      seq=${c(727)} ack=${s(22952)} win=408`,
].join("\n");

const reasons = reasonsOfLadder(LADDER);
/** The first reason of a field of a packet, from 1. */
const why = (packet: number, field: "seq" | "ack" | "nextSeq" | "window") => written(reasons[packet - 1]!, field)[0];

describe("of the forty packets", () => {
  it.each([
    [1, "seqOfSyn 0", "ackUnused 0"],
    [2, "seqOfSyn 0", "ackOfSyn 1 = 0@1 + 1@1"],
    [3, "seqAfterSyn 1 = 0@1 + 1@1", "ackOfSyn 1 = 0@2 + 1@2"],
    [4, "seqAfterSyn 1 = 0@1 + 1@1", "ackOfSyn 1 = 0@2 + 1@2"],
    [5, "seqAfterSyn 1 = 0@2 + 1@2", "ackOfData 726 = 1@4 + 725@4"],
    [6, "seqAfterSyn 1 = 0@2 + 1@2", "ackOfData 726 = 1@4 + 725@4"],
    [7, "seqAfterData 726 = 1@4 + 725@4", "ackOfData 1449 = 1@6 + 1448@6"],
    [38, "seqAfterData 726 = 1@4 + 725@4", "ackOfData 22951 = 21721@36 + 1230@36"],
    [39, "seqAfterData 22951 = 21721@36 + 1230@36", "ackOfFin 727 = 726@38 + 1@38"],
    [40, "seqAfterFin 727 = 726@38 + 1@38", "ackOfFin 22952 = 22951@39 + 1@39"],
  ])("packet %i says why its numbers are what they are", (packet, seq, ack) => {
    expect([why(packet, "seq"), why(packet, "ack")]).toEqual([seq, ack]);
  });

  it("each block follows the one before, and each is acknowledged by itself", () => {
    for (const [at, seq] of BLOCKS.entries()) {
      const data = 6 + at * 2;
      if (at > 0) expect(why(data, "seq")).toBe(`seqAfterData ${seq} = ${seq - 1448}@${data - 2} + 1448@${data - 2}`);
      expect(why(data + 1, "ack")).toBe(`ackOfData ${seq + 1448} = ${seq}@${data} + 1448@${data}`);
    }
  });

  it("the next number is the sequence number and the length", () => {
    expect(why(4, "nextSeq")).toBe("nextAfterData 726 = 1@4 + 725@4");
    expect(why(5, "nextSeq")).toBe("nextSame 1 = 1@5");
    expect(why(38, "nextSeq")).toBe("nextAfterFin 727 = 726@38 + 1@38");
  });

  it("a packet with nothing new says so", () => {
    expect(written(reasons[3]!, "ack")[1]).toBe("ackStays 1 = 1@3");
    expect(written(reasons[5]!, "ack")[1]).toBe("ackStays 726 = 726@5");
  });

  it("the raw number is the initial one and the relative one, wrapped", () => {
    expect(written(reasons[4]!, "ack").at(-1)).toBe(`ackRaw ${c(726)} = ${CLIENT}@1 + 726@5`);
    expect(written(reasons[7]!, "seq").at(-1)).toBe(`seqRaw ${s(1449)} = ${SERVER}@2 + 1449@8`);
  });

  it("the window is scaled by the factor of its sender's SYN, and not in a SYN", () => {
    expect([1, 2, 3, 5].map((packet) => why(packet, "window"))).toEqual([
      "windowOfSyn 5840",
      "windowOfSyn 5792",
      "windowScaled 5888 = 46@3 + 128@1",
      "windowScaled 7296 = 114@5 + 64@2",
    ]);
  });

  it("all sums are true, and nothing but findings is inferred", () => {
    expect(reasons).toHaveLength(40);
    for (const one of reasons.flat()) {
      expect(holds(one), JSON.stringify(one)).toBe(true);
      if (one.field !== "finding" && one.field !== "state") expect(one.isInferred).toBe(false);
    }
  });
});

/** What is said of segments that follow no handshake, come again, leave holes, or end what they did not begin. */
import { describe, expect, it } from "vitest";
import { segmentsOf } from "../analysis/connection-segments.ts";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { connectionNumbers, ExplainedPacket } from "./connection-numbers.ts";
import { explain } from "./explain.ts";
import { reasonsOfLadder, written } from "./explained-for-tests.ts";
import { holds } from "./reason.ts";

const OPEN = `
  A>B SYN     seq=99
  B>A SYN,ACK seq=499 ack=100
  A>B ACK     seq=100 ack=500
  A>B ACK     seq=100 ack=500 len=50`;

/** The first reasons of the last line's sequence and acknowledgment numbers. */
function last(ladder: string): readonly (string | undefined)[] {
  const reasons = reasonsOfLadder(ladder);
  for (const one of reasons.flat()) expect(holds(one), JSON.stringify(one)).toBe(true);
  return [written(reasons.at(-1)!, "seq")[0], written(reasons.at(-1)!, "ack")[0]];
}

describe("why the sequence number is", () => {
  it.each([
    ["the same bytes sent again", "1 A>B ACK seq=100 ack=500 len=50", "seqAgain 1 = 1@4"],
    ["a part of them", "1 A>B ACK seq=120 ack=500 len=30", "seqAgainWithin 21 = 1@4 + 20@4"],
    ["behind a hole", "A>B ACK seq=160 ack=500 len=5", "seqAfterGap 61 = 51@4 + 10"],
    ["a keep-alive's", "A>B ACK seq=149 ack=500", "seqOfKeepAlive 50 = 51@4 + -1"],
    ["a keep-alive's with a byte", "A>B ACK seq=149 ack=500 len=1", "seqOfKeepAlive 50 = 51@4 + -1"],
    ["a RST's that goes on", "A>B RST seq=150", "seqAfterData 51 = 1@4 + 50@4"],
    ["a FIN's with data", "A>B FIN,ACK seq=150 ack=500 len=3", "seqAfterData 51 = 1@4 + 50@4"],
    [
      "behind that FIN",
      "A>B FIN,ACK seq=150 ack=500 len=3\nA>B ACK seq=154 ack=500",
      "seqAfterDataAndFin 55 = 51@5 + 3@5 + 1@5",
    ],
    ["a SYN, ACK's with a number of its own", "B>A SYN,ACK seq=70000 ack=100", "seqOfSyn 0"],
    ["a SYN, ACK's whose number follows the one before", "B>A SYN,ACK seq=500 ack=100", "seqOfSyn 0"],
    ["a SYN sent again", "A>B SYN seq=99", "seqAgainSyn 0 = 0@1"],
    ["a FIN sent again", "A>B FIN,ACK seq=150 ack=500\n1 A>B FIN,ACK seq=150 ack=500", "seqAgainFin 51 = 51@5"],
    [
      "a FIN sent again without its data",
      "A>B FIN,ACK seq=150 ack=500 len=3\n1 A>B FIN,ACK seq=153 ack=500",
      "seqAgainFinWithin 54 = 51@5 + 3@5",
    ],
    [
      "a FIN sent again with its data",
      "A>B FIN,ACK seq=150 ack=500 len=3\n1 A>B FIN,ACK seq=150 ack=500 len=3",
      "seqAgain 51 = 51@5",
    ],
    ["a RST's that answers an ACK", "A>B ACK seq=150 ack=900\nB>A RST seq=900", "seqOfReset 401 = 401@5"],
  ])("%s", (_, lines, expected) => {
    expect(last(`${OPEN}\n${lines}`)[0]).toBe(expected);
  });

  it("0 of a refusal, whatever counts as 0", () => {
    expect(last("A>B SYN seq=99 \n B>A RST,ACK seq=0 ack=100")[0]).toMatch(/^seqOfRefusal/);
  });

  it("unknown where nothing came before", () => {
    expect(last("A>B ACK seq=700 ack=900 len=10")).toEqual(["seqFirstSeen 1", "ackOfNothingSeen 1"]);
    expect(last("A>B ACK seq=700 ack=900 len=10 \n A>B ACK seq=690 ack=900 len=5")[0]).toBe(
      "seqBeforeFirst 4294967287 = 1@1 + -10",
    );
  });
});

it("counts the bytes of a SYN that come again without the SYN", () => {
  const again = (seq: number) => last(`A>B SYN seq=99 len=20 \n 1 A>B ACK seq=${seq} len=5`)[0];
  expect(again(100)).toBe("seqAgainBehindSyn 1 = 0@1 + 1@1");
  expect(again(110)).toBe("seqAgainWithin 11 = 0@1 + 1@1 + 10@1");
});

describe("the number behind a segment", () => {
  it.each([
    ["an ACK", "A>B ACK seq=150 ack=500", "nextSame 51 = 51@5"],
    ["a keep-alive, which lies one before the next", "A>B ACK seq=149 ack=500", "nextOfKeepAlive 50 = 50@5"],
    ["a keep-alive with a byte", "A>B ACK seq=149 ack=500 len=1", "nextAfterData 51 = 50@5 + 1@5"],
    ["a reset, which nothing follows", "A>B RST seq=150", "nextOfReset 51 = 51@5"],
  ])("of %s", (_, line, expected) => {
    expect(written(reasonsOfLadder(`${OPEN}\n${line}`).at(-1)!, "nextSeq")[0]).toBe(expected);
  });
});

describe("where a side was captured from an ACK without data on", () => {
  const begun = "A>B ACK seq=700 ack=900 len=10 \n B>A ACK seq=900 ack=710";

  it.each([
    ["the same number again", "B>A ACK seq=900 ack=710", "seqAfterAck 1 = 1@2"],
    ["its first data", "B>A ACK seq=900 ack=710 len=5", "seqAfterAck 1 = 1@2"],
    ["what came between", "B>A ACK seq=950 ack=710", "seqAfterGap 51 = 1@2 + 50"],
    ["what was sent before", "B>A ACK seq=880 ack=710 len=5", "seqBeforeFirst 4294967277 = 1@2 + -20"],
  ])("its numbers count from there: %s", (_, lines, expected) => {
    expect(last(`${begun}\n${lines}`)[0]).toBe(expected);
  });

  it("what acknowledges that number points to it", () => {
    expect(last(`${begun} \n A>B ACK seq=710 ack=900`)[1]).toBe("ackOfAck 1 = 1@2");
    expect(last(`${begun} \n A>B ACK seq=710 ack=960`)[1]).toBe("ackOfUnseen 61 = 1@2 + 60");
  });

  it("counts that ACK for none of the segments that one covers", () => {
    const lines = `B>A ACK seq=1 ack=90
      A>B ACK seq=100 ack=1
      A>B ACK seq=100 ack=1 len=10
      A>B ACK seq=110 ack=1 len=10
      B>A ACK seq=1 ack=120`;
    expect(written(reasonsOfLadder(lines).at(-1)!, "ack")[1]).toBe("ackAdvances 31 = 1@1 + 10@3 + 10@4 + 10");
  });

  it("does not begin with a reset, which has a number of its own", () => {
    expect(last("B>A RST,ACK seq=0 ack=700 \n B>A ACK seq=900 ack=700")[0]).toMatch(/^seqFirstSeen/);
  });
});

describe("why the acknowledgment number is", () => {
  it.each([
    ["of part of a segment", "B>A ACK seq=500 ack=120", "ackWithin 21 = 1@4 + 20@4"],
    ["of what was not captured", "B>A ACK seq=500 ack=200", "ackOfUnseen 101 = 51@4 + 50"],
    ["of a hole", "A>B ACK seq=160 ack=500 len=5\nB>A ACK seq=500 ack=160", "ackOfHole 61 = 61@5"],
    ["behind a hole", "A>B ACK seq=160 ack=500 len=5\nB>A ACK seq=500 ack=155", "ackOfUnseen 56 = 51@4 + 5"],
    [
      "of a FIN with data",
      "A>B FIN,ACK seq=150 ack=500 len=3\nB>A ACK seq=500 ack=154",
      "ackOfDataAndFin 55 = 51@5 + 3@5 + 1@5",
    ],
    ["unused without the flag", "A>B RST seq=150", "ackUnused 0"],
  ])("%s", (_, lines, expected) => {
    expect(last(`${OPEN}\n${lines}`)[1]).toBe(expected);
  });

  it("of a SYN alone, whose data was not taken", () => {
    expect(last("A>B SYN seq=99 len=20 \n B>A SYN,ACK seq=499 ack=100")[1]).toBe("ackOfSyn 1 = 0@1 + 1@1");
    expect(last("A>B SYN seq=99 len=20 \n B>A SYN,ACK seq=499 ack=120")[1]).toBe(
      "ackOfSynAndData 21 = 0@1 + 1@1 + 20@1",
    );
  });

  it("of what comes first, and of what came before the capture", () => {
    const mid = "A>B ACK seq=700 ack=900 len=10";
    expect(last(`${mid} \n B>A ACK seq=900 ack=700`)[1]).toBe("ackOfExpected 1 = 1@1");
    expect(last(`${mid} \n B>A ACK seq=900 ack=690`)[1]).toBe("ackBeforeFirst 4294967287 = 1@1 + -10");
  });

  it("that of several segments at once, each with what it adds", () => {
    const lines = `${OPEN}
      A>B ACK seq=150 ack=500 len=10
      A>B ACK seq=155 ack=500 len=10
      B>A ACK seq=500 ack=165`;
    const ack = written(reasonsOfLadder(lines).at(-1)!, "ack");
    expect(ack[0]).toBe("ackOfData 66 = 56@6 + 10@6");
    expect(ack[1]).toBe("ackAdvances 66 = 1@2 + 50@4 + 10@5 + 5@6");
  });
});

it("counts on where numbers wrap", () => {
  const lines = `
    A>B ACK seq=4294967290 ack=500 len=10
    A>B ACK seq=4 ack=500 len=10
    B>A ACK seq=500 ack=14`;
  expect(last(lines)[1]).toBe("ackOfData 21 = 11@2 + 10@2");
});

it("does not take a SYN, ACK with another number for more of what was before", () => {
  const lines = `
    A>B SYN     seq=99
    B>A SYN,ACK seq=70000 ack=100
    B>A SYN,ACK seq=499 ack=100
    A>B ACK     seq=100 ack=500
    B>A ACK     seq=500 ack=100 len=9`;
  expect(last(lines)[0]).toBe("seqAfterSyn 1 = 0@3 + 1@3");
});

it("counts in each SYN, ACK from its own number, and behind them from the last one's", () => {
  const reasons = reasonsOfLadder(`
    A>B SYN     seq=99
    B>A SYN,ACK seq=70000 ack=100
    B>A SYN,ACK seq=499 ack=100
    B>A ACK     seq=500 ack=100 len=9`);
  expect(reasons.slice(1).map((of) => written(of, "nextSeq")[0])).toEqual([
    "nextAfterSyn 1 = 0@2 + 1@2",
    "nextAfterSyn 1 = 0@3 + 1@3",
    "nextAfterData 10 = 1@4 + 9@4",
  ]);
  expect(reasons.slice(1).map((of) => written(of, "seq").at(-1))).toEqual([
    "seqRaw 70000 = 70000@2 + 0@2",
    "seqRaw 499 = 499@3 + 0@3",
    "seqRaw 500 = 499@3 + 1@4",
  ]);
});

it("says of a finding its rule's numbers and the packet that it points to", () => {
  const reasons = reasonsOfLadder(`${OPEN}\n1 A>B ACK seq=100 ack=500 len=50`).at(-1)!;
  expect(reasons.find(({ field }) => field === "finding")).toMatchObject({
    kind: "finding_retransmission",
    operands: [
      { what: "expected", value: 51 },
      { what: "seq", value: 1 },
      { what: "original", value: 1, packet: 4 },
    ],
    source: "RFC 6298 §5",
  });
});

it("takes the time to the last segment acknowledged, and says where it is no sample", () => {
  const time = (ladder: string) =>
    reasonsOfLadder(ladder)
      .at(-1)!
      .find(({ field }) => field === "time");
  expect(time(`${OPEN}\n0.05 B>A ACK seq=500 ack=150`)).toMatchObject({ kind: "timeRoundTrip", value: 20e6 });
  const again = `${OPEN}\n1 A>B ACK seq=100 ack=500 len=50\n1.01 B>A ACK seq=500 ack=150`;
  expect(time(again)).toMatchObject({ kind: "timeRoundTripAmbiguous", isInferred: true });
});

it("knows a window of 0 without its scale, and no other", () => {
  const window = (bytes: number) => written(reasonsOfLadder(`A>B ACK seq=700 ack=900 win=${bytes}`)[0]!, "window");
  expect(window(0)).toEqual(["windowZero 0", "windowEdge 1 = 1@1 + 0@1"]);
  expect(window(5)).toEqual(["windowUnknown 5"]);
});

it("names what RST refuses", () => {
  const flags = (ladder: string) => written(reasonsOfLadder(ladder).at(-1)!, "flags");
  expect(flags("A>B SYN seq=99 \n B>A RST,ACK seq=0 ack=100")).toContain("flagRstRefuses 4 = 2@1");
  expect(flags(`${OPEN}\nB>A RST,ACK seq=500 ack=150`)).toContain("flagRst 4");
});

it("tells raw numbers where these are shown, and compares them with no relative ones", () => {
  const { packets, connections } = tablesOf(OPEN);
  const segments = segmentsOf(packets, Uint32Array.of(0, 1, 2, 3));
  const packet = new ExplainedPacket(connectionNumbers(packets, connections, 0, segments), 2, true);
  const reasons = explain(packet, { layers: null, evidence: [], history: null });
  expect(written(reasons, "ack")).toEqual(["ackOfSyn 500 = 499@2 + 1@2"]);
});

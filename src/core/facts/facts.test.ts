/** Questions 1 to 12 of the Kurose-Ross TCP lab, and what RFC 6298 makes of round-trip times. */
import { describe, expect, it } from "vitest";
import type { SynOptions } from "../analysis/syn-options.ts";
import { type FactTerm, factLines } from "./fact-lines.ts";
import { factsOf, OFFER, SOCKETS } from "./facts-for-tests.ts";

const tripsOf = (ladder: string) => factsOf(ladder).trips;

/** The sentence's key, its slots and its packets, by term. */
function answers(ladder: string, server?: SynOptions) {
  const lines = factLines(factsOf(ladder, server), SOCKETS);
  return (term: FactTerm) =>
    lines.filter((line) => line.term === term).map(({ key, slots, packets }) => [key, slots, packets])[0];
}

/** Six segments and their ACKs, with the times that the lab's published answers have. */
const LAB = `
  0        A>B SYN     seq=232129012 win=16384 ws=1
  0.023172 B>A SYN,ACK seq=883061785 ack=232129013 win=5840 ws=1
  0.023265 A>B ACK     seq=232129013 ack=883061786 win=8760
  0.026477 A>B PSH,ACK seq=232129013 ack=883061786 win=8760 len=565
  0.041737 A>B PSH,ACK seq=232129578 ack=883061786 win=8760 len=1460
  0.053937 B>A ACK     seq=883061786 ack=232129578 win=3390
  0.054026 A>B ACK     seq=232131038 ack=883061786 win=8760 len=1460
  0.054690 A>B ACK     seq=232132498 ack=883061786 win=8760 len=1460
  0.077294 B>A ACK     seq=883061786 ack=232131038 win=4380
  0.077405 A>B ACK     seq=232133958 ack=883061786 win=8760 len=1460
  0.078157 A>B ACK     seq=232135418 ack=883061786 win=8760 len=1460
  0.124085 B>A ACK     seq=883061786 ack=232132498 win=5840
  0.169118 B>A ACK     seq=883061786 ack=232133958 win=7300
  0.217299 B>A ACK     seq=883061786 ack=232135418 win=8760
  0.267802 B>A ACK     seq=883061786 ack=232136878 win=10220
  0.3      A>B FIN,ACK seq=232136878 ack=883061786 win=8760
  0.31     B>A FIN,ACK seq=883061786 ack=232136879 win=10220
  0.311    A>B ACK     seq=232136879 ack=883061787 win=8760`;

describe("the lab's questions", () => {
  const answer = answers(LAB);

  it("1 and 2: who the client and the server are", () => {
    expect(answer("client")).toEqual(["socket", SOCKETS.client, [1]]);
    expect(answer("server")).toEqual(["socket", SOCKETS.server, [1]]);
  });

  it("3: the SYN's number, and whether SACK may be used", () => {
    expect(answer("clientSeq")).toEqual(["clientSeq", { raw: "232129012" }, [1]]);
    expect(answer("sack")?.[0]).toBe("notAgreed");
    expect(answers(LAB, OFFER)("sack")?.[0]).toBe("agreed");
  });

  it("4: the answer's numbers, how the server came by its Ack, and the MSS", () => {
    expect(answer("serverSeq")).toEqual(["serverSeq", { raw: "883061785" }, [2]]);
    expect(answer("answer")).toEqual(["answerToSyn", { ack: "232129013", sum: "232129012 + 1" }, [2, 1]]);
    expect(answer("mss")).toEqual(["mssOfBoth", { client: 1460, server: 1460, least: 1460 }, [1, 2]]);
  });

  it("4: segments beyond the other side's MSS, and the largest of them", () => {
    const sending = (client: number, server: number) =>
      answers(`${LAB}\nA>B ACK seq=232136879 ack=883061787 len=${client}\nB>A ACK seq=883061787 ack=1 len=${server}`);
    expect(sending(1460, 1460)("beyondMss")).toBeUndefined();
    expect(sending(2920, 1461)("beyondMss")).toEqual(["beyondMss", { count: 2, bytes: 2920 }, [19]]);
    expect(answers(LAB, { ...OFFER, mss: 536 })("beyondMss")).toEqual(["beyondMss", { count: 6, bytes: 1460 }, [5]]);
    expect(answers(LAB, { ...OFFER, mss: null })("beyondMss")).toBeUndefined();
  });

  it("5 and 7: the first segment with data, and the length of each", () => {
    expect(answer("segments")).toEqual(["segments", { segments: 6, count: 565 }, [4]]);
    expect(factsOf(LAB).first.map(({ bytes }) => bytes)).toEqual([565, 1460, 1460, 1460, 1460, 1460]);
  });

  it("6: RTT and EstimatedRTT of the first six, as the published answers have them", () => {
    const {
      trips: { first: trips },
      first,
    } = factsOf(LAB);
    const rounded = (values: readonly number[]) => values.map((value) => Number((value / 1e9).toFixed(4)));
    expect(trips.map(({ sent }) => sent)).toEqual(first.map(({ place }) => place));
    expect(rounded(trips.map(({ sample }) => sample))).toEqual([0.0275, 0.0356, 0.0701, 0.1144, 0.1399, 0.1896]);
    expect(rounded(trips.map(({ estimated }) => estimated))).toEqual([0.0275, 0.0285, 0.0337, 0.0438, 0.0558, 0.0725]);
    expect(first.map(({ ackedAt }) => ackedAt / 1e9)).toEqual([
      0.053937, 0.077294, 0.124085, 0.169118, 0.217299, 0.267802,
    ]);
  });

  it("8: the least window, raw and scaled, and whether it held the sender up", () => {
    expect(answer("serverWindow")).toEqual(["windowPlain", { count: 5840 }, [2]]);
    expect(answer("clientWindow")).toEqual(["windowPlain", { count: 16384 }, [1]]);
    expect(answer("throttled")?.[0]).toBe("notThrottled");
    const closed = `${LAB}\n1 B>A ACK seq=883061787 ack=232136879 win=0`;
    expect(answers(closed)("throttled")).toEqual(["throttled", { count: 1, full: 0 }, [19]]);
    const small = `${LAB}\n1 B>A ACK seq=883061787 ack=232136879 win=700`;
    expect(answers(small)("serverWindow")).toEqual(["windowScaled", { raw: 700, bytes: 1400, factor: 2 }, [19]]);
  });

  it("8: windows whose scale was not captured", () => {
    const begun = "B>A ACK seq=500 ack=100 win=361 \n A>B ACK seq=100 ack=500 win=80 len=361";
    expect(answers(begun)("serverWindow")).toEqual(["windowUnknown", { raw: 361 }, [1]]);
    expect(answers(begun)("throttled")).toEqual(["throttledUnknown", { count: 0 }, []]);
    const closed = `${begun}\nB>A ACK seq=500 ack=461 win=0`;
    expect(answers(closed)("serverWindow")).toEqual(["windowPlain", { count: 0 }, [3]]);
    expect(answers(closed)("throttled")).toEqual(["closedUnknown", { count: 1 }, [3]]);
    expect(answers("B>A ACK seq=500 ack=100 win=361")("throttled")?.[0]).toBe("notThrottled");
  });

  it("9: a retransmission of what was sent before the capture began is data, and says so", () => {
    const answer = answers(`
      0    B>A ACK seq=500  ack=100
      0.01 A>B ACK seq=1100 ack=500 len=1000
      0.02 B>A ACK seq=500  ack=100
      0.03 A>B ACK seq=2100 ack=500 len=1000
      0.04 B>A ACK seq=500  ack=100
      0.05 A>B ACK seq=100  ack=500 len=1000`);
    expect(answer("again")).toEqual(["againUnseen", { count: 1, fast: 1, unseen: 1 }, [6]]);
    expect(answer("bytes")?.[1]).toEqual({ client: 3000, server: 0, again: 0 });
  });

  it("9: retransmissions by packet", () => {
    expect(answer("again")).toEqual(["noneAgain", {}, []]);
    const again = LAB.replace("0.3  ", "0.29 A>B ACK seq=232129578 ack=883061786 len=1460\n0.3 ");
    expect(answers(again)("again")).toEqual(["again", { count: 1, fast: 0 }, [16]]);
    expect(factsOf(again).again).toEqual([{ place: 15, kind: "spurious", first: 4 }]);
  });

  it("10: how much an ACK covers", () => {
    const each = { acks: 6, one: 6, two: 0, more: 0 };
    expect(answer("acks")).toEqual(["acks", { ...each, count: 1460, usual: 5 }, [6]]);
    const fewer = LAB.split("\n")
      .filter((line) => !/ack=232131038|ack=232133958/.test(line))
      .join("\n");
    expect(answers(fewer)("acks")?.[1]).toEqual({ acks: 4, count: 2920, usual: 2, one: 2, two: 2, more: 0 });
  });

  it("10: the size that ACKs have most often, not the middle one; none where they differ", () => {
    const opened = "A>B SYN seq=0 \n B>A SYN,ACK seq=0 ack=1";
    const covering = (...sizes: number[]) => {
      const lines = [opened];
      let seq = 1;
      for (const size of sizes) {
        lines.push(`A>B ACK seq=${seq} ack=1 len=${size}`);
        seq += size;
        lines.push(`B>A ACK seq=1 ack=${seq}`);
      }
      return answers(lines.join("\n"))("acks")?.slice(0, 2);
    };
    const segments = (acks: number) => ({ acks, one: acks, two: 0, more: 0 });
    expect(covering(10, 10, 20, 30, 30, 30, 5)).toEqual(["acks", { ...segments(7), count: 30, usual: 3 }]);
    expect(covering(10, 20, 30, 40)).toEqual(["acksVary", { ...segments(4), least: 10, most: 40 }]);
    expect(covering(10, 20, 20, 10)).toEqual(["acksVary", { ...segments(4), least: 10, most: 20 }]);
    expect(covering(10)).toEqual(["onlyAck", { count: 10 }]);
  });

  it("11: throughput with what it comes of", () => {
    expect(answer("throughput")).toEqual([
      "throughput",
      { rate: Math.round(7865 / 0.311), count: 7865, time: "0.311000" },
      [1, 18],
    ]);
  });

  it("12: the most that was under way", () => {
    expect(answer("underWay")).toEqual(["underWay", { count: 4 * 1460 }, [11]]);
  });

  it("who closes first, and how", () => {
    expect(answer("closed")).toEqual(["closedByFins", {}, [16, 17]]);
    expect(answers("A>B SYN seq=9 \n B>A RST,ACK seq=0 ack=10")("closed")?.[0]).toBe("refused");
    expect(answers("A>B ACK seq=9 len=5")("closed")?.[0]).toBe("notClosed");
  });

  it("the handshake in its two parts", () => {
    expect(answer("handshake")).toEqual([
      "handshake",
      { total: "0.023265", toServer: "0.023172", toClient: "0.000093" },
      [1, 2, 3],
    ]);
  });
});

describe("samples of the round-trip time", () => {
  it("are none of what was sent again, and one of an ACK that covers several", () => {
    const { first: trips } = tripsOf(`
      0    A>B ACK seq=100 ack=500 len=10
      0.01 A>B ACK seq=110 ack=500 len=10
      0.50 A>B ACK seq=100 ack=500 len=10
      0.52 B>A ACK seq=500 ack=110
      0.60 A>B ACK seq=120 ack=500 len=10
      0.61 A>B ACK seq=130 ack=500 len=10
      0.64 B>A ACK seq=500 ack=140`);
    expect(trips.map(({ sent, ack, sample }) => [sent, ack, Math.round(sample / 1e6)])).toEqual([[5, 6, 30]]);
  });

  it("give a timeout of a second at least, and more where they vary", () => {
    const { first: trips } = tripsOf(`
      0 A>B ACK seq=100 ack=500 len=10
      1 B>A ACK seq=500 ack=110
      2 A>B ACK seq=110 ack=500 len=10
      5 B>A ACK seq=500 ack=120`);
    // First: SRTT 1, RTTVAR 0.5, RTO 3. Then R' = 3: RTTVAR 0.75 * 0.5 + 0.25 * 2, SRTT 0.875 + 0.375.
    expect(
      trips.map(({ estimated, variation, timeout }) => [estimated, variation, timeout].map((of) => of / 1e9)),
    ).toEqual([
      [1, 0.5, 3],
      [1.25, 0.875, 4.75],
    ]);
  });
});

/** The flags of congestion notification, classic and accurate. */
import { describe, expect, it } from "vitest";
import { reasonsOfLadder, written } from "./explained-for-tests.ts";

/** What is said of these flags of each line. */
const said = (ladder: string) =>
  reasonsOfLadder(ladder).map((reasons) =>
    written(reasons, "flags").filter((words) => /^flag(Ece|Cwr|Ae|Ace)/.test(words)),
  );

describe("Accurate ECN (RFC 9768)", () => {
  it("is offered and taken up in SYNs, and counts from the second ACK on", () => {
    const ladder = `
      A>B SYN,AE,CWR,ECE seq=99
      B>A SYN,ACK,CWR    seq=499 ack=100
      A>B ACK,CWR        seq=100 ack=500
      A>B PSH,ACK,AE,ECE seq=100 ack=500 len=78
      B>A ACK,AE,CWR     seq=500 ack=178
      B>A ACK            seq=500 ack=178 len=9`;
    expect(said(ladder).flat()).toEqual([
      "flagAceOfSyn 7",
      "flagAceOfAnswer 2",
      "flagAceOfHandshake 2",
      "flagAce 5",
      "flagAce 6",
      "flagAce 0",
    ]);
  });

  it("is not known of where the SYNs were not captured", () => {
    expect(said("A>B ACK,CWR seq=100 ack=500")).toEqual([["flagCwr 128"]]);
  });
});

describe("classic congestion notification (RFC 3168)", () => {
  it("is offered and taken up in SYNs, and tells of marks and of slowing down", () => {
    const ladder = `
      A>B SYN,CWR,ECE seq=99
      B>A SYN,ACK,ECE seq=499 ack=100
      A>B ACK,ECE     seq=100 ack=500
      B>A ACK,CWR     seq=500 ack=100 len=9`;
    expect(said(ladder)).toEqual([
      ["flagEceOfSyn 64", "flagCwrOfSyn 128"],
      ["flagEceOfSyn 64"],
      ["flagEce 64"],
      ["flagCwr 128"],
    ]);
  });

  it("is also what a server may answer an offer of the accurate one with", () => {
    expect(said("A>B SYN,AE,CWR,ECE seq=99 \n B>A SYN,ACK,ECE seq=499 ack=100 \n A>B ACK,ECE seq=100 ack=500")).toEqual(
      [["flagAceOfSyn 7"], ["flagEceOfSyn 64"], ["flagEce 64"]],
    );
  });

  it("is not taken up with CWR", () => {
    expect(said("A>B SYN,CWR,ECE seq=99 \n B>A SYN,ACK,CWR,ECE seq=499 ack=100").at(-1)).toEqual([
      "flagEceOfSyn 64",
      "flagCwrOfAnswer 128",
    ]);
  });
});

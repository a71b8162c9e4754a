/** What is sent again, and what comes in another order: each rule, and each of its conditions missed once. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./verdicts-for-tests.ts";

/** Three lines: A's bytes begin at 100, B's at 500; the handshake took 20 ms and ended at 0.020. */
const OPEN = `
  0     A>B SYN     seq=99
  0.010 B>A SYN,ACK seq=499 ack=100
  0.020 A>B ACK     seq=100 ack=500`;
/** Three segments of 100 bytes more, sent at 0.030, 0.040 and 0.050. */
const SENT = `${OPEN}
  0.030 A>B ACK seq=100 ack=500 len=100
  0.040 A>B ACK seq=200 ack=500 len=100
  0.050 A>B ACK seq=300 ack=500 len=100`;

function holds(ladder: string): void {
  const { said, expected } = verdicts(ladder);
  expect(said).toEqual(expected);
}

describe("a retransmission", () => {
  it.each([
    ["begins before the next number", "1 A>B ACK seq=300 ack=500 len=100 -> retransmission of=4 rto=0.97"],
    ["may bring new bytes too", "1 A>B ACK seq=300 ack=500 len=200 -> retransmission"],
    ["may begin two bytes back", "1 A>B ACK seq=398 ack=500 len=50 -> retransmission"],
    ["is not told of one byte back, which a probe may have brought", "1 A>B ACK seq=399 ack=500 len=50"],
    ["is told of one byte back where it has a FIN", "1 A>B FIN,ACK seq=399 ack=500 len=1 -> retransmission"],
    ["is not what begins with the next number", "1 A>B ACK seq=400 ack=500 len=100"],
    ["has data", "1 A>B ACK seq=300 ack=500"],
    ["or FIN", "1 A>B FIN,ACK seq=300 ack=500 -> retransmission"],
    ["or is a SYN", "1 A>B SYN seq=99 -> retransmission of=4"],
    ["may be a RST with data", "1 A>B RST,ACK seq=300 ack=500 len=9 -> retransmission"],
  ])("%s", (_, line) => holds(`${SENT}\n${line}`));

  it.each([
    ["may begin 2^31 - 1 back", "1 A>B ACK seq=2147484049 ack=500 len=9 -> retransmission"],
    [
      "may begin 2^31 back, which is ahead as well",
      "1 A>B ACK seq=2147484048 ack=500 len=9 -> lost_segment retransmission",
    ],
    ["does not begin farther back: that is ahead", "1 A>B ACK seq=2147484047 ack=500 len=9 -> lost_segment"],
  ])("%s", (_, line) => holds(`A>B ACK seq=100 ack=500 len=300 \n ${line}`));

  it("has waited since the oldest segment that nobody acknowledged was sent", () => {
    holds(`${SENT}
      0.060 B>A ACK seq=500 ack=200           -> acks=4
      0.150 A>B ACK seq=300 ack=500 len=100   -> retransmission of=5 rto=0.11
      0.250 A>B ACK seq=300 ack=500 len=100   -> retransmission of=5 rto=0.21`);
  });

  it("has waited since the next number was set where nothing waits for an ACK", () => {
    holds(`${SENT}
      0.060 B>A ACK seq=500 ack=400           -> acks=6
      0.070 B>A RST seq=500
      0.090 A>B ACK seq=300 ack=500 len=100   -> retransmission of=6 rto=0.04`);
  });

  it("shows no time of nothing", () => {
    holds("1 A>B ACK seq=5 ack=9 len=5 \n 1 A>B ACK seq=5 ack=9 len=5 -> retransmission rto=0");
  });

  it("is a SYN sent again, which begins where the first one did though more came", () => {
    holds(`
      0   A>B SYN seq=99
      1   A>B SYN seq=99                      -> retransmission of=1 rto=1
      1.1 B>A SYN,ACK seq=499 ack=100         -> acks=1 rtt=1.1
      2.1 B>A SYN,ACK seq=499 ack=100         -> retransmission of=3 rto=1`);
  });

  it("is a FIN sent again", () => {
    holds(`${SENT}
      0.060 B>A ACK seq=500 ack=400           -> acks=6
      0.070 A>B FIN,ACK seq=400 ack=500
      0.370 A>B FIN,ACK seq=400 ack=500       -> retransmission of=8 rto=0.3`);
  });

  it("may begin where numbers wrap", () => {
    holds("A>B ACK seq=4294967290 ack=5 len=10 \n 1 A>B ACK seq=4294967290 ack=5 len=10 -> retransmission of=1");
    holds("A>B ACK seq=4294967290 ack=5 len=5 \n 1 A>B ACK seq=4294967295 ack=5 len=10");
  });
});

describe("a spurious retransmission", () => {
  const acked = (ack: number) => `${SENT}\n 0.060 B>A ACK seq=500 ack=${ack}`;

  it.each([
    ["was acknowledged to its end", acked(300), "1 A>B ACK seq=200 ack=500 len=100 -> spurious_retransmission"],
    ["was acknowledged beyond it", acked(400), "1 A>B ACK seq=200 ack=500 len=100 -> spurious_retransmission"],
    ["was acknowledged to the last byte", acked(299), "1 A>B ACK seq=200 ack=500 len=100 -> retransmission"],
    ["has no byte more", acked(300), "1 A>B ACK seq=200 ack=500 len=101 -> retransmission"],
    ["has data", acked(400), "1 A>B SYN seq=99 -> retransmission"],
    ["may come at once", acked(300), "0.061 A>B ACK seq=200 ack=500 len=100 -> spurious_retransmission"],
    ["is no keep-alive", acked(400), "1 A>B ACK seq=399 ack=500 len=1 -> keep_alive"],
    [
      "may be the first copy",
      `${SENT}\n B>A ACK seq=500 ack=500 -> ack_lost_segment`,
      "1 A>B ACK seq=400 ack=500 len=100 -> spurious_retransmission",
    ],
  ])("%s", (_, before, line) => holds(`${before}\n${line}`));

  it("needs an acknowledgment other than 0, which counts as none", () => {
    holds("B>A ACK seq=500 ack=0 \n A>B ACK seq=4294967286 ack=500 len=10");
    holds("B>A ACK seq=500 ack=1 \n A>B ACK seq=4294967286 ack=500 len=10 -> spurious_retransmission");
  });
});

describe("a fast retransmission", () => {
  /** ACKs of 200 at 0.060, 0.070, 0.080. */
  const REPEATED = `${SENT}
    0.060 B>A ACK seq=500 ack=200 -> acks=4
    0.070 B>A ACK seq=500 ack=200 -> duplicate_ack nr=1`;
  const TWICE = `${REPEATED}
    0.080 B>A ACK seq=500 ack=200 -> duplicate_ack nr=2`;
  const again = "A>B ACK seq=200 ack=500 len=100";

  it.each([
    ["was asked for twice", TWICE, `0.090 ${again} -> fast_retransmission`],
    ["was not asked for once", REPEATED, `0.090 ${again} -> retransmission`],
    ["comes within 20 ms", TWICE, `0.099999999 ${again} -> fast_retransmission`],
    ["comes not after 20 ms", TWICE, `0.1 ${again} -> retransmission`],
    ["comes at the same time", TWICE, `0.080 ${again} -> fast_retransmission`],
    ["comes not before it was asked for", TWICE, `0.079999999 ${again} -> retransmission`],
    ["begins where it was asked for", TWICE, "0.090 A>B ACK seq=201 ack=500 len=99 -> retransmission"],
    ["begins not before", TWICE, "0.090 A>B ACK seq=199 ack=500 len=101 -> retransmission"],
    ["may be longer", TWICE, "0.090 A>B ACK seq=200 ack=500 len=300 -> fast_retransmission"],
    ["may be a FIN", TWICE, "0.090 A>B FIN,ACK seq=200 ack=500 -> fast_retransmission"],
    ["has data", TWICE, "0.090 A>B ACK seq=200 ack=500"],
  ])("%s", (_, before, line) => holds(`${before}\n${line}`));

  it("is counted from the other side's last segment, whatever it is", () => {
    holds(`${TWICE}
      0.100 B>A ACK seq=500 ack=200 win=2000 -> window_update
      0.110 ${again}                         -> fast_retransmission`);
  });

  it("comes before an order that was changed", () => {
    holds(`${OPEN}
      0.030 A>B ACK seq=100 ack=500 len=100
      0.031 B>A ACK seq=500 ack=200 -> acks=4
      0.040 A>B ACK seq=300 ack=500 len=100 -> lost_segment
      0.041 B>A ACK seq=500 ack=200 -> duplicate_ack nr=1
      0.042 B>A ACK seq=500 ack=200 -> duplicate_ack nr=2
      0.043 ${again} -> fast_retransmission`);
  });

  it("is what was sent already: new bytes are not, though they are asked for", () => {
    holds(`${SENT}
      B>A ACK seq=500 ack=400 -> acks=6
      B>A ACK seq=500 ack=400 -> duplicate_ack
      B>A ACK seq=500 ack=400 -> duplicate_ack
      A>B ACK seq=400 ack=500 len=100`);
  });

  it("needs no duplicate ACK after the other side was told to have acknowledged what was not captured", () => {
    holds(`${SENT}
      0.060 B>A ACK seq=500 ack=200 -> acks=4
      0.061 A>B ACK seq=400 ack=900 -> ack_lost_segment
      0.070 ${again.replace("ack=500", "ack=900")} -> fast_retransmission`);
  });
});

describe("out of order", () => {
  /** Of three segments the second is missing; the third comes at 0.040. */
  const GAP = `${OPEN}
    0.030 A>B ACK seq=100 ack=500 len=100
    0.040 A>B ACK seq=300 ack=500 len=100 -> lost_segment`;
  const TIMELESS = GAP.replace("SYN ", "SYN timeless");
  /** The same without a handshake. */
  const BARE = `
    0.030 A>B ACK seq=100 ack=500 len=100
    0.040 A>B ACK seq=300 ack=500 len=100 -> lost_segment`;
  const late = "A>B ACK seq=200 ack=500 len=100";

  it.each([
    ["comes sooner than the handshake's round-trip time", GAP, `0.059999999 ${late} -> out_of_order`],
    ["comes not after just that time", GAP, `0.060 ${late} -> retransmission of=4 rto=0.03`],
    ["comes within 3 ms where that is not known", BARE, `0.042999999 ${late} -> out_of_order`],
    ["comes not after just 3 ms", BARE, `0.043 ${late} -> retransmission of=1 rto=0.013`],
    ["comes not after 3 ms where the SYN had no time", TIMELESS, `0.043 ${late} -> retransmission of=4 rto=0.013`],
    ["comes at the same time", GAP, `0.040 ${late} -> out_of_order`],
    ["comes not before, by a clock that was set back", GAP, `0.039999999 ${late} -> retransmission`],
    ["is not the newest segment once more", GAP, "0.041 A>B ACK seq=300 ack=500 len=100 -> retransmission"],
    ["is not what ends where the newest ends", GAP, "0.041 A>B ACK seq=200 ack=500 len=200 -> retransmission"],
    ["may end one byte before", GAP, "0.041 A>B ACK seq=200 ack=500 len=199 -> out_of_order"],
    ["may end behind it", GAP, "0.041 A>B ACK seq=200 ack=500 len=201 -> out_of_order"],
    ["ends where the newest ends, its FIN counted", GAP, "0.041 A>B FIN,ACK seq=200 ack=500 len=199 -> retransmission"],
    ["ends elsewhere, its FIN counted", GAP, "0.041 A>B FIN,ACK seq=200 ack=500 len=200 -> out_of_order"],
    ["has data", GAP, "0.041 A>B ACK seq=200 ack=500"],
  ])("%s", (_, before, line) => holds(`${before}\n${line}`));

  it("is counted from the segment that set the next number, not from the last one", () => {
    holds(`${GAP} \n 0.055 A>B ACK seq=400 ack=500 -> duplicate_ack \n 0.061 ${late} -> retransmission`);
  });

  it("has no limit where the handshake's end lies before its beginning", () => {
    const opened = OPEN.replace("0     A>B", "0.025 A>B");
    holds(`${opened}
      0.030 A>B ACK seq=100 ack=500 len=100
      0.040 A>B ACK seq=300 ack=500 len=100 -> lost_segment
      9     ${late}                         -> out_of_order
      10    A>B ACK seq=300 ack=500 len=100 -> retransmission`);
  });

  it("may come where numbers wrap", () => {
    holds(`
      0     A>B ACK seq=4294967200 ack=500 len=50
      0.001 A>B ACK seq=4 ack=500 len=50          -> lost_segment
      0.002 A>B ACK seq=4294967250 ack=500 len=50 -> out_of_order`);
  });
});

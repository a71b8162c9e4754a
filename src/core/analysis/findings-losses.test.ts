/** Gaps, ACKs of what was not captured, duplicate ACKs: each rule, and each of its conditions missed once. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./verdicts-for-tests.ts";

/** Four lines: A's bytes begin at 100, B's at 500; A sent 50 bytes, and goes on at 150. */
const OPEN = `
  A>B SYN     seq=99
  B>A SYN,ACK seq=499 ack=100
  A>B ACK     seq=100 ack=500
  A>B ACK     seq=100 ack=500 len=50`;

function holds(ladder: string): void {
  const { said, expected } = verdicts(ladder);
  expect(said).toEqual(expected);
}

describe("a segment before which one is missing", () => {
  it.each([
    ["begins behind the next number", "A>B ACK seq=151 ack=500 len=5 -> lost_segment"],
    ["does not begin with the next number", "A>B ACK seq=150 ack=500 len=5"],
    ["needs no data", "A>B ACK seq=151 ack=500 -> lost_segment"],
    ["may be a FIN", "A>B FIN,ACK seq=151 ack=500 -> lost_segment"],
    ["is no RST", "A>B RST,ACK seq=151 ack=500"],
    ["may be a SYN, ACK with another number", "B>A SYN,ACK seq=900 ack=150 -> lost_segment reused_ports acks=4"],
    ["may lie 2^31 - 1 ahead", "A>B ACK seq=2147483797 ack=500 -> lost_segment"],
    ["may lie 2^31 ahead", "A>B ACK seq=2147483798 ack=500 -> lost_segment"],
    ["lies behind where it would be farther ahead", "A>B ACK seq=2147483799 ack=500"],
  ])("%s", (_, line) => holds(`${OPEN}\n${line}`));

  it("is not the first of its direction", () => {
    holds("A>B ACK seq=100 ack=500 len=50 \n B>A ACK seq=900 ack=150 len=5");
  });

  it("may be missing where numbers wrap", () => {
    holds("A>B ACK seq=4294967290 ack=500 len=5 \n A>B ACK seq=4 ack=500 len=5 -> lost_segment");
    holds("A>B ACK seq=4294967290 ack=500 len=10 \n A>B ACK seq=4 ack=500 len=5");
  });

  it("2^31 ahead lies behind as well", () => {
    holds(`${OPEN}\n A>B ACK seq=2147483798 ack=500 len=5 -> lost_segment spurious_retransmission`);
  });

  it("makes the bytes under way unknown until the other side acknowledges something", () => {
    holds(`${OPEN}
      A>B ACK seq=160 ack=500 len=10 -> lost_segment flight=0 push=0
      A>B ACK seq=170 ack=500 len=10 -> flight=0 push=0
      B>A PSH seq=500 len=5          -> flight=5
      A>B ACK seq=180 ack=505 len=10 -> flight=0 acks=7
      B>A ACK seq=505 ack=100
      A>B ACK seq=190 ack=505 len=10 -> flight=100 push=60`);
  });
});

describe("an ACK of what was not captured", () => {
  it.each([
    ["lies behind all that was sent", "B>A ACK seq=500 ack=151 -> ack_lost_segment acks=0"],
    ["does not lie at its end", "B>A ACK seq=500 ack=150 -> acks=4"],
    ["needs ACK", "B>A PSH seq=500 ack=151 len=5"],
    ["may have data", "B>A ACK seq=500 ack=151 len=5 -> ack_lost_segment flight=5"],
    ["may lie 2^31 - 1 ahead", "B>A ACK seq=500 ack=2147483797 -> ack_lost_segment"],
    ["may lie 2^31 ahead", "B>A ACK seq=500 ack=2147483798 -> ack_lost_segment"],
    ["does not lie farther ahead: that is behind", "B>A ACK seq=500 ack=2147483799"],
  ])("%s", (_, line) => holds(`${OPEN}\n${line}`));

  it("is one of what nobody sent in the capture only where somebody did", () => {
    holds("A>B SYN seq=99 \n A>B ACK seq=100 ack=500 len=50 \n B>A ACK seq=500 ack=150 -> acks=2");
    holds("A>B ACK seq=100 ack=500 \n A>B ACK seq=100 ack=900");
  });

  it("may lie where numbers wrap", () => {
    holds("A>B ACK seq=4294967290 ack=500 len=5 \n B>A ACK seq=500 ack=4 -> ack_lost_segment");
    holds("A>B ACK seq=4294967290 ack=500 len=10 \n B>A ACK seq=500 ack=4 -> acks=1");
  });

  it("is told of once for one hole, then shows only the handshake's time", () => {
    holds(`${OPEN}
      B>A ACK seq=500 ack=400 -> ack_lost_segment irtt=0.02
      B>A ACK seq=500 ack=400 -> duplicate_ack of=5 nr=1
      B>A ACK seq=500 ack=450 -> irtt=0.02
      B>A ACK seq=500 ack=150 -> irtt=0`);
  });

  it("is told of once more when its sender had something else to acknowledge", () => {
    holds(`${OPEN}
      B>A ACK seq=500 ack=400 len=5 -> ack_lost_segment
      B>A ACK seq=505 ack=450
      A>B ACK seq=150 ack=505       -> acks=5
      B>A ACK seq=505 ack=460       -> ack_lost_segment`);
  });

  it("is told of again when the hole was closed by what the capture holds behind it", () => {
    holds(`${OPEN}
      A>B ACK seq=200 ack=500 len=50 -> lost_segment
      B>A ACK seq=500 ack=250 -> ack_lost_segment acks=5
      B>A ACK seq=500 ack=250 -> duplicate_ack
      A>B ACK seq=250 ack=500 len=50 -> flight=50
      A>B ACK seq=350 ack=500 len=50 -> lost_segment
      B>A ACK seq=500 ack=400 -> ack_lost_segment acks=9`);
  });
});

/** B said ack=150 in line 5. */
const ANSWERED = `${OPEN}
  B>A ACK seq=500 ack=150`;

describe("a duplicate ACK", () => {
  it.each([
    ["repeats the ACK", "B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1"],
    ["may carry SACK", "B>A ACK seq=500 ack=150 sack=200-250 -> duplicate_ack of=5 nr=1"],
    ["may lack ACK", "B>A PSH seq=500 ack=150 -> duplicate_ack of=5 nr=1"],
    ["has no data", "B>A ACK seq=500 ack=150 len=5"],
    ["acknowledges no more", "B>A ACK seq=500 ack=151 -> ack_lost_segment"],
    ["acknowledges no less", "B>A ACK seq=500 ack=149"],
    ["has the next number", "B>A ACK seq=498 ack=150"],
    ["comes not behind a gap", "B>A ACK seq=501 ack=150 -> lost_segment"],
    ["has the same window", "B>A ACK seq=500 ack=150 win=1001 -> window_update"],
    ["has a window", "B>A ACK seq=500 ack=150 win=0 -> zero_window"],
    ["is no FIN", "B>A FIN,ACK seq=500 ack=150"],
    ["is no RST", "B>A RST,ACK seq=500 ack=150"],
    ["is no SYN", "B>A SYN,ACK seq=499 ack=150 -> retransmission"],
  ])("%s", (_, line) => holds(`${ANSWERED}\n${line}`));

  it("needs a window other than zero, though it is the same", () => {
    holds(`${OPEN} \n B>A ACK seq=500 ack=150 win=0 -> zero_window \n B>A ACK seq=500 ack=150 win=0 -> zero_window`);
  });

  it("is counted, and points to the packet that said so first", () => {
    holds(`${ANSWERED}
      B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1
      A>B ACK seq=150 ack=500 len=50
      B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=2
      B>A ACK seq=500 ack=200 -> acks=7
      B>A ACK seq=500 ack=200 -> duplicate_ack of=9 nr=1`);
  });

  it("is counted on over a window update, which does not become the first", () => {
    holds(`${ANSWERED}
      B>A ACK seq=500 ack=150          -> duplicate_ack of=5 nr=1
      B>A ACK seq=500 ack=150 win=2000 -> window_update
      B>A ACK seq=500 ack=150 win=2000 -> duplicate_ack of=5 nr=2`);
  });

  it("points to whatever packet changed the acknowledgment: data too", () => {
    holds(`${OPEN}
      B>A ACK seq=500 ack=150 len=5
      B>A ACK seq=505 ack=150 -> duplicate_ack of=5 nr=1`);
  });

  it("begins to count anew after the other side acknowledged what was not captured", () => {
    holds(`${ANSWERED}
      B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1
      A>B ACK seq=150 ack=501
      B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1`);
    holds(`${ANSWERED}
      A>B ACK seq=150 ack=501 -> ack_lost_segment
      B>A ACK seq=500 ack=150 -> duplicate_ack of=5 nr=1`);
  });

  it("in the middle of a connection may point to its first packet", () => {
    holds("B>A ACK seq=500 ack=150 \n B>A ACK seq=500 ack=150 -> duplicate_ack of=1 nr=1");
  });

  it("of an acknowledgment of 0 points to nothing: 0 counts as none", () => {
    holds("B>A ACK seq=500 ack=0 \n B>A ACK seq=500 ack=0 -> duplicate_ack of=0 nr=1");
  });
});

/** What a segment acknowledges and how long that took, the bytes under way, the bytes since PSH. */
import { describe, expect, it } from "vitest";
import { MOST_WAITING } from "./unacknowledged.ts";
import { verdicts } from "./verdicts-for-tests.ts";

/** Three lines: A's bytes begin at 100, B's at 500. */
const OPEN = `
  0     A>B SYN     seq=99
  0.010 B>A SYN,ACK seq=499 ack=100
  0.020 A>B ACK     seq=100 ack=500`;

function holds(ladder: string): void {
  const { said, expected } = verdicts(ladder);
  expect(said).toEqual(expected);
}

describe("what is acknowledged", () => {
  /** Three segments, in lines 4 to 6. */
  const SENT = `${OPEN}
    0.030 A>B ACK seq=100 ack=500 len=100
    0.040 A>B ACK seq=200 ack=500 len=100
    0.050 A>B ACK seq=300 ack=500 len=100`;

  it.each([
    ["is the segment that ends there", "0.060 B>A ACK seq=500 ack=300 -> acks=5 rtt=0.02"],
    ["is the last of several", "0.060 B>A ACK seq=500 ack=400 -> acks=6 rtt=0.01"],
    ["is none where none ends", "0.060 B>A ACK seq=500 ack=299 -> acks=0 rtt=0"],
    ["is none beyond all", "0.060 B>A ACK seq=500 ack=401 -> ack_lost_segment acks=0"],
    ["is none where the first begins", "0.060 B>A ACK seq=500 ack=100 -> duplicate_ack acks=0"],
    ["is told by segments with data too", "0.060 B>A PSH,ACK seq=500 ack=300 len=5 -> acks=5 rtt=0.02"],
    ["is told by segments without ACK too", "0.060 B>A PSH seq=500 ack=300 len=5 -> acks=5 rtt=0.02"],
    ["is not told by SACK", "0.060 B>A ACK seq=500 ack=100 sack=300-400 -> duplicate_ack acks=0"],
    ["shows no time of nothing", "0.050 B>A ACK seq=500 ack=400 -> acks=6 rtt=0"],
    ["shows a time that is negative", "0.045 B>A ACK seq=500 ack=400 -> acks=6 rtt=-0.005"],
  ])("%s", (_, line) => holds(`${SENT}\n${line}`));

  it("is told of once", () => {
    holds(`${SENT}
      0.060 B>A ACK seq=500 ack=300 -> acks=5
      0.070 B>A ACK seq=500 ack=300 -> duplicate_ack acks=0
      0.080 B>A ACK seq=500 ack=200 -> acks=0
      0.090 B>A ACK seq=500 ack=400 -> acks=6 rtt=0.04`);
  });

  it("is a SYN, a SYN, ACK, a FIN as well", () => {
    holds(`
      A>B SYN     seq=99
      B>A SYN,ACK seq=499 ack=100 -> acks=1 rtt=0.01
      A>B ACK     seq=100 ack=500 -> acks=2 rtt=0.01 irtt=0.02
      A>B FIN,ACK seq=100 ack=500
      B>A FIN,ACK seq=500 ack=101 -> acks=4 rtt=0.01
      A>B ACK     seq=101 ack=501 -> acks=5 rtt=0.01`);
  });

  it("is the oldest copy of several", () => {
    holds(`${OPEN}
      0.030 A>B ACK seq=100 ack=500 len=100
      1.030 A>B ACK seq=100 ack=500 len=100 -> retransmission of=4
      1.040 B>A ACK seq=500 ack=200         -> acks=4 rtt=1.01`);
  });

  it("is a segment of which a part was acknowledged before", () => {
    holds(`${OPEN}
      0.030 A>B ACK seq=100 ack=500 len=100
      0.040 B>A ACK seq=500 ack=150 -> acks=0
      0.050 B>A ACK seq=500 ack=200 -> acks=4 rtt=0.02`);
  });

  it("is found where numbers wrap", () => {
    holds(`
      A>B ACK seq=4294967196 ack=500 len=100
      A>B ACK seq=0 ack=500 len=100
      B>A ACK seq=500 ack=0   -> acks=1
      B>A ACK seq=500 ack=100 -> acks=2`);
  });
});

describe("the handshake's time", () => {
  it("is counted from the latest SYN, and shown from its end on with all that the analysis has to say", () => {
    holds(`
      0   A>B SYN     seq=99
      1   A>B SYN     seq=99            -> retransmission irtt=0
      1.1 B>A SYN,ACK seq=499 ack=100   -> acks=1 irtt=0
      1.2 A>B ACK     seq=100 ack=500   -> acks=3 irtt=0.2
      1.3 A>B ACK     seq=100 ack=500 len=1 -> irtt=0.2
      1.4 A>B SYN     seq=99            -> out_of_order irtt=0.2
      2   A>B ACK     seq=101 ack=500   -> irtt=0`);
  });

  it("ends with the first ACK, whoever sent it", () => {
    holds(
      "A>B SYN seq=99 \n B>A ACK seq=500 ack=100 -> acks=1 irtt=0.01 \n A>B ACK seq=100 ack=501 len=1 -> ack_lost_segment irtt=0.01",
    );
  });

  it("is not known without SYN", () => {
    holds("B>A SYN,ACK seq=499 ack=100 \n A>B ACK seq=100 ack=500 -> acks=1 irtt=0");
  });
});

describe("bytes under way", () => {
  it("reach from the first that waits to the last, holes included", () => {
    holds(`${OPEN}
      A>B ACK seq=100 ack=500 len=100 -> flight=100
      A>B ACK seq=200 ack=500 len=50  -> flight=150
      B>A ACK seq=500 ack=200         -> acks=4 flight=0
      A>B ACK seq=250 ack=500 len=10  -> flight=60
      A>B ACK seq=300 ack=500 len=10  -> lost_segment flight=0
      B>A ACK seq=500 ack=200         -> duplicate_ack
      A>B ACK seq=310 ack=500 len=10  -> flight=120`);
  });

  it("shrink by what is acknowledged of a segment", () => {
    holds(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      B>A ACK seq=500 ack=150
      A>B ACK seq=200 ack=500 len=10  -> flight=60`);
  });

  it("count what is sent again once", () => {
    holds(`${OPEN}
      0.03 A>B ACK seq=100 ack=500 len=100
      1    A>B ACK seq=100 ack=500 len=100 -> retransmission flight=100
      2    A>B ACK seq=150 ack=500 len=100 -> retransmission flight=150`);
  });

  it("are less by what the other side's last segment says has arrived", () => {
    holds(`${OPEN}
      A>B ACK seq=100 ack=500 len=300
      B>A ACK seq=500 ack=100 sack=200-300,310-320 -> duplicate_ack
      A>B ACK seq=400 ack=500 len=10               -> flight=200
      B>A ACK seq=500 ack=100                      -> duplicate_ack
      A>B ACK seq=410 ack=500 len=10               -> flight=320`);
  });

  it("are not known where more has arrived than is under way", () => {
    holds(`${OPEN}
      A>B ACK seq=100 ack=500 len=50
      B>A ACK seq=500 ack=100 sack=100-160 -> duplicate_ack
      A>B ACK seq=150 ack=500 len=10       -> flight=0 push=0 irtt=0.02
      B>A ACK seq=500 ack=100              -> duplicate_ack
      A>B ACK seq=160 ack=500 len=10       -> flight=70 push=70`);
  });

  it("are not known where just all has arrived, FIN and all", () => {
    holds(`${OPEN}
      B>A ACK seq=500 ack=100 sack=100-111   -> duplicate_ack
      A>B FIN,ACK seq=100 ack=500 len=10     -> flight=0 push=0`);
  });

  it("are not known where they come to 2,000,000,000 or more, by blocks whose edges make no sense", () => {
    const open = (sack: number) => `${OPEN}
      B>A ACK seq=500 ack=100 sack=0-${sack} -> duplicate_ack
      A>B ACK seq=100 ack=500 len=10`;
    holds(`${open(2 ** 32 + 10 - 2e9)} -> flight=0`);
    holds(`${open(2 ** 32 + 11 - 2e9)} -> flight=1999999999`);
  });

  it("do not count FIN, though what waits does", () => {
    holds(`${OPEN}
      A>B FIN,ACK seq=100 ack=500 len=50 -> flight=50
      1 A>B ACK seq=100 ack=500 len=50   -> retransmission flight=51`);
  });

  it("are those of segments with data alone", () => {
    holds(`${OPEN} \n A>B ACK seq=100 ack=500 len=50 -> flight=50 \n A>B FIN,ACK seq=150 ack=500 -> flight=0`);
  });

  it("reach over the wrap of numbers", () => {
    holds(`
      A>B SYN     seq=4294967195
      B>A SYN,ACK seq=499 ack=4294967196
      A>B ACK     seq=4294967196 ack=500 len=100
      A>B ACK     seq=0 ack=500 len=100 -> flight=200`);
  });

  it("count a segment from before the connection's first number as one behind all others", () => {
    holds(`${OPEN}
      A>B ACK seq=90 ack=500 len=5    -> spurious_retransmission
      A>B ACK seq=100 ack=500 len=10  -> flight=0
      B>A ACK seq=500 ack=100         -> duplicate_ack
      A>B ACK seq=110 ack=500 len=10  -> flight=20 push=25`);
  });

  it("are counted from a SYN, ACK's new number as soon as it comes", () => {
    holds(`
      A>B SYN     seq=99
      B>A SYN,ACK seq=5000 ack=100
      B>A SYN,ACK seq=499 ack=100   -> reused_ports retransmission
      A>B ACK     seq=100 ack=500
      B>A ACK     seq=500 ack=100 len=10 -> retransmission flight=4501`);
  });
});

it("bytes since PSH begin anew behind each PSH, and are counted where bytes under way are", () => {
  holds(`${OPEN}
    A>B ACK     seq=100 ack=500 len=10 -> push=10
    A>B PSH,ACK seq=110 ack=500 len=10 -> push=20
    A>B ACK     seq=120 ack=500 len=10 -> push=10
    A>B ACK     seq=140 ack=500 len=10 -> lost_segment push=0
    A>B PSH,ACK seq=150 ack=500 len=10 -> push=0
    B>A ACK     seq=500 ack=120        -> acks=5
    A>B PSH,ACK seq=160 ack=500        -> duplicate_ack push=0
    A>B ACK     seq=160 ack=500 len=10 -> push=20
    B>A PSH,ACK seq=500 ack=130 len=10 -> acks=6 push=10
    A>B ACK     seq=170 ack=510 len=10 -> push=30`);
});

it(`of more than ${MOST_WAITING} segments that wait none is kept, and a FIN does not count as a byte`, () => {
  const full = Array.from({ length: MOST_WAITING }, (_, at) => `A>B ACK seq=${100 + at} ack=500 len=1 win=9`);
  const ends = 100 + MOST_WAITING;
  holds(`${OPEN}
    B>A ACK seq=500 ack=100 win=60000 -> window_update
    ${full.join("\n")}
    A>B ACK seq=${ends} ack=500 len=1 win=9      -> flight=${MOST_WAITING}
    A>B FIN,ACK seq=${ends + 1} ack=500 win=9    -> flight=0
    A>B ACK seq=${ends + 1} ack=500 win=9        -> duplicate_ack
    B>A ACK seq=500 ack=${ends + 1} win=60000    -> acks=0
    A>B FIN,ACK seq=${ends + 1} ack=500 win=9
    B>A ACK seq=500 ack=${ends + 2} win=60000    -> acks=${MOST_WAITING + 9}`);
});

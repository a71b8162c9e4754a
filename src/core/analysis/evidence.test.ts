import { describe, expect, it } from "vitest";
import { evidenceOf, originalOf } from "./evidence.ts";
import { tablesOf } from "./tables-for-tests.ts";

/** What is said of a ladder's last line: `lost_segment expected=150 seq=160 missing=10 -> 3`, the frame from 1. */
function evidence(ladder: string): readonly string[] {
  const { packets, connections, rows } = tablesOf(ladder);
  return evidenceOf(packets, connections, rows, rows.length - 1).map(({ finding, operands, related }) => {
    const numbers = Object.entries(operands).map(([name, { value }]) => `${name}=${value}`);
    const to = related < 0 ? [] : ["->", related + 1];
    return [finding.key.replace("tcp.analysis.", ""), ...numbers, ...to].join(" ");
  });
}

/** A's bytes begin at 100, B's at 500; the round trip takes 20 ms; A sent 50 bytes. */
const OPEN = `
  0    A>B SYN     seq=99  win=1000 ws=2
  0.01 B>A SYN,ACK seq=499 ack=100 win=1000 ws=3
  0.02 A>B ACK     seq=100 ack=500 win=100
  0.03 A>B ACK     seq=100 ack=500 win=100 len=50`;

describe("the numbers that a rule compared", () => {
  it.each([
    ["0.04 A>B ACK seq=160 ack=500 win=100 len=5", ["lost_segment expected=150 seq=160 missing=10"]],
    ["1 A>B ACK seq=100 ack=500 win=100 len=50", ["retransmission expected=150 seq=100 -> 4"]],
    [
      "0.031 A>B ACK seq=120 ack=500 win=100 len=5",
      ["out_of_order expected=150 seq=120 since=1000000 within=20000000"],
    ],
    ["0.04 A>B ACK seq=149 ack=500 win=100", ["keep_alive expected=150 seq=149"]],
    ["0.04 A>B ACK seq=150 ack=500 win=200", ["window_update before=400 window=800"]],
    ["0.04 A>B ACK seq=150 ack=500 win=0", ["zero_window"]],
    ["0.04 B>A ACK seq=500 ack=900 win=100", ["ack_lost_segment ack=900 seen=150"]],
    [
      "0.04 B>A ACK seq=500 ack=150 win=1 \n 0.05 A>B ACK seq=150 ack=500 win=100 len=8",
      ["window_full end=158 acknowledged=150 window=8"],
    ],
    [
      "0.04 B>A ACK seq=500 ack=150 win=100 \n 0.05 A>B ACK seq=100 ack=500 win=100 len=50",
      ["spurious_retransmission end=150 acknowledged=150 -> 4"],
    ],
    [
      "0.04 B>A ACK seq=500 ack=150 win=100 \n 0.05 B>A ACK seq=500 ack=150 win=100",
      ["duplicate_ack ack=150 number=1 -> 5"],
    ],
  ])("of %s", (lines, expected) => {
    expect(evidence(`${OPEN}\n${lines}`)).toEqual(expected);
  });

  it("count what is missing up from 0, also half of all numbers ahead, which is as far back", () => {
    expect(evidence(`${OPEN}\n0.04 A>B ACK seq=${150 + 2 ** 31} ack=500 win=100 len=5`)).toContain(
      `lost_segment expected=150 seq=${150 + 2 ** 31} missing=${2 ** 31}`,
    );
  });

  it("of a window behind a SYN's are not shifted for both: both sides opened at once", () => {
    const ladder = `
      0    A>B SYN     seq=99  win=1000 ws=2
      0.01 B>A SYN     seq=499 win=1000 ws=3
      0.02 A>B SYN,ACK seq=99  ack=500 win=1000 ws=2
      0.03 B>A SYN,ACK seq=499 ack=100 win=1000 ws=3
      0.04 A>B ACK     seq=100 ack=500 win=200`;
    expect(evidence(ladder)).toEqual(["window_update before=1000 window=800"]);
  });

  it("of a fast retransmission are the duplicates and how long ago the last came", () => {
    const ladder = `${OPEN}
      0.031 A>B ACK seq=150 ack=500 win=100 len=50
      0.04 B>A ACK seq=500 ack=100 win=100
      0.05 B>A ACK seq=500 ack=100 win=100
      0.06 B>A ACK seq=500 ack=100 win=100
      0.07 A>B ACK seq=100 ack=500 win=100 len=50`;
    expect(evidence(ladder)).toEqual(["fast_retransmission seq=100 duplicates=2 since=10000000 -> 4"]);
  });

  it("are none where nothing was found", () => {
    expect(evidence(OPEN)).toEqual([]);
  });
});

describe("the packet that sent the same bytes before", () => {
  const ladder = `
    A>B ACK seq=100 ack=500 len=50
    B>A ACK seq=100 ack=150 len=50
    A>C ACK seq=100 ack=500 len=50
    A>B ACK seq=150 ack=500 len=50
    A>B ACK seq=120 ack=500 len=10
    A>B ACK seq=121 ack=500 len=5
    A>B ACK seq=400 ack=500 len=5`;
  const { packets, rows } = tablesOf(ladder);

  it("is the last of its direction and its connection that holds its first byte", () => {
    expect([4, 5].map((row) => originalOf(packets, rows, row))).toEqual([0, 4]);
  });

  it("is none where the capture has none", () => {
    expect([0, 2, 3, 6].map((row) => originalOf(packets, rows, row))).toEqual([-1, -1, -1, -1]);
  });
});

import { describe, expect, it } from "vitest";
import { MissingRanges } from "./missing-ranges.ts";
import { tablesOf } from "./tables-for-tests.ts";

/** A's bytes begin at 100, B's at 500. */
const OPEN = `
  0    A>B SYN     seq=99
  0.01 B>A SYN,ACK seq=499 ack=100
  0.02 A>B ACK     seq=100 ack=500`;

/** The ranges of a ladder, lines counted from 1: `skipped 150-200 at 5 filled by 7`. */
function missing(ladder: string, step = Number.POSITIVE_INFINITY) {
  const { packets, rows, sacks } = tablesOf(ladder);
  const walk = new MissingRanges();
  for (let from = 0; from < rows.length; from += step) {
    walk.add(packets, rows, from, Math.min(rows.length, from + step), sacks);
  }
  return walk.ranges.map(
    ({ kind, from, to, row, filledBy, direction }) =>
      `${"AB"[direction]} ${kind} ${from}-${to} at ${row + 1}${filledBy < 0 ? "" : ` filled by ${filledBy + 1}`}`,
  );
}

describe("missing ranges", () => {
  it("are none where all is captured once", () => {
    expect(
      missing(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      A>B ACK seq=200 ack=500 len=100
      B>A ACK seq=500 ack=300`),
    ).toEqual([]);
  });

  it("are what a segment skips, with the packet that brings it after all", () => {
    const ladder = `${OPEN}
      A>B ACK seq=100 ack=500 len=100
      A>B ACK seq=300 ack=500 len=100
      B>A ACK seq=500 ack=200
      A>B ACK seq=200 ack=500 len=100`;
    expect(missing(ladder)).toEqual(["A skipped 200-300 at 5 filled by 7"]);
    expect(missing(ladder, 1)).toEqual(missing(ladder));
  });

  it("are filled by the first of several segments, each of a hole that is larger", () => {
    expect(
      missing(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      A>B ACK seq=400 ack=500 len=100
      A>B ACK seq=200 ack=500 len=100
      A>B ACK seq=300 ack=500 len=100`),
    ).toEqual(["A skipped 200-400 at 5 filled by 6"]);
  });

  it("are what the other side acknowledges and nobody saw", () => {
    expect(
      missing(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      B>A ACK seq=500 ack=300
      A>B ACK seq=300 ack=500 len=100`),
    ).toEqual(["A unseen 200-300 at 5"]);
  });

  it("are what was sent and sent again without an acknowledgment", () => {
    expect(
      missing(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      1 A>B ACK seq=100 ack=500 len=100
      3 A>B ACK seq=100 ack=500 len=100
      B>A ACK seq=500 ack=200`),
    ).toEqual(["A lost 100-200 at 4 filled by 5", "A lost 100-200 at 5 filled by 6"]);
  });

  it("are not what is sent again after its acknowledgment, or after SACK told of it", () => {
    const sent = `${OPEN}
      A>B ACK seq=100 ack=500 len=100
      A>B ACK seq=200 ack=500 len=100`;
    expect(
      missing(`${sent}
      B>A ACK seq=500 ack=300
      1 A>B ACK seq=100 ack=500 len=100`),
    ).toEqual([]);
    expect(
      missing(`${sent}
      B>A ACK seq=500 ack=100 sack=200-300
      1 A>B ACK seq=200 ack=500 len=100`),
    ).toEqual([]);
  });

  it("are not what the other side received twice", () => {
    expect(
      missing(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      1 A>B ACK seq=100 ack=500 len=100
      B>A ACK seq=500 ack=200 sack=100-200`),
    ).toEqual([]);
  });

  it("begin anew where the ports are used again", () => {
    expect(
      missing(`${OPEN}
      A>B ACK seq=100 ack=500 len=100
      9 A>B SYN seq=7000
      9.01 B>A SYN,ACK seq=9000 ack=7001
      9.02 A>B ACK seq=7001 ack=9001`),
    ).toEqual([]);
  });
});

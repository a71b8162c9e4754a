import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seqAdd, seqDelta } from "../base/seq32.ts";
import { ACK, FIN, SYN } from "../protocols/tcp.ts";
import { acknowledgements, NO_PLACE } from "./acknowledgements.ts";
import { endOfSegment } from "./connection-segments.ts";
import { type LadderLine, readLadder, segmentsOfLines } from "./ladder-for-tests.ts";

/** Who released whom, lines counted from 1: `4: 2,3` for a packet that acknowledges those two. */
function released(ladder: string, sacks: Readonly<Record<number, readonly number[]>> = {}) {
  const lines = readLadder(ladder);
  const relation = acknowledgements(segmentsOfLines(lines), (row) => sacks[row + 1] ?? []);
  const told = (of: (place: number) => Uint32Array) =>
    lines.flatMap((_, place) => {
      const places = Array.from(of(place), (other) => other + 1);
      return places.length > 0 ? [`${place + 1}: ${places}`] : [];
    });
  return { relation, releases: told(relation.releases), holds: told(relation.holds) };
}

describe("what an ACK releases", () => {
  it("is the SYNs, data and FINs that it covers and no earlier one did", () => {
    const { releases } = released(`
      A>B SYN     seq=100
      B>A SYN,ACK seq=500 ack=101
      A>B ACK     seq=101 ack=501
      A>B PSH,ACK seq=101 ack=501 len=725
      B>A ACK     seq=501 ack=826
      B>A ACK     seq=501 ack=826 len=1000
      B>A ACK     seq=1501 ack=826 len=1000
      A>B ACK     seq=826 ack=2501
      A>B FIN,ACK seq=826 ack=2501
      B>A ACK     seq=2501 ack=827`);
    expect(releases).toEqual(["2: 1", "3: 2", "5: 4", "8: 6,7", "10: 9"]);
  });

  it("is nothing that it covers in part", () => {
    expect(released("A>B ACK seq=1 len=100 \n B>A ACK ack=50 \n B>A ACK ack=101").releases).toEqual(["3: 1"]);
  });

  it("is both of what was sent twice", () => {
    const { releases } = released(`
      A>B ACK seq=1 len=100
      A>B ACK seq=101 len=100
      A>B ACK seq=1 len=100
      B>A ACK ack=101
      B>A ACK ack=201`);
    expect(releases).toEqual(["4: 1,3", "5: 2"]);
  });

  it("is found across the wrap of sequence numbers", () => {
    const { releases } = released(`
      A>B ACK seq=4294967200 len=96
      A>B ACK seq=0 len=10
      B>A ACK ack=0
      B>A ACK ack=10`);
    expect(releases).toEqual(["3: 1", "4: 2"]);
  });

  it("is told by no field without its flag", () => {
    expect(released("A>B ACK seq=1 len=100 \n B>A RST ack=101").releases).toEqual([]);
  });
});

describe("what SACK tells of", () => {
  it("is told once, and released later by the number", () => {
    const ladder = `
      A>B ACK seq=1 len=100
      A>B ACK seq=101 len=100
      A>B ACK seq=201 len=100
      B>A ACK ack=1
      B>A ACK ack=1
      B>A ACK ack=301`;
    const { relation, releases, holds } = released(ladder, { 4: [101, 201], 5: [101, 301] });
    expect(holds).toEqual(["4: 2", "5: 3"]);
    expect(releases).toEqual(["6: 1,2,3"]);
    expect(relation.heldBy[0]).toBe(NO_PLACE);
  });

  it("is no segment that a block holds in part", () => {
    expect(released("A>B ACK seq=1 len=100 \n B>A ACK ack=1", { 2: [2, 101] }).holds).toEqual([]);
  });
});

const anyLine: fc.Arbitrary<LadderLine> = fc
  .record({
    direction: fc.nat(1),
    flags: fc.constantFrom(0, ACK, SYN, ACK | FIN, ACK | SYN),
    seq: fc.nat(40).map((offset) => seqAdd(0xffffffec, offset)),
    ack: fc.nat(40).map((offset) => seqAdd(0xffffffec, offset)),
    length: fc.nat(8),
  })
  .map((line) => ({ ...line, window: 0, time: 0, expected: "" }));

it("is, for any segments, the first ACK of the other side that covers the segment's end", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
      const segments = segmentsOfLines(lines);
      const { releasedBy, releases } = acknowledgements(segments, () => []);
      lines.forEach((line, place) => {
        const end = endOfSegment(segments, place);
        const first = lines.findIndex(
          (other, at) =>
            at > place && other.direction !== line.direction && other.flags & ACK && seqDelta(end, other.ack) <= 0,
        );
        const expected = end === line.seq ? NO_PLACE : first;
        expect(releasedBy[place]).toBe(expected);
        if (expected !== NO_PLACE) expect([...releases(expected)]).toContain(place);
      });
    }),
  );
});

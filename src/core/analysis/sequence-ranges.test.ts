import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SequenceRanges } from "./sequence-ranges.ts";

const known = (segments: readonly (readonly [seq: number, length: number])[]) => {
  const ranges = new SequenceRanges();
  return segments.map(([seq, length]) => ranges.add(seq, length));
};

describe("bytes that were there already", () => {
  it.each([
    [
      "none in order",
      [
        [1, 10],
        [11, 10],
        [21, 5],
      ],
      [0, 0, 0],
    ],
    [
      "all of a segment sent again",
      [
        [1, 10],
        [11, 10],
        [1, 10],
      ],
      [0, 0, 10],
    ],
    [
      "a part",
      [
        [1, 10],
        [6, 10],
      ],
      [0, 5],
    ],
    [
      "none where a hole is filled",
      [
        [1, 10],
        [21, 10],
        [11, 10],
        [1, 30],
      ],
      [0, 0, 0, 30],
    ],
    [
      "those on both sides of a hole",
      [
        [1, 10],
        [21, 10],
        [6, 20],
      ],
      [0, 0, 10],
    ],
    [
      "none below the first segment",
      [
        [100, 10],
        [90, 10],
        [90, 20],
      ],
      [0, 0, 20],
    ],
    [
      "across the wrap",
      [
        [0xffff_fffa, 10],
        [0, 4],
        [4, 4],
      ],
      [0, 4, 0],
    ],
    [
      "none of nothing",
      [
        [1, 10],
        [5, 0],
      ],
      [0, 0],
    ],
  ] as const)("%s", (_what, segments, expected) => {
    expect(known(segments)).toEqual(expected);
  });

  it("are those of a set of numbers", () => {
    const segment = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 30 }), fc.nat(2 ** 32 - 1), (segments, base) => {
        const sent = new Set<number>();
        const expected = segments.map(([seq, length]) => {
          let before = 0;
          for (let byte = seq; byte < seq + length; byte++) {
            if (sent.has(byte)) before++;
            sent.add(byte);
          }
          return before;
        });
        expect(known(segments.map(([seq, length]) => [(seq + base) >>> 0, length]))).toEqual(expected);
      }),
    );
  });
});

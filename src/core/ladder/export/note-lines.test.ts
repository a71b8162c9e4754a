import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measure } from "../ladder-for-tests.ts";
import { notesWithin, wrapped } from "./note-lines.ts";
import { EXCHANGE, partOf } from "./part-for-tests.ts";

describe("notes below a picture", () => {
  it("are those on its packets", () => {
    const part = { ...partOf([...EXCHANGE, ...EXCHANGE]), first: 1, end: 3 };
    const ranges = [0, 1, 2, 3].flatMap((first) => [first, 3].map((last) => ({ first, last, text: "" })));
    const kept = notesWithin(part, ranges).map(({ first, last }) => `${first}-${last}`);
    expect(kept).toEqual(["0-3", "1-1", "1-3", "2-2", "2-3"]);
  });

  it("wrap between words, and within those that are too long", () => {
    expect(wrapped("one two three\nfour", 7 * 8, measure)).toEqual(["one two", "three", "four"]);
    expect(wrapped("abcdefghij k", 7 * 4, measure)).toEqual(["abcd", "efgh", "ij k"]);
  });

  it("lose nothing but spaces, and are never too wide", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const lines = wrapped(text, 7 * most, measure);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(most);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldBytes, isDuplicateBlock } from "./sack-blocks.ts";
import { tablesOf } from "./tables-for-tests.ts";

/** A's bytes begin at 100, B's at 500. */
const OPEN = `
  0    A>B SYN     seq=99
  0.01 B>A SYN,ACK seq=499 ack=100
  0.02 A>B ACK     seq=100 ack=500`;

/** What the last line's sender holds, a piece a word: `acknowledged 100-200 #4`, by the line that sent it. */
function held(ladder: string) {
  const { packets, rows, sacks } = tablesOf(OPEN + ladder);
  const last = rows.length - 1;
  const { pieces, duplicate } = heldBytes(packets, rows, last, sacks(last));
  const words = pieces.map(({ state, from, to, row }) => `${state} ${from}-${to}${row < 0 ? "" : ` #${row + 1}`}`);
  return duplicate ? [...words, `twice ${duplicate.from}-${duplicate.to}`] : words;
}

/** Four segments, in lines 4 to 7. */
const SENT = `
  A>B ACK seq=100 ack=500 len=100
  A>B ACK seq=200 ack=500 len=100
  A>B ACK seq=300 ack=500 len=100
  A>B ACK seq=400 ack=500 len=100`;

describe("what the sender of an ACK holds", () => {
  it("is told by segments: acknowledged, missing, held, without word", () => {
    expect(
      held(`${SENT}
      B>A ACK seq=500 ack=200 sack=300-400`),
    ).toEqual(["acknowledged 100-200 #4", "missing 200-300 #5", "held 300-400 #6", "sent 400-500 #7"]);
  });

  it("is one segment of what was acknowledged, however often it was sent", () => {
    expect(
      held(`${SENT}
      B>A ACK seq=500 ack=200 sack=300-400
      A>B ACK seq=200 ack=500 len=100
      B>A ACK seq=500 ack=200 sack=300-500`),
    ).toEqual(["acknowledged 100-200 #4", "missing 200-300 #5", "held 300-400 #6", "held 400-500 #7"]);
  });

  it("splits a segment where a block does, and holds what was not captured", () => {
    expect(
      held(`
      A>B ACK seq=100 ack=500 len=100
      A>B ACK seq=300 ack=500 len=100
      B>A ACK seq=500 ack=200 sack=350-500`),
    ).toEqual(["acknowledged 100-200 #4", "missing 200-300", "missing 300-350 #5", "held 350-400 #5", "held 400-500"]);
  });

  it("tells apart what it received twice", () => {
    expect(
      held(`${SENT}
      B>A ACK seq=500 ack=300 sack=100-200,400-500`),
    ).toEqual(["acknowledged 200-300 #5", "missing 300-400 #6", "held 400-500 #7", "twice 100-200"]);
  });
});

describe("a duplicate block", () => {
  it("is the first one, below the acknowledgment number or within the second", () => {
    expect(isDuplicateBlock([100, 200], 0, 200)).toBe(true);
    expect(isDuplicateBlock([300, 400], 0, 200)).toBe(false);
    expect(isDuplicateBlock([300, 400, 250, 450], 0, 200)).toBe(true);
    expect(isDuplicateBlock([250, 450, 300, 400], 2, 200)).toBe(false);
  });
});

it("pieces lie one behind the other, and wrap as sequence numbers do", () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(cuts, fc.constantFrom(100, 2 ** 32 - 3000), (unsorted, base) => {
      const [a, ...edges] = unsorted.sort((x, y) => x - y).map((cut) => (base + cut * 100) >>> 0);
      const blocks = edges.slice(0, edges.length - (edges.length % 2));
      const sack = Array.from({ length: blocks.length / 2 }, (_, at) => `${blocks[2 * at]}-${blocks[2 * at + 1]}`);
      const lines = Array.from({ length: 61 }, (_, at) => `A>B ACK seq=${(base + at * 100) >>> 0} ack=1 len=100`);
      const { packets, rows, sacks } = tablesOf([...lines, `B>A ACK seq=1 ack=${a} sack=${sack.join(",")}`].join("\n"));
      const last = rows.length - 1;
      const { pieces } = heldBytes(packets, rows, last, sacks(last));
      for (const [at, { from }] of pieces.slice(1).entries()) expect(from).toBe(pieces[at]!.to);
      expect(pieces.at(-1)?.to).toBe((base + 6100) >>> 0);
      const bytes = pieces
        .filter(({ state }) => state === "held")
        .reduce((sum, { from, to }) => sum + ((to - from) >>> 0), 0);
      const told = blocks.reduce((sum, edge, at) => sum + (at % 2 ? edge : -edge), 0);
      expect(bytes).toBe(told >>> 0);
    }),
  );
});

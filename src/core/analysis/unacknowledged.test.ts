import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seqDelta } from "../base/seq32.ts";
import { MOST_WAITING, Unacknowledged } from "./unacknowledged.ts";

/** One flow's list as the rule has it: every segment looked at for itself. */
class PlainList {
  private readonly base: () => number;
  private segments: { seq: number; readonly end: number; readonly row: number }[] = [];

  constructor(base: () => number) {
    this.base = base;
  }

  append(seq: number, end: number, row: number): void {
    this.segments.push({ seq, end, row });
  }

  acknowledge(ack: number): number {
    const exact = this.segments.find(({ end }) => end === ack)?.row ?? -1;
    this.segments = this.segments.filter(({ end }) => seqDelta(ack, end) < 0);
    for (const segment of this.segments) if (seqDelta(segment.seq, ack) < 0) segment.seq = ack;
    return exact;
  }

  oldest(): number {
    return this.segments[0]?.row ?? -1;
  }

  extent(): number {
    if (this.segments.length === 0) return 0;
    const from = (number: number) => (number - this.base()) >>> 0;
    const lowest = Math.min(...this.segments.map(({ seq }) => from(seq)));
    return (Math.max(...this.segments.map(({ end }) => from(end))) - lowest) >>> 0;
  }
}

const FLOWS = 3;

/** Numbers near each other, and sometimes half of all numbers away. */
const numbers = (origin: number) =>
  fc
    .tuple(fc.integer({ min: -60, max: 60 }), fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 2 ** 31, 2 ** 30, 2 ** 28))
    .map(([near, far]) => (origin + near + far) >>> 0);

const runs = fc.constantFrom(0, 1000, 2 ** 31, 2 ** 32 - 20).chain((origin) => {
  const step = fc.record({
    flow: fc.nat(FLOWS - 1),
    kind: fc.constantFrom("append", "append", "append", "acknowledge", "acknowledge", "rebase"),
    number: numbers(origin),
    length: fc.integer({ min: 1, max: 30 }),
    /** Instead of the number: where the segment before ended. */
    goesOn: fc.boolean(),
  });
  return fc.record({ base: numbers(origin), steps: fc.array(step, { maxLength: 60, size: "max" }) });
});

describe("segments that wait for their acknowledgment", () => {
  it("are those of a list that is looked through each time", () => {
    fc.assert(
      fc.property(runs, ({ base, steps }) => {
        const waiting = new Unacknowledged();
        waiting.reach(FLOWS - 1);
        const bases = Array.from({ length: FLOWS }, () => base);
        const lists = bases.map((_, flow) => new PlainList(() => bases[flow]!));
        const ends = bases.slice();
        for (const [row, { flow, kind, number, length, goesOn }] of steps.entries()) {
          const list = lists[flow]!;
          const at = goesOn ? ends[flow]! : number;
          if (kind === "append") {
            ends[flow] = (at + length) >>> 0;
            waiting.append(flow, bases[flow]!, at | 0, ends[flow]! | 0, row);
            list.append(at, ends[flow]!, row);
          } else if (kind === "acknowledge") {
            expect(waiting.acknowledge(flow, bases[flow]!, at)).toBe(list.acknowledge(at));
          } else {
            bases[flow] = number;
            waiting.rebase(flow, number);
          }
          for (const [flow, list] of lists.entries()) {
            expect([waiting.oldest(flow), waiting.extent(flow)]).toEqual([list.oldest(), list.extent()]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are kept up to a limit for each flow, and places that come free are used again", () => {
    const waiting = new Unacknowledged();
    waiting.reach(1000);
    for (let at = 0; at < MOST_WAITING; at++) waiting.append(1000, 0, at, at + 1, at);
    expect([waiting.hasRoom(1000), waiting.hasRoom(0)]).toEqual([false, true]);
    waiting.append(1000, 0, MOST_WAITING, MOST_WAITING + 1, 7);
    expect(waiting.extent(1000)).toBe(MOST_WAITING);
    expect(waiting.acknowledge(1000, 0, MOST_WAITING - 1)).toBe(MOST_WAITING - 2);
    expect([waiting.hasRoom(1000), waiting.oldest(1000)]).toEqual([true, MOST_WAITING - 1]);
    for (let at = 0; at < 5; at++) waiting.append(0, 0, at, at + 1, 100 + at);
    expect([waiting.oldest(0), waiting.extent(0), waiting.extent(1000)]).toEqual([100, 5, 1]);
  });

  it("are none in a flow that nothing was told of", () => {
    const waiting = new Unacknowledged();
    waiting.reach(5000);
    expect([waiting.oldest(5000), waiting.extent(5000), waiting.acknowledge(5000, 0, 5)]).toEqual([-1, 0, -1]);
  });
});

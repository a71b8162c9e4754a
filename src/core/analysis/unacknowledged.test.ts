import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seqDelta } from "../base/seq32.ts";
import { LIST_NUMBERS, MOST_WAITING, Unacknowledged } from "./unacknowledged.ts";

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
        const flows = new Int32Array(FLOWS * LIST_NUMBERS);
        const of = (flow: number) => flow * LIST_NUMBERS;
        const bases = Array.from({ length: FLOWS }, () => base);
        const lists = bases.map((_, flow) => new PlainList(() => bases[flow]!));
        const ends = bases.slice();
        for (const [row, { flow, kind, number, length, goesOn }] of steps.entries()) {
          const list = lists[flow]!;
          const at = goesOn ? ends[flow]! : number;
          if (kind === "append") {
            ends[flow] = (at + length) >>> 0;
            waiting.append(flows, of(flow), bases[flow]!, at | 0, ends[flow]! | 0, row);
            list.append(at, ends[flow]!, row);
          } else if (kind === "acknowledge") {
            expect(waiting.acknowledge(flows, of(flow), bases[flow]!, at)).toBe(list.acknowledge(at));
          } else {
            bases[flow] = number;
            waiting.rebase(flows, of(flow), number);
          }
          for (const [flow, list] of lists.entries()) {
            const found = [waiting.oldest(flows, of(flow)), waiting.extent(flows, of(flow))];
            expect(found).toEqual([list.oldest(), list.extent()]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are kept up to a limit for each flow, and places that come free are used again", () => {
    const waiting = new Unacknowledged();
    const flows = new Int32Array(2 * LIST_NUMBERS);
    const other = LIST_NUMBERS;
    for (let at = 0; at < MOST_WAITING; at++) waiting.append(flows, 0, 0, at, at + 1, at);
    expect([waiting.hasRoom(flows, 0), waiting.hasRoom(flows, other)]).toEqual([false, true]);
    waiting.append(flows, 0, 0, MOST_WAITING, MOST_WAITING + 1, 7);
    expect(waiting.extent(flows, 0)).toBe(MOST_WAITING);
    expect(waiting.acknowledge(flows, 0, 0, MOST_WAITING - 1)).toBe(MOST_WAITING - 2);
    expect([waiting.hasRoom(flows, 0), waiting.oldest(flows, 0)]).toEqual([true, MOST_WAITING - 1]);
    for (let at = 0; at < 5; at++) waiting.append(flows, other, 0, at, at + 1, 100 + at);
    expect([waiting.oldest(flows, other), waiting.extent(flows, other), waiting.extent(flows, 0)]).toEqual([100, 5, 1]);
  });

  it("are none in a flow that nothing was told of", () => {
    const waiting = new Unacknowledged();
    const flows = new Int32Array(LIST_NUMBERS);
    expect([waiting.oldest(flows, 0), waiting.extent(flows, 0), waiting.acknowledge(flows, 0, 0, 5)]).toEqual([
      -1, 0, -1,
    ]);
  });
});

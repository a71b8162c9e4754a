/** What must not change a verdict: which end is called what, and where the numbers begin. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { seqAdd } from "../base/seq32.ts";
import { ACK, FIN, PSH, RST, SYN } from "../protocols/tcp.ts";
import type { Segment } from "./segment.ts";
import { readSegments } from "./segment-lines-for-tests.ts";
import { type JudgedSegment, judge } from "./verdicts-for-tests.ts";

/** Where the numbers of A and B begin. */
const BASES = [100_000, 500_000] as const;
const OPEN = readSegments(`
  A>B SYN     seq=99999  win=300 ws=1
  B>A SYN,ACK seq=499999 ack=100000 win=300 ws=1
  A>B ACK     seq=100000 ack=500000 win=300`).map(({ segment }) => segment);

/** A segment of either side, its numbers counted from where they begin; few numbers, so that rules meet. */
const step = fc.record({
  isOfA: fc.boolean(),
  flags: fc.constantFrom(ACK, ACK, ACK, ACK, ACK | PSH, ACK | FIN, ACK | RST, ACK | SYN),
  seq: fc.nat(12).map((at) => at * 25 - (at % 3 === 0 ? 1 : 0)),
  ack: fc.nat(12).map((at) => at * 25),
  length: fc.constantFrom(0, 0, 0, 1, 2, 25, 50, 300),
  window: fc.constantFrom(300, 300, 300, 0, 25),
  sackedBytes: fc.constantFrom(0, 0, 0, 25),
  wait: fc.constantFrom(0, 1e6, 3e6, 10e6, 19.999999e6, 20e6, 1e9, -5e6),
});

/** A handshake, and whatever comes then; everything has ACK, since without it the field says nothing. */
const ladders = fc.array(step, { maxLength: 40, size: "max" }).map((steps) => {
  const [a, b] = [OPEN[0]!, OPEN[1]!];
  let time = 30e6;
  const further = steps.map(({ isOfA, seq, ack, wait, ...rest }, index): Segment => {
    time += wait;
    const [own, other] = isOfA ? BASES : [BASES[1], BASES[0]];
    const isSynAck = (rest.flags & SYN) !== 0;
    const numbers = { seq: isSynAck ? own - 1 : own + seq, ack: other + ack };
    return { ...(isOfA ? a : b), ...rest, ...numbers, row: OPEN.length + index, time, windowShift: -1 };
  });
  return [...OPEN, ...further];
});

/** All that is said, without the direction. */
const said = (judged: readonly JudgedSegment[]) => judged.map(({ connection, facts }) => ({ connection, facts }));

it("which end is which changes no verdict", () => {
  fc.assert(
    fc.property(ladders, (ladder) => {
      const swapped = ladder.map((s) => ({
        ...s,
        source: s.destination,
        destination: s.source,
        sourcePort: s.destinationPort,
        destinationPort: s.sourcePort,
      }));
      expect(said(judge(swapped))).toEqual(said(judge(ladder)));
      // Without the SYN it is the ports that tell who is client.
      const late = (segments: readonly Segment[]) => segments.slice(2).map((s, row) => ({ ...s, row }));
      expect(said(judge(late(swapped)))).toEqual(said(judge(late(ladder))));
    }),
  );
});

/** The ladder with A's numbers and B's moved; the first SYN has no acknowledgment to move. */
function moved(ladder: readonly Segment[], byA: number, byB: number): readonly Segment[] {
  return ladder.map((s) => {
    const [own, other] = s.source === 0 ? [byA, byB] : [byB, byA];
    return { ...s, seq: seqAdd(s.seq, own), ack: s.flags & ACK ? seqAdd(s.ack, other) : s.ack };
  });
}

/** Amounts that bring the ladder's numbers to anywhere, and those that make them wrap. */
const shifts = (base: number) =>
  fc.oneof(
    fc.nat(2 ** 32 - 1),
    fc.nat(700).map((before) => 2 ** 32 - base - before),
    fc.constant(2 ** 31),
  );

/** Whether some number is 0, which Wireshark's rules take for one not known yet: such verdicts do differ. */
const hasZero = (ladder: readonly Segment[]) =>
  ladder.some(
    ({ seq, ack, length, flags }) =>
      seq === 0 || (ack === 0 && flags & ACK) || [0, 1].some((virtual) => seqAdd(seq, length + virtual) === 0),
  );

it("where the numbers begin changes no verdict, as long as none of them is 0", () => {
  fc.assert(
    fc.property(ladders, shifts(BASES[0]), shifts(BASES[1]), (ladder, byA, byB) => {
      const other = moved(ladder, byA, byB);
      fc.pre(!hasZero(other));
      expect(said(judge(other))).toEqual(said(judge(ladder)));
    }),
  );
});

it("whatever comes is judged without a fault", () => {
  const number = fc.oneof(fc.nat(2 ** 32 - 1), fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1));
  const any = fc.record({
    isOfA: fc.boolean(),
    seq: number,
    ack: number,
    flags: fc.nat(0xfff),
    length: fc.nat(0xffff),
    window: fc.nat(0xffff),
    windowShift: fc.integer({ min: -1, max: 255 }),
    sackedBytes: fc.nat(2 ** 32 - 1),
    time: fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
    judged: fc.boolean(),
    whole: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60, size: "max" }), (steps) => {
      const segments = steps.map(({ isOfA, ...rest }, row) => ({ ...OPEN[isOfA ? 0 : 1]!, ...rest, row }));
      const judged = judge(segments);
      for (const [row, { facts }] of judged.entries()) {
        if (!facts) continue;
        expect(facts.bytesInFlight).toBeGreaterThanOrEqual(0);
        expect(facts.bytesInFlight).toBeLessThan(2 ** 31);
        for (const frame of [facts.acknowledges, facts.original, facts.duplicateOf]) {
          expect(frame).toBeGreaterThanOrEqual(0);
          expect(frame).toBeLessThanOrEqual(row);
        }
      }
    }),
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { type Endpoint, SequenceBases } from "./sequence-bases.ts";
import { SequenceHistory } from "./sequence-history.ts";

const ENDS: readonly Endpoint[] = [
  { address: "0a000001", port: 80 },
  { address: "0a000002", port: 80 },
  { address: "0a000002", port: 4000 },
];
const segments = fc.array(
  fc.record({
    from: fc.nat(2),
    to: fc.nat(2),
    seq: fc.nat(9),
    ack: fc.nat(9),
    isSyn: fc.boolean(),
  }),
  { maxLength: 30 },
);

it("tells of each segment what the table told when all before it had been taken", () => {
  fc.assert(
    fc.property(segments, fc.boolean(), (all, isPreset) => {
      const inOrder = new SequenceBases();
      const history = new SequenceHistory();
      if (isPreset) {
        inOrder.preset(ENDS[0]!, ENDS[1]!, 0);
        history.preset(ENDS[0]!, ENDS[1]!, 0);
      }
      // Packets come in any order: the even ones first, as those that tables tell of come before the others.
      const order = [...all.keys()].sort((a, b) => (a % 2) - (b % 2) || a - b);
      for (const packet of order) {
        const { from, to, ...numbers } = all[packet]!;
        history.add(packet, ENDS[from]!, ENDS[to]!, numbers);
      }
      for (const [packet, { from, to, ...numbers }] of all.entries()) {
        const told = history.before(packet).take(ENDS[from]!, ENDS[to]!, numbers);
        expect(told).toEqual(inOrder.take(ENDS[from]!, ENDS[to]!, numbers));
      }
    }),
  );
});
